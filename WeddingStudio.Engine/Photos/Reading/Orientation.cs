using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>
/// EXIF orientation as a walk through the upright picture: the stored pixel (x, y) lands at Origin + x * StepX + y * StepY,
/// counted in pixels. Rows are placed while they are decoded, so turning needs no second copy of the picture.
/// </summary>
internal readonly record struct Orientation(
    int Exif, int StoredWidthPx, int StoredHeightPx, int WidthPx, int HeightPx, int Origin, int StepX, int StepY)
{
    /// <param name="exif">1..8; anything else means upright.</param>
    /// <param name="widthPx">Width as stored.</param>
    /// <param name="heightPx">Height as stored.</param>
    public static Orientation Of(int exif, int widthPx, int heightPx)
    {
        var (w, h) = (widthPx, heightPx);
        return exif switch
        {
            2 => new(exif, w, h, w, h, w - 1, -1, w),
            3 => new(exif, w, h, w, h, w * h - 1, -1, -w),
            4 => new(exif, w, h, w, h, (h - 1) * w, 1, -w),
            5 => new(exif, w, h, h, w, 0, h, 1),
            6 => new(exif, w, h, h, w, h - 1, h, -1),
            7 => new(exif, w, h, h, w, w * h - 1, -h, -1),
            8 => new(exif, w, h, h, w, (w - 1) * h, -h, 1),
            _ => new(exif, w, h, w, h, 0, 1, w),
        };
    }

    /// <summary>Where the pixels of a rectangle of the upright picture are stored.</summary>
    public PixelRect Stored(PixelRect upright)
    {
        var (a, b) = (StoredAt(upright.Left, upright.Top), StoredAt(upright.Right - 1, upright.Bottom - 1));
        return new PixelRect(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Abs(a.X - b.X) + 1, Math.Abs(a.Y - b.Y) + 1);
    }

    private (int X, int Y) StoredAt(int x, int y) => Exif switch
    {
        2 => (WidthPx - 1 - x, y),
        3 => (WidthPx - 1 - x, HeightPx - 1 - y),
        4 => (x, HeightPx - 1 - y),
        5 => (y, x),
        6 => (y, WidthPx - 1 - x),
        7 => (HeightPx - 1 - y, WidthPx - 1 - x),
        8 => (HeightPx - 1 - y, x),
        _ => (x, y),
    };

    /// <summary>
    /// Places stored rows [rows, width, 3], the first of which is row <paramref name="fromY"/>, into the upright picture.
    /// </summary>
    public void Place(ReadOnlySpan<byte> stored, int fromY, Span<byte> upright)
    {
        if (StepX == 1 && WidthPx == StoredWidthPx)
            PlaceWhole(stored, fromY, upright);
        else
            PlaceByPixel(stored, fromY, upright);
    }

    private void PlaceWhole(ReadOnlySpan<byte> stored, int fromY, Span<byte> upright)
    {
        var rowBytes = WidthPx * 3;
        for (var at = 0; at < stored.Length; at += rowBytes, fromY++)
            stored.Slice(at, rowBytes).CopyTo(upright[((Origin + fromY * StepY) * 3)..]);
    }

    // Numeric kernel: down the few stored rows first, because after a quarter turn those pixels are neighbours.
    private void PlaceByPixel(ReadOnlySpan<byte> stored, int fromY, Span<byte> upright)
    {
        var rows = stored.Length / (StoredWidthPx * 3);
        for (var x = 0; x < StoredWidthPx; x++)
        {
            for (var y = 0; y < rows; y++)
            {
                var from = stored.Slice((y * StoredWidthPx + x) * 3, 3);
                var to = upright.Slice((Origin + x * StepX + (fromY + y) * StepY) * 3, 3);
                to[2] = from[2];
                to[1] = from[1];
                to[0] = from[0];
            }
        }
    }
}
