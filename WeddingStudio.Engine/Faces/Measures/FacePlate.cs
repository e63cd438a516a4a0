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

    /// <summary>
    /// A reduced photo must be so many times finer than the fixed size: shrunk twice by little each a face would look softer than it is.
    /// </summary>
    private const double FinestReduced = 1.5;

    /// <summary>The face at the fixed scale, free of aliasing.</summary>
    public static Raster Of(PhotoPixels photo, FivePoints points)
    {
        var limit = (double)FrameLongSidePx / Math.Max(photo.WidthPx, photo.HeightPx);
        return limit < 1 ? Of(Shrunk(photo, points, limit)) : Of((photo.Whole.Raster, points));
    }

    private static Raster Of((Raster Picture, FivePoints Points) face)
    {
        var (photo, points) = face;
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
    private static (Raster Part, FivePoints Points) Shrunk(PhotoPixels photo, FivePoints points, double limit)
    {
        var all = points.ToArray();
        var reach = 2 * (all.Max(p => p.X) - all.Min(p => p.X) + all.Max(p => p.Y) - all.Min(p => p.Y));
        var (x, y) = (all.Average(p => p.X), all.Average(p => p.Y));
        var area = PixelRect.Around(x - reach, y - reach, x + reach, y + reach, photo.WidthPx, photo.HeightPx);
        var level = photo.LevelFor(area, coarsest: 1 / (limit * FinestReduced));
        var pixels = level.PixelsOf(area);
        var (left, top, widthPx, heightPx) = level.AreaOf(pixels);
        var small = RasterResize.Resize(level.Raster, pixels, Math.Max(1, (int)Math.Round(widthPx * limit)),
            Math.Max(1, (int)Math.Round(heightPx * limit)));
        var (acrossBy, downBy) = ((double)small.WidthPx / widthPx, (double)small.HeightPx / heightPx);
        return (small, points.Map(p => new PointPx((p.X - left + .5) * acrossBy - .5, (p.Y - top + .5) * downBy - .5)));
    }
}
