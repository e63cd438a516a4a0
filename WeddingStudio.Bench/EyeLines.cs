using System.Text.Json;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Landmarks;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Bench;

/// <summary>Where the eyes of portraits are, a line of JSON for each: what models/training/eyes.py learns from.</summary>
internal static class EyeLines
{
    public static void Write(FaceReader reader, string folder, string file)
    {
        var lines = ScoredPortrait.SpreadOver(folder, int.MaxValue).AsParallel().AsOrdered().Select(path =>
            ScoredPortrait.Of(reader, PhotoReader.Read(path)) is { Face.Landmarks.Length: > 0 } portrait
                ? Line(Path.GetRelativePath(folder, path), portrait.Face.Landmarks)
                : null);
        File.WriteAllLines(file, lines.OfType<string>());
    }

    private static string Line(string file, PointPx[] points)
    {
        var (left, right) = EyePoints.Among(points.Length);
        return JsonSerializer.Serialize(new { file, left = Of(left), right = Of(right) });

        double[][] Of(EyePoints eye) => [.. eye.Outline.Select(i => new[] { points[i].X, points[i].Y })];
    }
}
