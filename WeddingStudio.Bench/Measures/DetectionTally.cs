using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;

namespace WeddingStudio.Bench.Measures;

/// <summary>A picture whose faces are known. Doubtful boxes count neither as a face nor as a false detection.</summary>
/// <param name="Points">[faces][5] true points, or empty where only boxes are known.</param>
public sealed record KnownPicture(
    string Path, IReadOnlyList<FaceBox> Faces, IReadOnlyList<PointPx[]> Points, IReadOnlyList<FaceBox> Doubtful);

/// <summary>How a detector did on pictures with known faces; add pictures one by one.</summary>
/// <param name="fromPx">Sizes (longer side, pixels, rising) from which faces are counted apart; smaller ones are not counted.</param>
public sealed class DetectionTally(IReadOnlyList<double> fromPx)
{
    /// <summary>Smaller faces have too few pixels to judge their points by.</summary>
    private const double PointsFromPx = 32;

    /// <summary>Less overlap with anything known than this is a false detection.</summary>
    private const double FalseBelowIoU = .2;

    /// <summary>On a profile the eyes nearly coincide: an error in eye distances says nothing there.</summary>
    private const double LeastEyeDistance = .25;

    private readonly List<double> _pointErrors = [];

    private readonly int[] _known = new int[fromPx.Count];
    private readonly int[] _found = new int[fromPx.Count];

    /// <summary>Counts faces of 16 to 32 pixels and larger ones.</summary>
    public DetectionTally() : this([16, 32])
    {
    }

    public int Pictures { get; private set; }
    public int Large => _known[^1];
    public int LargeFound => _found[^1];
    public int Small => _known[0];
    public int SmallFound => _found[0];
    public int False { get; private set; }

    /// <summary>Boxes on a face beyond the first.</summary>
    public int Doubles { get; private set; }

    /// <summary>Of the faces whose longer side is at least the n-th size and below the next one.</summary>
    public (int Found, int Known) this[int size] => (_found[size], _known[size]);

    /// <summary>
    /// Mean distance of the five points from the true ones in eye distances, over faces from 32 px; NaN when no points are known.
    /// </summary>
    public double PointError => _pointErrors.Count > 0 ? _pointErrors.Average() : double.NaN;

    public void Add(KnownPicture picture, IReadOnlyList<(FaceBox Box, PointPx[] Points)> found)
    {
        var match = LabelledFace.Match([.. picture.Faces.Select(box => new LabelledFace("", box, ""))],
            [.. found.Select(f => f.Box)], 0, 0);
        for (var i = 0; i < match.Length; i++)
        {
            var (size, hit) = (Size(picture.Faces[i]), match[i] >= 0);
            var at = fromPx.Count(from => size >= from) - 1;
            if (at >= 0)
                (_known[at], _found[at]) = (_known[at] + 1, _found[at] + (hit ? 1 : 0));
            Doubles += Math.Max(0, found.Count(f => f.Box.IoU(picture.Faces[i]) >= LabelledFace.FoundFromIoU) - 1);
            if (hit && size >= PointsFromPx && picture.Points.Count > 0)
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
