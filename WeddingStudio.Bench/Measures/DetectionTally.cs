using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;

namespace WeddingStudio.Bench.Measures;

/// <summary>A picture whose faces are known. Doubtful boxes count neither as a face nor as a false detection.</summary>
/// <param name="Points">[faces][5] true points, or empty where only boxes are known.</param>
public sealed record KnownPicture(string Path, IReadOnlyList<FaceBox> Faces, IReadOnlyList<PointPx[]> Points, IReadOnlyList<FaceBox> Doubtful);

/// <summary>How a detector did on pictures with known faces; add pictures one by one.</summary>
public sealed class DetectionTally
{
    /// <summary>Sizes (longer side, pixels) from which faces are counted apart.</summary>
    public const double SmallFromPx = 16, LargeFromPx = 32;

    /// <summary>Less overlap with anything known than this is a false detection.</summary>
    private const double FalseBelowIoU = .2;

    /// <summary>On a profile the eyes nearly coincide: an error in eye distances says nothing there.</summary>
    private const double LeastEyeDistance = .25;

    private readonly List<double> _pointErrors = [];

    public int Pictures { get; private set; }
    public int Large { get; private set; }
    public int LargeFound { get; private set; }
    public int Small { get; private set; }
    public int SmallFound { get; private set; }
    public int False { get; private set; }

    /// <summary>Mean distance of the five points from the true ones in eye distances, over faces from 32 px; NaN when no points are known.</summary>
    public double PointError => _pointErrors.Count > 0 ? _pointErrors.Average() : double.NaN;

    public void Add(KnownPicture picture, IReadOnlyList<(FaceBox Box, PointPx[] Points)> found)
    {
        var match = LabelledFace.Match([.. picture.Faces.Select(box => new LabelledFace("", box, ""))], [.. found.Select(f => f.Box)], 0, 0);
        for (var i = 0; i < match.Length; i++)
        {
            var (size, hit) = (Size(picture.Faces[i]), match[i] >= 0);
            if (size >= LargeFromPx)
                (Large, LargeFound) = (Large + 1, LargeFound + (hit ? 1 : 0));
            else if (size >= SmallFromPx)
                (Small, SmallFound) = (Small + 1, SmallFound + (hit ? 1 : 0));
            if (hit && size >= LargeFromPx && picture.Points.Count > 0)
                AddPoints(picture.Points[i], found[match[i]].Points, size);
        }

        Pictures++;
        False += found.Where((face, i) => !match.Contains(i)
            && !picture.Faces.Concat(picture.Doubtful).Any(known => known.IoU(face.Box) >= FalseBelowIoU)).Count();
    }

    private void AddPoints(PointPx[] truth, PointPx[] found, double size)
    {
        var eyes = truth[0].DistanceTo(truth[1]);
        if (eyes > LeastEyeDistance * size)
            _pointErrors.Add(truth.Zip(found, (a, b) => a.DistanceTo(b)).Average() / eyes);
    }

    private static double Size(FaceBox box) => Math.Max(box.WidthPx, box.HeightPx);
}
