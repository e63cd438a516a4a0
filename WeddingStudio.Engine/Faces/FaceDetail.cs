using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Photos;

namespace WeddingStudio.Engine.Faces;

/// <summary>
/// How finely a face is drawn, at a scale that the camera's megapixels do not decide: as in a photo of 2048 px, upright, shrunk to the
/// template where it is larger and never enlarged, for what is enlarged looks blurred.
/// </summary>
/// <param name="Detail">Variance of the Laplacian of luma over the inner face.</param>
/// <param name="Colour">Mean square difference of Cb and Cr over two pixels.</param>
/// <param name="Burnt">Share of pixels with a channel at or above 250.</param>
/// <param name="OneWay">See <see cref="OneWayOf"/>.</param>
internal readonly record struct FaceDetail(double Detail, double Colour, double Burnt, double OneWay)
{
    /// <summary>The long side photos are thought to have: everything from 3 megapixels on is the same then.</summary>
    public const int FrameLongSidePx = 2048;

    private const int SmallestPx = 24;

    /// <summary>So many times finer than the plate a face is sampled before pixels are averaged: what is finer would alias.</summary>
    private const int FinestSampling = 4;

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

    public static FaceDetail Of(Raster photo, FivePoints points)
    {
        var plate = Plate(photo, points);
        var side = plate.WidthPx;
        var (luma, blue, red) = Planes(plate);
        return new FaceDetail(Laplacian(luma, side), Squares(blue, side) + Squares(red, side), BurntOf(plate), OneWayOf(luma, side));
    }

    /// <summary>The face at the fixed scale, free of aliasing.</summary>
    internal static Raster Plate(Raster photo, FivePoints points)
    {
        var limit = (double)FrameLongSidePx / Math.Max(photo.WidthPx, photo.HeightPx);
        if (limit < 1)
            (photo, points) = Shrunk(photo, points, limit);
        var map = Similarity.Fit(points.ToArray(), FaceAlignment.Template.ToArray());
        if (map.Scale == 0)
            return new Raster(SmallestPx, SmallestPx, new byte[3 * SmallestPx * SmallestPx]);
        var side = Math.Clamp((int)Math.Round(FaceAlignment.SizePx * Math.Min(1, 1 / map.Scale)), SmallestPx, FaceAlignment.SizePx);
        var share = (double)side / FaceAlignment.SizePx;
        var finer = (int)Math.Clamp(Math.Ceiling(1 / (map.Scale * share)), 1, FinestSampling);

        // Pixel centres lie at whole numbers: the centre of a plate's pixel is the middle of its finer ones.
        var by = share * finer;
        var shift = (by - 1) / 2;
        var fine = FaceWarp.Cut(photo, new Similarity(map.A * by, map.B * by, map.ShiftX * by + shift, map.ShiftY * by + shift), side * finer, side * finer);
        return RasterResize.Resize(fine, side, side);
    }

    /// <summary>The part of the photo around the face as the photo would be at the fixed size.</summary>
    private static (Raster Part, FivePoints Points) Shrunk(Raster photo, FivePoints points, double limit)
    {
        var all = points.ToArray();
        var reach = 2 * (all.Max(p => p.X) - all.Min(p => p.X) + all.Max(p => p.Y) - all.Min(p => p.Y));
        var (left, right) = Span(all.Average(p => p.X), reach, photo.WidthPx);
        var (top, bottom) = Span(all.Average(p => p.Y), reach, photo.HeightPx);
        var part = photo.Part(left, top, right - left, bottom - top);
        var small = RasterResize.Resize(part, Math.Max(1, (int)Math.Round(part.WidthPx * limit)), Math.Max(1, (int)Math.Round(part.HeightPx * limit)));
        var (acrossBy, downBy) = ((double)small.WidthPx / part.WidthPx, (double)small.HeightPx / part.HeightPx);
        return (small, points.Map(p => new PointPx((p.X - left + .5) * acrossBy - .5, (p.Y - top + .5) * downBy - .5)));
    }

    /// <summary>At least one pixel of the photo, however far outside the points lie.</summary>
    private static (int From, int To) Span(double centre, double reach, int sidePx)
    {
        var from = (int)Math.Clamp(centre - reach, 0, sidePx - 1);
        return (from, (int)Math.Clamp(Math.Ceiling(centre + reach), from + 1, sidePx));
    }

    private static (float[] Luma, float[] Blue, float[] Red) Planes(Raster plate)
    {
        var luma = Photos.Luma.Of(plate).Values;
        var (blue, red) = (new float[luma.Length], new float[luma.Length]);
        for (var i = 0; i < luma.Length; i++)
            (blue[i], red[i]) = ((plate.Rgb[3 * i + 2] - luma[i]) / 1.772f, (plate.Rgb[3 * i] - luma[i]) / 1.402f);
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
        foreach (var i in Inner(plate.WidthPx, SkinLeft, SkinRight, SkinTop, SkinBottom))
        {
            burnt += Math.Max(plate.Rgb[3 * i], Math.Max(plate.Rgb[3 * i + 1], plate.Rgb[3 * i + 2])) >= BurntLevel ? 1 : 0;
            count++;
        }

        return (double)burnt / count;
    }

    /// <summary>
    /// The fine share of the gradient's energy in two directions at a right angle, as far as it differs from that of a face in focus. Of 9 px
    /// of motion against a Gaussian blur of 2 px it tells .967 (area under the curve, 200 portraits of LFW, four directions).
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
