using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Landmarks;

/// <summary>
/// Whether the pixels of an eye show it open: the second witness beside <see cref="EyeAspect"/>, as points lie on shut lids as if they were
/// half open. Histograms of gradients (Dalal and Triggs 2005) in a window around the eye, weighed by a logistic regression: a lid is a
/// line that hangs low, an eye is a disc between whites under a fold.
/// </summary>
internal static partial class EyeStateClassifier
{
    /// <summary>
    /// A narrower eye shows too few pixels. Learnt on eyes 12 to 25 px wide; the eye's width is the distance of its corners.
    /// </summary>
    public const double SmallestPx = 12;

    // The eye's width and the window, half an eye's width wider and as high as the eye is wide; cells and directions of gradients.
    private const int EyePx = 32, WidthPx = 48, HeightPx = 32, CellPx = 8, Ways = 6;
    private const int CellsAcross = WidthPx / CellPx, Numbers = CellsAcross * (HeightPx / CellPx) * Ways;

    /// <summary>Sums of gradients below it are noise: a window without drawing tends to no numbers at all.</summary>
    private const double Faint = 50;

    /// <summary>Log odds that the image-left and the image-right eye are open; null for an eye that is too small.</summary>
    public static (double? Left, double? Right) Of(PhotoPixels photo, ReadOnlySpan<PointPx> points)
    {
        var (left, right) = EyePoints.Among(points.Length);
        return (Of(photo, points, left.Outline, mirrored: false), Of(photo, points, right.Outline, mirrored: true));
    }

    /// <summary>Image-right eyes are mirrored, so that the nose is always to the right.</summary>
    private static double? Of(PhotoPixels photo, ReadOnlySpan<PointPx> points, int[] outline, bool mirrored)
    {
        var (from, to) = (points[outline[0]], points[outline[outline.Length / 2]]);
        if (!(from.DistanceTo(to) >= SmallestPx))
            return null;
        var (x, y) = ((WidthPx - 1) / 2.0, (HeightPx - 1) / 2.0);
        var map = Similarity.Fit([from, to], [new(x - EyePx / 2.0, y), new(x + EyePx / 2.0, y)]);
        var gradients = Gradients(Luma.Of(FaceWarp.Cut(photo, map, WidthPx, HeightPx)).Values, mirrored);
        var odds = Bias;
        for (var i = 0; i < Numbers; i++)
            odds += _weights[i] * gradients[i];
        return odds;
    }

    /// <summary>[24 cells, row by row, x 6 directions], each the root of its share of the window's gradients.</summary>
    private static double[] Gradients(float[] luma, bool mirrored)
    {
        var cells = new double[Numbers];
        for (var y = 0; y < HeightPx; y++)
        {
            for (var x = 0; x < WidthPx; x++)
                Add(cells, x, y, x is 0 or WidthPx - 1 ? 0 : At(x + 1, y) - At(x - 1, y),
                    y is 0 or HeightPx - 1 ? 0 : At(x, y + 1) - At(x, y - 1));
        }

        var all = Math.Sqrt(cells.Sum(cell => cell * cell)) + Faint;
        return [.. cells.Select(cell => Math.Sqrt(cell / all))];

        double At(int x, int y) => luma[y * WidthPx + (mirrored ? WidthPx - 1 - x : x)];
    }

    /// <summary>A gradient belongs to the two directions it lies between.</summary>
    private static void Add(double[] cells, int x, int y, double across, double down)
    {
        var size = Math.Sqrt(across * across + down * down);
        if (size == 0)
            return;
        var way = (Math.Atan2(down, across) / (2 * Math.PI) + 1) * Ways;
        var (first, past) = ((int)way, way - Math.Floor(way));
        var cell = (y / CellPx * CellsAcross + x / CellPx) * Ways;
        cells[cell + first % Ways] += size * (1 - past);
        cells[cell + (first + 1) % Ways] += size * past;
    }
}
