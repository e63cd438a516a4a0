using WeddingStudio.Engine.Data;
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
    public IReadOnlyList<FaceReading> ReadAgain(Raster photo, IReadOnlyList<Face> known) =>
        Describe(photo, [.. known.Select(face => new LocatedFace(
            new DetectedFace(face.Box, face.Confidence, FivePoints.FromFlat(face.Points)), face.Box,
            _landmarks is null ? null : new FaceLandmarks(Points(face.Landmarks), null, IsFace: true)))]);

    private static PointPx[] Points(float[] flat) =>
        [.. Enumerable.Range(0, flat.Length / 2).Select(i => new PointPx(flat[2 * i], flat[2 * i + 1]))];

    /// <summary>The face that a user says is in this box, which lies within the photo. Confidence 1: a human has seen it.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="box">As drawn.</param>
    /// <param name="keepBox">Statements are anchored to the box; else the detector's own is taken where it sees the face.</param>
    public FaceReading ReadDrawn(Raster photo, FaceBox box, bool keepBox = false)
    {
        var found = (_drawnFaces.Find(photo, box) ?? Guess(photo, box)) with { Score = 1 };
        var face = keepBox ? found with { Box = box } : found;
        return Describe(photo,
            [new LocatedFace(face, FaceKey.Clip(face.Box, photo.WidthPx, photo.HeightPx), ReadLandmarks(photo, [face])?[0])])[0];
    }

    // No detector sees it: many points know the way better than the box alone.
    private DetectedFace Guess(Raster photo, FaceBox box)
    {
        var guess = new DetectedFace(box, 1, DrawnFaces.Guess(box));
        return _landmarks is { PointCount: 98 } ? guess with { Points = LandmarkReader.FiveOf(_landmarks.Read(photo, [guess])[0].Points) }
            : guess;
    }
}
