using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Faces.Landmarks;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces;

/// <summary>Faces whose places somebody else knows: an earlier visit, or a user.</summary>
public sealed partial class FaceReader
{
    /// <summary>
    /// What embedder, expressions and quality make of faces whose places and points are known, in the order given. Points are kept in
    /// single precision and boxes within the photo, so it may differ from a first reading in the last digits.
    /// </summary>
    public async Task<IReadOnlyList<FaceReading>> ReadAgainAsync(PhotoPixels photo, IReadOnlyList<Face> known, CancellationToken ct)
    {
        List<LocatedFace> faces = [.. known.Select(face => new LocatedFace(
            new DetectedFace(face.Box, face.Confidence, FivePoints.FromFlat(face.Points)), face.Box,
            _landmarks is null ? null : new FaceLandmarks(Points(face.Landmarks), null, IsFace: true)))];
        await ReadPartsAsync(photo, faces.Select(face => face.Detected), ct);
        return Describe(photo, faces);
    }

    private static PointPx[] Points(float[] flat) =>
        [.. Enumerable.Range(0, flat.Length / 2).Select(i => new PointPx(flat[2 * i], flat[2 * i + 1]))];

    /// <summary>The face that a user says is in this box, which lies within the photo. Confidence 1: a human has seen it.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="box">As drawn.</param>
    /// <param name="keepBox">Statements are anchored to the box; else the detector's own is taken where it sees the face.</param>
    /// <param name="ct">Stops waiting for pixels.</param>
    public async Task<FaceReading> ReadDrawnAsync(PhotoPixels photo, FaceBox box, bool keepBox, CancellationToken ct)
    {
        await photo.ReadPartsAsync([AreaOf(photo, box)], ct);
        var found = (_drawnFaces.Find(photo, box) ?? Guess(photo, box)) with { Score = 1 };
        var face = keepBox ? found with { Box = box } : found;
        return Describe(photo,
            [new LocatedFace(face, FaceKey.Clip(face.Box, photo.WidthPx, photo.HeightPx), ReadLandmarks(photo, [face])?[0])])[0];
    }

    /// <summary>
    /// Whoever is small in a reduced photo is looked at in full size. The others are shrunk further for every model anyway.
    /// </summary>
    private static Task ReadPartsAsync(PhotoPixels photo, IEnumerable<DetectedFace> faces, CancellationToken ct) =>
        photo.ReadPartsAsync(faces.Where(face => FaceAlignment.PhotoPxPerPx(face.Points) < 2 * photo.Whole.Shrink)
            .Select(face => AreaOf(photo, face.Box)), ct);

    /// <summary>The face with all that models, measures and the page's tile see around it, however it leans.</summary>
    private static PixelRect AreaOf(PhotoPixels photo, FaceBox box)
    {
        var reach = 1.5 * Math.Max(box.WidthPx, box.HeightPx);
        return PixelRect.Around(box.CentreX - reach, box.CentreY - reach, box.CentreX + reach, box.CentreY + reach,
            photo.WidthPx, photo.HeightPx);
    }

    // No detector sees it: many points know the way better than the box alone.
    private DetectedFace Guess(PhotoPixels photo, FaceBox box)
    {
        var guess = new DetectedFace(box, 1, DrawnFaces.Guess(box));
        return _landmarks is { PointCount: 98 } ? guess with { Points = LandmarkReader.FiveOf(_landmarks.Read(photo, [guess])[0].Points) }
            : guess;
    }
}
