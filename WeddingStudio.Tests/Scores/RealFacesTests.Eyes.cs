using WeddingStudio.Bench;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Landmarks;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Tests.Scores;

public sealed partial class RealFacesTests
{
    /// <summary>The bench measures it on 300 faces with points that no pack scores by: docs/scores-measured.md.</summary>
    [Fact]
    public void Eyes_are_seen_open_and_lids_drawn_over_them_shut()
    {
        var open = Portraits.Value.SelectMany(p => Seen(p.Face.Landmarks, p.Picture)).ToArray();
        var shut = Portraits.Value.SelectMany(p => Seen(p.Face.Landmarks, Lids.Shut(p.Picture, Ibug68Eyes(p.Face.Landmarks)))).ToArray();

        var right = open.Count(odds => odds > 0) + shut.Count(odds => odds < 0);
        Assert.True(right >= .9 * (open.Length + shut.Length), $"{right} of {open.Length + shut.Length}");
    }

    private static IEnumerable<double> Seen(PointPx[] points, Raster picture)
    {
        var (left, right) = EyeStateClassifier.Of(picture, points);
        return new[] { left, right }.OfType<double>();
    }

    private static PointPx[] Ibug68Eyes(PointPx[] wflw98)
    {
        var points = new PointPx[68];
        int[] eye = [0, 1, 3, 4, 5, 7];
        for (var i = 0; i < 6; i++)
            (points[36 + i], points[42 + i]) = (wflw98[60 + eye[i]], wflw98[68 + eye[i]]);
        return points;
    }
}
