using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Words;

namespace WeddingStudio.Engine.Galleries.Results;

/// <summary>Everything the files say, as read from the database, and how it is said.</summary>
internal sealed class WeddingRows
{
    public sealed record FaceRow(
        int Id, int PhotoId, string Key, FaceBox Box, float[] Points, double Confidence, double Quality, int? PersonId);

    /// <summary>Everybody who is in a photo, by number.</summary>
    public required IReadOnlyList<Person> People { get; init; }
    public required Wedding Wedding { get; init; }
    public required IReadOnlyDictionary<int, Photo> Photos { get; init; }

    public required CameraTimes Times { get; init; }
    public required IReadOnlyList<FaceRow> Faces { get; init; }
    public required IReadOnlyDictionary<int, Score> Scores { get; init; }
    public required ILookup<int, Pick> Picks { get; init; }
    public required IReadOnlyDictionary<int, Message> Moments { get; init; }

    public static async Task<WeddingRows> LoadAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var faces = await db.Faces.Shown().Where(f => f.WeddingId == weddingId && f.Photo!.State == PhotoState.Ready)
            .Select(f => new FaceRow(f.Id, f.PhotoId, f.Key, f.Box, f.Points, f.Confidence, f.Quality, f.PersonId)).ToListAsync(ct);
        var present = faces.Select(f => f.PersonId).ToHashSet();
        var people = await db.People.Where(p => p.WeddingId == weddingId && p.RedirectToId == null).OrderBy(p => p.Id).ToListAsync(ct);
        var picks = await db.Picks.Where(p => p.WeddingId == weddingId).OrderBy(p => p.Rank).ToListAsync(ct);
        return new WeddingRows
        {
            Wedding = await db.Weddings.SingleAsync(w => w.Id == weddingId, ct),
            Photos = await db.Photos.Where(p => p.WeddingId == weddingId).ToDictionaryAsync(p => p.Id, ct),
            Times = await CameraTimes.LoadAsync(db, weddingId, ct),
            Faces = faces,
            People = [.. people.Where(p => present.Contains(p.Id))],
            Scores = await db.Scores.Where(s => s.WeddingId == weddingId).ToDictionaryAsync(s => s.FaceId, ct),
            Picks = picks.ToLookup(p => p.PersonId),
            Moments = await db.Moments.Where(m => m.WeddingId == weddingId).ToDictionaryAsync(m => m.Id, m => m.Name, ct),
        };
    }

    /// <summary>The person's faces, the one to show first: the cover, then the best scored.</summary>
    public IEnumerable<FaceRow> FacesForThumbnail(Person person) =>
        Faces.Where(f => f.PersonId == person.Id)
            .OrderByDescending(f => f.Id == person.CoverFaceId)
            .ThenByDescending(f => Scores.GetValueOrDefault(f.Id)?.Overall ?? 0)
            .ThenBy(f => f.Key, StringComparer.Ordinal);

    public WeddingDocument Document(DateTime processedAt, IReadOnlyDictionary<int, string> thumbnails)
    {
        var photosOf = Faces.Where(f => f.PersonId is not null).GroupBy(f => f.PersonId!.Value)
            .ToDictionary(g => g.Key, g => g.Select(f => f.PhotoId).Distinct().Count());
        return new WeddingDocument(Wedding.Id, WeddingDocument.Time(processedAt), Photos.Values.Count(p => p.State == PhotoState.Ready),
            Faces.Count, People.Count,
        [
            .. People.Select(p => new WeddingDocument.Identity(p.Id, p.Name, p.Role, photosOf[p.Id],
                [.. Picks[p.Id].Where(k => Scores.ContainsKey(k.FaceId) && Photos.ContainsKey(k.PhotoId)).Select(BestPhoto)],
                thumbnails.GetValueOrDefault(p.Id), p.SeenOnce, p.Hidden)),
        ]);
    }

    /// <summary>
    /// Parts are stored with four decimals and Overall is their weighted sum to four decimals, so the file adds up to 1e-4.
    /// </summary>
    private WeddingDocument.BestPhoto BestPhoto(Pick pick)
    {
        var photo = Photos[pick.PhotoId];
        var score = Scores[pick.FaceId];
        return new WeddingDocument.BestPhoto(photo.Path, score.Overall,
            new WeddingDocument.PartScores(score.Technical, score.Composition, score.Expression, score.Context),
            photo.MomentId is { } id && Moments.TryGetValue(id, out var moment) ? StudioWords.English.Of(moment) : null,
            TakenAt(photo) is { } at ? WeddingDocument.Time(at) : null, StudioWords.English.Of(pick.Reason));
    }

    private DateTime? TakenAt(Photo photo) => Times.At(photo.TakenAt, photo.CameraId);

    public IEnumerable<WeddingDocument.FaceLine> FaceLines() =>
        from face in Faces
        let photoId = Photos[face.PhotoId].Path
        let line = new WeddingDocument.FaceLine(face.Key, photoId, Rounded(face.Box), Rounded(face.Points),
            WeddingDocument.Round(face.Confidence), WeddingDocument.Round(face.Quality), face.PersonId ?? -1,
            Scores.GetValueOrDefault(face.Id) is { } s
                ? new WeddingDocument.FaceScores(s.Technical, s.Composition, s.Expression, s.Context, s.Overall) : null)
        orderby new ByPhotoThenBox(photoId, face.Box, face.Key)
        select line;

    public IEnumerable<WeddingDocument.ProblemLine> ProblemLines() =>
        Photos.Values.Where(p => p.State is PhotoState.Problem or PhotoState.Gone).OrderBy(p => p.Path, StringComparer.Ordinal)
            .Select(p => new WeddingDocument.ProblemLine(p.Path, StudioWords.English.Of(p.Problem?.Told)));

    private static double[] Rounded(FaceBox box) =>
        [WeddingDocument.Round(box.X1), WeddingDocument.Round(box.Y1), WeddingDocument.Round(box.X2), WeddingDocument.Round(box.Y2)];

    private static double[][] Rounded(float[] points) =>
        [.. points.Chunk(2).Select(p => new[] { WeddingDocument.Round(p[0]), WeddingDocument.Round(p[1]) })];

    private readonly record struct ByPhotoThenBox(string PhotoId, FaceBox Box, string Key) : IComparable<ByPhotoThenBox>
    {
        public int CompareTo(ByPhotoThenBox other) =>
            string.CompareOrdinal(PhotoId, other.PhotoId) is not 0 and var byPhoto ? byPhoto
            : (Box.X1, Box.Y1, Box.X2, Box.Y2).CompareTo((other.Box.X1, other.Box.Y1, other.Box.X2, other.Box.Y2)) is not 0 and var byBox
            ? byBox
            : string.CompareOrdinal(Key, other.Key);
    }
}
