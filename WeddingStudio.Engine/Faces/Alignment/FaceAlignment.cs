using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Alignment;

public static class FaceAlignment
{
    public const int SizePx = 112;

    /// <summary>Where the five points lie in the 112x112 crop every ArcFace-like embedder is trained on (Deng et al. 2019).</summary>
    public static readonly FivePoints Template = new(
        new(38.2946, 51.6963), new(73.5318, 51.5014), new(56.0252, 71.7366), new(41.5493, 92.3655), new(70.7299, 92.2041));

    /// <summary>The face turned upright and scaled to the template, black beyond the photo's edge.</summary>
    public static Raster Align(PhotoPixels photo, FivePoints points) => Align(photo, points, Template, SizePx, SizePx);

    /// <summary>Pixels of the photo that a pixel of the aligned crop stands for, along each side.</summary>
    public static double PhotoPxPerPx(FivePoints points) => 1 / Similarity.Fit(points.ToArray(), Template.ToArray()).Scale;

    /// <summary>
    /// How much of the aligned crop lies beyond the photo's edge, 0..1: what is black there all cut faces have in common.
    /// </summary>
    public static double ShareOutside(FivePoints points, int widthPx, int heightPx)
    {
        const int step = 8, perSide = SizePx / step;
        var map = Similarity.Fit(points.ToArray(), Template.ToArray());
        if (map.Scale == 0)
            return 0;
        var back = map.Inverse();
        return Enumerable.Range(0, perSide * perSide)
            .Select(i => back.Map(new PointPx(i % perSide * step + step / 2, i / perSide * step + step / 2)))
            .Count(p => p.X < 0 || p.Y < 0 || p.X > widthPx - 1 || p.Y > heightPx - 1) / (double)(perSide * perSide);
    }

    public static Raster Align(PhotoPixels photo, FivePoints points, FivePoints template, int widthPx, int heightPx) =>
        FaceWarp.Cut(photo, Similarity.Fit(points.ToArray(), template.ToArray()), widthPx, heightPx);
}
