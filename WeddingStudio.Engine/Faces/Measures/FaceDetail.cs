using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Measures;

/// <summary>
/// How finely a face is drawn, at a scale that the camera's megapixels do not decide: that of <see cref="FacePlate"/>.
/// </summary>
/// <param name="Detail">Variance of the Laplacian of luma over the inner face.</param>
/// <param name="Colour">Mean square difference of Cb and Cr over two pixels.</param>
/// <param name="Burnt">Share of pixels with a channel at or above 250.</param>
/// <param name="OneWay">See <see cref="OneWayOf"/>.</param>
internal readonly record struct FaceDetail(double Detail, double Colour, double Burnt, double OneWay)
{
    private const int BurntLevel = 250;

    // From brows to chin and cheek to cheek, in shares of the template's 112 px: no background and little hair.
    private const double Left = 18 / 112.0, Right = 94 / 112.0, Top = 24 / 112.0, Bottom = 106 / 112.0;

    // The skin between the temples, from brows to lips, as FaceMeasurer takes it.
    private const double SkinLeft = 28 / 112.0, SkinRight = 84 / 112.0, SkinTop = 36 / 112.0, SkinBottom = 104 / 112.0;

    /// <summary>
    /// Logarithm of fine (1 px) over coarse (4 px) gradient energy at 0, 45, 90 and 135 degrees in faces that are in focus: medians of 200
    /// portraits of LFW. Brows, eyes and lips lie across, so directions differ by themselves.
    /// </summary>
    private static readonly double[] _inFocus = [-2.25, -2.02, -2.15, -2.02];

    public static FaceDetail Of(PhotoPixels photo, FivePoints points)
    {
        var plate = FacePlate.Of(photo, points);
        var side = plate.WidthPx;
        var (luma, blue, red) = Planes(plate);
        return new FaceDetail(Laplacian(luma, side), Squares(blue, side) + Squares(red, side), BurntOf(plate), OneWayOf(luma, side));
    }

    private static (float[] Luma, float[] Blue, float[] Red) Planes(Raster plate)
    {
        var luma = Imaging.Luma.Of(plate).Values;
        var (blue, red) = (new float[luma.Length], new float[luma.Length]);
        var rgb = plate.Rgb;
        for (var i = 0; i < luma.Length; i++)
            (blue[i], red[i]) = ((rgb[3 * i + 2] - luma[i]) / 1.772f, (rgb[3 * i] - luma[i]) / 1.402f);
        return (luma, blue, red);
    }

    private static double Laplacian(float[] luma, int side)
    {
        double sum = 0, squares = 0;
        var count = 0;
        foreach (var i in Inner(side, Left, Right, Top, Bottom))
        {
            var value = luma[i - side] + luma[i + side] + luma[i - 1] + luma[i + 1] - 4 * luma[i];
            (sum, squares, count) = (sum + value, squares + value * value, count + 1);
        }

        return Math.Max(0, squares / count - sum / count * (sum / count));
    }

    private static double Squares(float[] plane, int side) => _directions.Average(d => Energy(plane, side, d, 2)) / 2;

    private static double BurntOf(Raster plate)
    {
        int burnt = 0, count = 0;
        var rgb = plate.Rgb;
        foreach (var i in Inner(plate.WidthPx, SkinLeft, SkinRight, SkinTop, SkinBottom))
        {
            burnt += Math.Max(rgb[3 * i], Math.Max(rgb[3 * i + 1], rgb[3 * i + 2])) >= BurntLevel ? 1 : 0;
            count++;
        }

        return (double)burnt / count;
    }

    /// <summary>
    /// The fine share of the gradient's energy in two directions at a right angle, as far as it differs from that of a face in focus. Of 9
    /// px of motion against a Gaussian blur of 2 px it tells .967 (area under the curve, 200 portraits of LFW, four directions).
    /// </summary>
    private static double OneWayOf(float[] luma, int side)
    {
        double[] lost = [.. _directions.Select((d, i) =>
            Math.Log(Math.Max(Energy(luma, side, d, 1), 1e-6) / Math.Max(Energy(luma, side, d, 4), 1e-6)) - _inFocus[i])];
        return Math.Max(Math.Abs(lost[0] - lost[2]), Math.Abs(lost[1] - lost[3]));
    }

    private static readonly (int X, int Y)[] _directions = [(1, 0), (1, 1), (0, 1), (-1, 1)];

    /// <summary>Mean square difference over so many pixels in a direction, a diagonal's over its length.</summary>
    private static double Energy(float[] plane, int side, (int X, int Y) direction, int pixels)
    {
        double sum = 0;
        var count = 0;
        var (dx, dy) = (direction.X * pixels, direction.Y * pixels);
        foreach (var i in Inner(side, Left, Right, Top, Bottom))
        {
            var (x, y) = (i % side + dx, i / side + dy);
            if (x < 0 || x >= side || y >= side)
                continue;
            var difference = plane[y * side + x] - plane[i];
            (sum, count) = (sum + difference * difference, count + 1);
        }

        return count == 0 ? 0 : sum / count / (dx != 0 && dy != 0 ? 2 : 1);
    }

    private static IEnumerable<int> Inner(int side, double left, double right, double top, double bottom)
    {
        for (var y = (int)(top * side); y < (int)(bottom * side); y++)
        {
            for (var x = (int)(left * side); x < (int)(right * side); x++)
                yield return y * side + x;
        }
    }
}
