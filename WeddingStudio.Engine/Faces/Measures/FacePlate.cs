using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Measures;

/// <summary>
/// A face to be measured: as in a photo of 2048 px, upright, shrunk to the template where it is larger and never enlarged, for what is
/// enlarged looks blurred.
/// </summary>
internal static class FacePlate
{
    /// <summary>The long side photos are thought to have: everything from 3 megapixels on is the same then.</summary>
    public const int FrameLongSidePx = 2048;

    private const int SmallestPx = 24;

    /// <summary>So many times finer than the plate a face is sampled before pixels are averaged: what is finer would alias.</summary>
    private const int FinestSampling = 4;

    /// <summary>The face at the fixed scale, free of aliasing.</summary>
    public static Raster Of(Raster photo, FivePoints points)
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
        var fine = FaceWarp.Cut(photo, new Similarity(map.A * by, map.B * by, map.ShiftX * by + shift, map.ShiftY * by + shift),
            side * finer, side * finer);
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
        var small = RasterResize.Resize(part, Math.Max(1, (int)Math.Round(part.WidthPx * limit)),
            Math.Max(1, (int)Math.Round(part.HeightPx * limit)));
        var (acrossBy, downBy) = ((double)small.WidthPx / part.WidthPx, (double)small.HeightPx / part.HeightPx);
        return (small, points.Map(p => new PointPx((p.X - left + .5) * acrossBy - .5, (p.Y - top + .5) * downBy - .5)));
    }

    /// <summary>At least one pixel of the photo, however far outside the points lie.</summary>
    private static (int From, int To) Span(double centre, double reach, int sidePx)
    {
        var from = (int)Math.Clamp(centre - reach, 0, sidePx - 1);
        return (from, (int)Math.Clamp(Math.Ceiling(centre + reach), from + 1, sidePx));
    }
}
