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
        BulkRows.Upsert(db, scores.Select(s => new Score
        {
            FaceId = s.FaceId, WeddingId = weddingId, Technical = s.Technical, Composition = s.Composition, Expression = s.Expression,
            Context = s.Context, Overall = s.Overall, Facts = s.Facts, InSeries = s.InSeries, PhotosOfMoment = s.PhotosOfMoment,
        }), ct);

    public static void Delete(StudioDb db, IEnumerable<int> faceIds, CancellationToken ct) =>
        BulkRows.Delete<Score>(db, [nameof(Score.FaceId)], faceIds.Select(id => new object?[] { id }), ct);
}
