using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Visits;

/// <summary>The small square picture of a face that stands for it on every page.</summary>
internal static class FaceCrop
{
    public const int SizePx = 256;
    private const int Quality = 85;

    /// <summary>Side of the square in longer sides of the box: hair and chin are in the picture, neighbours hardly.</summary>
    private const double Air = 1.4;

    /// <summary>For a face nobody has looked at since the photo was opened.</summary>
    public static async Task SaveAsync(PhotoPixels photo, FaceBox box, string path, CancellationToken ct)
    {
        var (left, top, side, _) = SquareWithin(box, photo.WidthPx, photo.HeightPx);
        await photo.ReadPartsAsync([PixelRect.Around(left, top, left + side, top + side, photo.WidthPx, photo.HeightPx)], ct);
        Save(photo, box, path);
    }

    public static void Save(PhotoPixels photo, FaceBox box, string path) =>
        JpegWriter.Save(SquareWithin(box, photo.WidthPx, photo.HeightPx).Cut(photo, SizePx), path, Quality);

    /// <summary>A square with air around the box, moved (and if need be shrunk) into the photo: tiles have no black edges.</summary>
    internal static SquareCrop SquareWithin(FaceBox box, int widthPx, int heightPx)
    {
        var side = Math.Min(Math.Max(box.WidthPx, box.HeightPx) * Air, Math.Min(widthPx, heightPx));
        return new SquareCrop(
            Math.Clamp(box.CentreX - side / 2, 0, widthPx - side),
            Math.Clamp(box.CentreY - side / 2, 0, heightPx - side),
            side);
    }
}
