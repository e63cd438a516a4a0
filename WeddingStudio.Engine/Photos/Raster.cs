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
}
