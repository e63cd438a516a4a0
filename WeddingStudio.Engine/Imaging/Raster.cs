namespace WeddingStudio.Engine.Imaging;

/// <summary>An upright sRGB picture in memory: <paramref name="pixels"/> is [height, width, 3] bytes, row by row.</summary>
public sealed class Raster(int widthPx, int heightPx, Memory<byte> pixels)
{
    public Raster(int widthPx, int heightPx, byte[] rgb)
        : this(widthPx, heightPx, rgb.AsMemory())
    {
    }

    public int WidthPx { get; } = widthPx;
    public int HeightPx { get; } = heightPx;

    /// <summary>Where the picture lies; memory shared with a helper belongs to the photo that is open and goes with it.</summary>
    public Memory<byte> Pixels { get; } = pixels.Length == widthPx * heightPx * 3
        ? pixels
        : throw new ArgumentException($"{widthPx}x{heightPx} RGB needs {widthPx * heightPx * 3} bytes, got {pixels.Length}.",
            nameof(pixels));

    /// <summary>Take it once before a loop: finding the bytes costs more than reading one.</summary>
    public Span<byte> Rgb => Pixels.Span;

    public ReadOnlySpan<byte> Row(int y) => Rgb.Slice(y * WidthPx * 3, WidthPx * 3);

    /// <summary>A copy of a rectangle that lies within the picture.</summary>
    public Raster Part(PixelRect area)
    {
        var rgb = GC.AllocateUninitializedArray<byte>(area.Bytes);
        CopyTo(area, rgb);
        return new Raster(area.WidthPx, area.HeightPx, rgb);
    }

    /// <inheritdoc cref="Part(PixelRect)"/>
    public Raster Part(int left, int top, int widthPx, int heightPx) => Part(new PixelRect(left, top, widthPx, heightPx));

    /// <summary>Copies a rectangle that lies within the picture.</summary>
    internal void CopyTo(PixelRect area, Span<byte> rgb)
    {
        for (var y = 0; y < area.HeightPx; y++)
            Row(area.Top + y).Slice(3 * area.Left, 3 * area.WidthPx).CopyTo(rgb[(3 * y * area.WidthPx)..]);
    }

    /// <summary>A copy turned clockwise by 1 to 3 quarters.</summary>
    public Raster Turned(int quarters)
    {
        var (widthPx, heightPx) = quarters == 2 ? (WidthPx, HeightPx) : (HeightPx, WidthPx);
        var from = Rgb;
        var turned = GC.AllocateUninitializedArray<byte>(from.Length);
        for (var y = 0; y < heightPx; y++)
        {
            for (var x = 0; x < widthPx; x++)
            {
                var (fromX, fromY) = quarters switch
                {
                    1 => (y, HeightPx - 1 - x),
                    2 => (WidthPx - 1 - x, HeightPx - 1 - y),
                    _ => (WidthPx - 1 - y, x),
                };
                from.Slice((fromY * WidthPx + fromX) * 3, 3).CopyTo(turned.AsSpan((y * widthPx + x) * 3));
            }
        }

        return new Raster(widthPx, heightPx, turned);
    }
}
