using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos;

namespace WeddingStudio.Engine.Faces.Alignment;

/// <summary>An upright square around a face, as landmark and expression models want it; black beyond the photo's edge.</summary>
public readonly record struct SquareCrop(double LeftPx, double TopPx, double SidePx)
{
    /// <summary>Side = the longer side of the box times <paramref name="scale"/>, moved down by <paramref name="shiftDown"/> sides.</summary>
    public static SquareCrop Around(FaceBox box, double scale = 1, double shiftDown = 0)
    {
        var side = Math.Max(box.WidthPx, box.HeightPx) * scale;
        return new(box.CentreX - side / 2, box.CentreY + shiftDown * side - side / 2, side);
    }

    /// <summary>The picture inside the square.</summary>
    public Raster Cut(Raster photo, int sizePx)
    {
        var scale = sizePx / SidePx;
        return SidePx > 0 && double.IsFinite(scale)
            ? FaceWarp.Cut(photo, new Similarity(scale, 0, -LeftPx * scale, -TopPx * scale), sizePx, sizePx)
            : new Raster(sizePx, sizePx, new byte[sizePx * sizePx * 3]);
    }

    /// <summary>A point given as shares of the crop, in photo pixels.</summary>
    public PointPx ToPhoto(double x, double y) => new(LeftPx + x * SidePx, TopPx + y * SidePx);
}
