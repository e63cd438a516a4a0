namespace WeddingStudio.Engine.Photos;

/// <summary>An upright sRGB picture in memory: <paramref name="rgb"/> is [height, width, 3] bytes, row by row.</summary>
public sealed class Raster(int widthPx, int heightPx, byte[] rgb)
{
    public int WidthPx { get; } = widthPx;
    public int HeightPx { get; } = heightPx;
    public byte[] Rgb { get; } = rgb.Length == widthPx * heightPx * 3
        ? rgb
        : throw new ArgumentException($"{widthPx}x{heightPx} RGB needs {widthPx * heightPx * 3} bytes, got {rgb.Length}.", nameof(rgb));

    public ReadOnlySpan<byte> Row(int y) => Rgb.AsSpan(y * WidthPx * 3, WidthPx * 3);

    /// <summary>A copy of a rectangle that lies within the picture.</summary>
    public Raster Part(int left, int top, int widthPx, int heightPx)
    {
        var rgb = new byte[widthPx * heightPx * 3];
        for (var y = 0; y < heightPx; y++)
            Row(top + y).Slice(3 * left, 3 * widthPx).CopyTo(rgb.AsSpan(3 * y * widthPx));
        return new Raster(widthPx, heightPx, rgb);
    }

    /// <summary>A copy turned clockwise by 1 to 3 quarters.</summary>
    public Raster Turned(int quarters)
    {
        var (widthPx, heightPx) = quarters == 2 ? (WidthPx, HeightPx) : (HeightPx, WidthPx);
        var turned = new byte[Rgb.Length];
        for (var y = 0; y < heightPx; y++)
        {
            for (var x = 0; x < widthPx; x++)
            {
                var (fromX, fromY) = quarters switch { 1 => (y, HeightPx - 1 - x), 2 => (WidthPx - 1 - x, HeightPx - 1 - y), _ => (WidthPx - 1 - y, x) };
                Row(fromY).Slice(3 * fromX, 3).CopyTo(turned.AsSpan((y * widthPx + x) * 3));
            }
        }

        return new Raster(widthPx, heightPx, turned);
    }
}
