using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Picks.Album;

/// <summary>Reads what the smallest album is made of.</summary>
internal static class AlbumRows
{
    /// <summary>Unnamed people in fewer photos may be passers-by: they need not be in the album until somebody names them.</summary>
    private const int KnownFromPhotos = 3;

    private sealed record FaceRow(int PersonId, int PhotoId, double Score, double Quality, bool Drawn);

    public static async Task<Album> ChooseAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var faces = await FacesAsync(db, weddingId, ct);
        return SmallestAlbum.Of(await PhotosAsync(db, weddingId, faces, ct), await KnownAsync(db, weddingId, faces, ct));
    }

    /// <summary>Everybody who is not hidden and no passer-by.</summary>
    public static async Task<IReadOnlySet<int>> KnownAsync(StudioDb db, WeddingId weddingId, CancellationToken ct) =>
        await KnownAsync(db, weddingId, await FacesAsync(db, weddingId, ct), ct);

    /// <summary>Faces of people that are shown, with how well they came out.</summary>
    private static async Task<List<FaceRow>> FacesAsync(StudioDb db, WeddingId weddingId, CancellationToken ct) => await (
        from face in db.Faces
        where face.WeddingId == weddingId && face.PersonId != null && face.Photo!.State == PhotoState.Ready
            && db.People.Any(p => p.WeddingId == weddingId && p.Id == face.PersonId && !p.Hidden && p.RedirectToId == null)
        join score in db.Scores on face.Id equals score.FaceId
        select new FaceRow(face.PersonId!.Value, face.PhotoId, score.Overall, face.Quality, face.Drawn)).ToListAsync(ct);

    private static async Task<HashSet<int>> KnownAsync(StudioDb db, WeddingId weddingId, List<FaceRow> faces, CancellationToken ct)
    {
        var named = (await db.People.Where(p => p.WeddingId == weddingId && p.Name != null).Select(p => p.Id).ToListAsync(ct)).ToHashSet();
        return [.. faces.GroupBy(f => f.PersonId).Where(of => named.Contains(of.Key)
            || (of.Any(IsClear) && of.Select(f => f.PhotoId).Distinct().Count() >= KnownFromPhotos)).Select(of => of.Key)];
    }

    private static async Task<List<AlbumPhoto>> PhotosAsync(StudioDb db, WeddingId weddingId, List<FaceRow> faces, CancellationToken ct)
    {
        var rules = (await db.PhotoRules.Where(r => r.WeddingId == weddingId
            && (r.Kind != PhotoRuleKind.AlwaysShow || r.PersonId == null
                || db.People.Any(p => p.WeddingId == weddingId && p.Id == r.PersonId && !p.Hidden)))
            .ToListAsync(ct)).ToLookup(r => r.PhotoId, r => r.Kind);
        var times = await CameraTimes.LoadAsync(db, weddingId, ct);
        var photos = await db.Photos.Where(p => p.WeddingId == weddingId && p.State == PhotoState.Ready)
            .Select(p => new { p.Id, p.Path, p.TakenAt, p.CameraId, Shot = p.ShotId ?? p.Id }).ToListAsync(ct);

        // A face in which nobody could tell who it is shows its person only where no clearer one does.
        var clear = faces.Where(IsClear).Select(f => f.PersonId).ToHashSet();
        var inPhoto = faces.Where(f => IsClear(f) || !clear.Contains(f.PersonId))
            .ToLookup(f => f.PhotoId, f => new AlbumFace(f.PersonId, f.Score));
        return
        [
            .. photos.Select(p => new AlbumPhoto(p.Id, p.Path, [.. inPhoto[p.Id]])
            {
                ShotId = p.Shot,
                At = times.At(p.TakenAt, p.CameraId),
                AlwaysShow = rules[p.Id].Contains(PhotoRuleKind.AlwaysShow),
                NeverShow = rules[p.Id].Any(kind => kind is PhotoRuleKind.NeverShow or PhotoRuleKind.KeptFromGuests),
            }).Where(p => p.AlwaysShow || p.Faces.Count > 0),
        ];
    }

    private static bool IsClear(FaceRow face) => face.Drawn || face.Quality >= FaceQueries.ClearFromQuality;
}
