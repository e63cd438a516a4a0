using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Visits;

/// <summary>What a visit writes.</summary>
internal sealed partial class PhotoVisit
{
    /// <summary>
    /// The faces as they are stored, of which the last are <paramref name="drawn"/> by hand; their crops are on disk then.
    /// </summary>
    private List<Face> RowsOf(Photo photo, PhotoPixels pixels, IReadOnlyList<FaceReading> found, params IReadOnlyList<KeptFace> drawn)
    {
        var keys = FaceKey.OfAll(photo.ContentHash!, found.Select(face => face.Box));
        for (var i = 0; i < found.Count; i++)
            FaceCrop.Save(pixels, found[i].Box, paths.FaceCrop(wedding.Id, keys[i]));
        var rows = found.Zip(keys, (face, key) => ToRow(photo.Id, key, face)).ToList();
        foreach (var (row, kept) in rows.TakeLast(drawn.Count).Zip(drawn))
            (row.Drawn, row.PersonId) = (true, kept.PersonId);
        return rows;
    }

    private Task StoreAsync(int photoId, Visited visited) => store.WriteAsync(async db =>
    {
        // A photo read before with other models: what those found makes way, but for a face drawn this minute.
        await db.Faces.Where(face => visited.Replaces.Contains(face.Id)).ExecuteDeleteAsync();

        var row = await db.Photos.SingleAsync(photo => photo.Id == photoId);
        (row.State, row.Problem, row.Attempts, row.Pack) = (PhotoState.Ready, null, 0, models.Fingerprint);
        row.Finding = models.Finding;
        row.SecondLookDue = visited.SecondLookDue;
        (row.WidthPx, row.HeightPx, row.TakenAt) = (visited.WidthPx, visited.HeightPx, visited.TakenAt);
        (row.Measures, row.PerceptualHash, row.Panels) = (visited.Measures, visited.PerceptualHash, visited.Panels);
        row.CameraId = visited.Camera is { } camera ? await CameraIdAsync(db, camera) : null;
        db.Faces.AddRange(visited.Faces);
        await db.SaveChangesAsync();
    }, CancellationToken.None);

    private async Task<int> CameraIdAsync(StudioDb db, CameraIdentity seen)
    {
        var camera = await db.Cameras.FirstOrDefaultAsync(known => known.WeddingId == wedding.Id
            && known.Make == seen.Make && known.Model == seen.Model && known.Serial == seen.Serial);
        if (camera is null)
        {
            db.Cameras.Add(camera = new Camera { WeddingId = wedding.Id, Make = seen.Make, Model = seen.Model, Serial = seen.Serial });
            await db.SaveChangesAsync();
        }

        return camera.Id;
    }

    private Face ToRow(int photoId, string key, FaceReading face) => new()
    {
        WeddingId = wedding.Id,
        PhotoId = photoId,
        Key = key,
        Box = face.Box,
        Points = face.Points.ToFlat(),
        Confidence = face.Confidence,
        Quality = face.Quality,
        Embedding = face.Embedding,
        Pack = models.Fingerprint,
        Landmarks = [.. face.Landmarks.SelectMany(point => new[] { (float)point.X, (float)point.Y })],
        Expression = face.Expression,
        Measures = face.Measures,
        Clothes = face.Clothes,
        Surround = face.Surround,
    };
}
