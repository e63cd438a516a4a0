using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Measures;

/// <summary>
/// What a photo shows around a face, small and in the face's own frame: it stays the same however
/// much a copy is cut off around it, or shrunk.
/// </summary>
internal static class FaceSurround
{
    /// <summary>
    /// The window's side, and how many of the face's templates it is wide; it begins a little
    /// higher than a face in its middle would have it.
    /// </summary>
    private const int SidePx = 24;
    private const double Templates = 3, Lower = SidePx / 16.0;

    /// <summary>So many times finer the photo is sampled along each side before pixels are averaged: what is finer would alias.</summary>
    private const int Finer = 4;

    /// <returns>[576] luma, row by row; 0 = beyond the photo's edge. Empty for points that all coincide.</returns>
    public static byte[] Of(PhotoPixels photo, FivePoints points)
    {
        const double scale = Finer * SidePx / (Templates * FaceAlignment.SizePx), middle = Finer * SidePx / 2.0;
        var map = Similarity.Fit(points.ToArray(), FaceAlignment.Template.Map(p => new PointPx(
            (p.X - FaceAlignment.SizePx / 2.0) * scale + middle, (p.Y - FaceAlignment.SizePx / 2.0) * scale + middle + Finer * Lower))
            .ToArray());
        if (map.Scale == 0)
            return [];
        var fine = FaceWarp.Cut(photo, map, Finer * SidePx, Finer * SidePx);
        var luma = Luma.Of(RasterResize.Resize(fine, SidePx, SidePx)).Values;
        var back = map.Inverse();
        return [.. luma.Select((value, i) => IsInside(Finer * (i % SidePx), Finer * (i / SidePx)) ? (byte)Math.Max(1, Math.Round(value))
            : (byte)0)];

        bool IsInside(int x, int y) => IsOf(x, y) && IsOf(x + Finer - 1, y) && IsOf(x, y + Finer - 1) && IsOf(x + Finer - 1, y + Finer - 1);

        bool IsOf(int x, int y) =>
            back.Map(new PointPx(x, y)) is { X: >= 0, Y: >= 0 } at && at.X <= photo.WidthPx - 1 && at.Y <= photo.HeightPx - 1;
    }
}
