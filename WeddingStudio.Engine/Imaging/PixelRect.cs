namespace WeddingStudio.Engine.Imaging;

/// <summary>A rectangle of whole pixels.</summary>
public readonly record struct PixelRect(int Left, int Top, int WidthPx, int HeightPx)
{
    public int Right => Left + WidthPx;
    public int Bottom => Top + HeightPx;

    /// <summary>Bytes of its pixels in a <see cref="Raster"/>.</summary>
    public int Bytes => checked(WidthPx * HeightPx * 3);

    public bool Contains(PixelRect other) => other.Left >= Left && other.Top >= Top && other.Right <= Right && other.Bottom <= Bottom;

    /// <summary>All pixels that these bounds touch, within a picture; at least one pixel, however far outside they lie.</summary>
    public static PixelRect Around(double left, double top, double right, double bottom, int widthPx, int heightPx)
    {
        var (x, y) = (Start(left, widthPx), Start(top, heightPx));
        return new PixelRect(x, y, End(right, x, widthPx) - x, End(bottom, y, heightPx) - y);

        static int Start(double at, int lengthPx) => (int)Math.Clamp(Math.Floor(at), 0, lengthPx - 1);
        static int End(double at, int from, int lengthPx) => (int)Math.Clamp(Math.Ceiling(at), from + 1, lengthPx);
    }
}
