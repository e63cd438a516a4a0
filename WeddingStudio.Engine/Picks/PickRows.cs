using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Picks.Best;

namespace WeddingStudio.Engine.Picks;

/// <summary>Reads what can be picked and reads and writes picks in bulk, past the change tracker.</summary>
internal static class PickRows
{
    /// <param name="personIds">Null = everybody.</param>
    public static async Task<ILookup<int, Candidate>> LoadCandidatesAsync(
        StudioDb db, WeddingId weddingId, IReadOnlyList<int>? personIds, CancellationToken ct)
    {
        int?[] people = personIds is null ? [] : [.. personIds.Select(id => (int?)id)];
        var everybody = personIds is null;
        var rows = await (
            from face in db.Faces.AsNoTracking()
            where face.WeddingId == weddingId && face.PersonId != null && (everybody || people.Contains(face.PersonId))
            join score in db.Scores on face.Id equals score.FaceId
            join photo in db.Photos on face.PhotoId equals photo.Id
            where photo.State == PhotoState.Ready
            select new
            {
                PersonId = face.PersonId!.Value, face.Id, face.Embedding, face.Pack, face.Quality, face.Measures, score.Overall,
                score.InSeries, score.Facts,
                face.PhotoId, photo.Path, photo.TakenAt, photo.CameraId, photo.PerceptualHash, photo.MomentId, photo.SeriesId,
                Shot = photo.ShotId ?? photo.Id,
            }).ToListAsync(ct);
        var times = await CameraTimes.LoadAsync(db, weddingId, ct);
        var rules = (await db.PhotoRules.Where(r => r.WeddingId == weddingId)
            .Select(r => new { r.PhotoId, r.PersonId, r.Kind }).ToListAsync(ct))
            .Select(r => (r.PhotoId, r.PersonId, r.Kind)).ToHashSet();
        bool Rules(PhotoRuleKind kind, int photoId, int personId) =>
            rules.Contains((photoId, personId, kind)) || rules.Contains((photoId, null, kind));

        return rows.ToLookup(r => r.PersonId, r => new Candidate
        {
            PhotoId = r.PhotoId,
            FaceId = r.Id,
            PhotoPath = r.Path,
            Score = r.Overall,
            InSeries = r.InSeries,
            Facts = r.Facts,
            Embedding = r.Embedding,
            Pack = r.Pack,
            Quality = r.Quality,
            Pose = PoseOf(r.Measures),
            At = times.At(r.TakenAt, r.CameraId),
            PerceptualHash = r.PerceptualHash,
            MomentId = r.MomentId,
            SeriesId = r.SeriesId,
            ShotId = r.Shot,
            AlwaysShow = Rules(PhotoRuleKind.AlwaysShow, r.PhotoId, r.PersonId),
            NeverShow = Rules(PhotoRuleKind.NeverShow, r.PhotoId, r.PersonId),
            SetAside = Rules(PhotoRuleKind.SetAside, r.PhotoId, r.PersonId),
            KeptFromGuests = Rules(PhotoRuleKind.KeptFromGuests, r.PhotoId, r.PersonId),
        });
    }

    /// <summary>Three exact zeros mean that no pose was measured.</summary>
    private static HeadPose? PoseOf(FaceMeasures measures) =>
        measures is { YawDegrees: 0, PitchDegrees: 0, RollDegrees: 0 } ? null
        : new HeadPose(measures.YawDegrees, measures.PitchDegrees, measures.RollDegrees);

    public static async Task<ILookup<int, PickRow>> LoadPicksAsync(
        StudioDb db, WeddingId weddingId, IReadOnlyList<int>? personIds, CancellationToken ct)
    {
        var people = personIds ?? [];
        var everybody = personIds is null;
        var rows = await db.Picks.Where(p => p.WeddingId == weddingId && (everybody || people.Contains(p.PersonId))).OrderBy(p => p.Rank)
            .Select(p => new PickRow(p.PersonId, p.PhotoId, p.FaceId, p.Rank, p.Score, p.Reason)).ToListAsync(ct);
        return rows.ToLookup(p => p.PersonId);
    }

    public static void Replace(
        StudioDb db, WeddingId weddingId, IReadOnlyList<int> personIds, IEnumerable<PickRow> picks, CancellationToken ct)
    {
        BulkRows.Delete<Pick>(db, [nameof(Pick.WeddingId), nameof(Pick.PersonId)],
            personIds.Select(id => new object?[] { weddingId, id }), ct);
        BulkRows.Upsert(db, picks.Select(p => new Pick
        {
            WeddingId = weddingId, PersonId = p.PersonId, PhotoId = p.PhotoId, FaceId = p.FaceId, Rank = p.Rank, Score = p.Score,
            Reason = p.Reason,
        }), ct);
    }
}

/// <summary>A pick as it is compared with the stored one.</summary>
internal readonly record struct PickRow(int PersonId, int PhotoId, int FaceId, int Rank, double Score, Message Reason);
