using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Scores;

/// <summary>Reads measures and reads and writes scores in bulk, past the change tracker.</summary>
internal static class ScoreRows
{
    public sealed record FaceRow(int PhotoId, int? MomentId, int? SeriesId, MeasuredFrame Frame, MeasuredFace Face);

    public static async Task<IEnumerable<FaceRow>> LoadFacesAsync(StudioDb db, IQueryable<Photo> photos, CancellationToken ct)
    {
        // Made into records only afterwards: constructors inside the query more than double its time.
        var rows = await (
            from photo in photos.AsNoTracking()
            where photo.State == PhotoState.Ready
            join face in db.Faces on photo.Id equals face.PhotoId
            where face.PersonId != null
            orderby face.PhotoId
            select new
            {
                face.PhotoId, photo.MomentId, photo.SeriesId, photo.WidthPx, photo.HeightPx, Frame = photo.Measures,
                face.Id, PersonId = face.PersonId!.Value, face.Box, face.Points, face.Landmarks, face.Expression, face.Measures,
            }).ToListAsync(ct);
        return rows.Select(r => new FaceRow(r.PhotoId, r.MomentId, r.SeriesId, new MeasuredFrame(r.WidthPx, r.HeightPx, r.Frame),
            new MeasuredFace(r.Id, r.PersonId, null, r.Box, r.Points, r.Landmarks, r.Expression, r.Measures)));
    }

    /// <summary>Stored scores by face; PersonId is 0, for the table does not hold it.</summary>
    public static Task<Dictionary<int, FaceScore>> LoadScoresAsync(StudioDb db, IQueryable<Photo> photos, CancellationToken ct) =>
        (from photo in photos
         join face in db.Faces on photo.Id equals face.PhotoId
         join s in db.Scores on face.Id equals s.FaceId
         select new FaceScore(s.FaceId, 0, s.Technical, s.Composition, s.Expression, s.Context, s.Overall, s.Facts)
         {
             InSeries = s.InSeries,
             PhotosOfMoment = s.PhotosOfMoment,
         })
        .ToDictionaryAsync(s => s.FaceId, ct);

    public static void Write(StudioDb db, WeddingId weddingId, IEnumerable<FaceScore> scores, CancellationToken ct) =>
        SqlBatch.Run(db, """
            INSERT INTO Scores (FaceId, WeddingId, Technical, Composition, Expression, Context, Overall, Facts, InSeries, PhotosOfMoment)
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (FaceId) DO UPDATE SET WeddingId = excluded.WeddingId, Technical = excluded.Technical,
                Composition = excluded.Composition, Expression = excluded.Expression, Context = excluded.Context,
                Overall = excluded.Overall, Facts = excluded.Facts, InSeries = excluded.InSeries,
                PhotosOfMoment = excluded.PhotosOfMoment
            """,
            scores.Select(s => new object?[] { s.FaceId, weddingId, s.Technical, s.Composition, s.Expression, s.Context, s.Overall,
                (int)s.Facts, s.InSeries, s.PhotosOfMoment }), ct);

    public static void Delete(StudioDb db, IEnumerable<int> faceIds, CancellationToken ct) =>
        SqlBatch.Run(db, "DELETE FROM Scores WHERE FaceId = $0", faceIds.Select(id => new object?[] { id }), ct);
}
