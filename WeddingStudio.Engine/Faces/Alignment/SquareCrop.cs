using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Alignment;

/// <summary>
/// A square around a face, as landmark and expression models want it; black beyond the photo's edge. It leans with the head by
/// LeanRadians about its centre, positive clockwise, so that the head stands upright in the crop.
/// </summary>
public readonly record struct SquareCrop(double LeftPx, double TopPx, double SidePx, double LeanRadians = 0)
{
    /// <summary>
    /// Side = the longer side of the box times <paramref name="scale"/>, moved towards the chin by <paramref name="shiftDown"/> sides.
    /// </summary>
    public static SquareCrop Around(FaceBox box, double scale = 1, double shiftDown = 0, double leanRadians = 0)
    {
        var side = Math.Max(box.WidthPx, box.HeightPx) * scale;
        var (across, down) = (-shiftDown * side * Math.Sin(leanRadians), shiftDown * side * Math.Cos(leanRadians));
        return new(box.CentreX + across - side / 2, box.CentreY + down - side / 2, side, leanRadians);
    }

    /// <summary>The picture inside the square.</summary>
    public Raster Cut(PhotoPixels photo, int sizePx)
    {
        var scale = sizePx / SidePx;
        var (a, b) = (scale * Math.Cos(LeanRadians), -scale * Math.Sin(LeanRadians));
        var (x, y) = (LeftPx + SidePx / 2, TopPx + SidePx / 2);
        return SidePx > 0 && double.IsFinite(scale)
            ? FaceWarp.Cut(photo, new Similarity(a, b, sizePx / 2.0 - a * x + b * y, sizePx / 2.0 - b * x - a * y), sizePx, sizePx)
            : new Raster(sizePx, sizePx, new byte[sizePx * sizePx * 3]);
    }

    /// <summary>A point given as shares of the crop, in photo pixels.</summary>
    public PointPx ToPhoto(double x, double y)
    {
        var (across, down) = ((x - .5) * SidePx, (y - .5) * SidePx);
        var (cos, sin) = (Math.Cos(LeanRadians), Math.Sin(LeanRadians));
        return new(LeftPx + SidePx / 2 + across * cos - down * sin, TopPx + SidePx / 2 + across * sin + down * cos);
    }
}
