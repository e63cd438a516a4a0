using System.Runtime.CompilerServices;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Alignment;

/// <summary>
/// Cuts a turned and scaled patch out of a photo, bilinear, black beyond the edge, as OpenCV's warpAffine does.
/// </summary>
public static class FaceWarp
{
    /// <summary>
    /// A patch of a much larger face is shrunk by whole numbers first, as bilinear sampling alone would skip pixels and alias.
    /// Two to four photo pixels per patch pixel are left to the bilinear step, as in the pipelines the models were measured with.
    /// </summary>
    private const double BilinearRatio = 2;

    /// <summary>Half of 1/32 px in 1/1024 px.</summary>
    private const int Half = 16;

    /// <param name="photo">The whole photo.</param>
    /// <param name="map">From photo pixels to pixels of the patch.</param>
    /// <param name="widthPx">Size of the patch.</param>
    /// <param name="heightPx">Size of the patch.</param>
    public static Raster Cut(PhotoPixels photo, Similarity map, int widthPx, int heightPx)
    {
        if (!photo.IsReduced || map.Scale == 0)
            return Cut(photo.Whole.Raster, map, widthPx, heightPx);
        var (left, top, right, bottom) = Covered(map, widthPx, heightPx);

        // What would be shrunk to that or less before the bilinear step may as well be shrunk already.
        var shrink = ShrinkFor(map);
        var level = photo.LevelFor(PixelRect.Around(left, top, right + 1, bottom + 1, photo.WidthPx, photo.HeightPx), shrink);
        return level.Shrink > 1 && shrink >= level.Shrink ? SampleShrunk(level, map, widthPx, heightPx, shrink)
            : Cut(level.Raster, map.From(level.Left, level.Top, level.Shrink), widthPx, heightPx);
    }

    public static Raster Cut(Raster photo, Similarity map, int widthPx, int heightPx)
    {
        if (map.Scale == 0)
            return new Raster(widthPx, heightPx, new byte[widthPx * heightPx * 3]);
        var shrink = ShrinkFor(map);
        return shrink <= 1 ? Sample(photo, map, widthPx, heightPx)
            : SampleShrunk(new PhotoLevel(photo, 0, 0, Shrink: 1), map, widthPx, heightPx, shrink);
    }

    private static int ShrinkFor(Similarity map) => (int)Math.Floor(1 / (map.Scale * BilinearRatio) + 1e-9);

    /// <param name="photo">All of the photo, reduced at most as far as <paramref name="shrink"/>.</param>
    /// <param name="map">From pixels of the full size to pixels of the patch.</param>
    /// <param name="widthPx">Size of the patch.</param>
    /// <param name="heightPx">Size of the patch.</param>
    /// <param name="shrink">Pixels of the full size along each side that become one.</param>
    private static Raster SampleShrunk(PhotoLevel photo, Similarity map, int widthPx, int heightPx, int shrink)
    {
        var (left, top, right, bottom) = Covered(map, widthPx, heightPx);
        var (x, blocksAcross) = Blocks(left, right, photo.Area.WidthPx, shrink, photo.Shrink);
        var (y, blocksDown) = Blocks(top, bottom, photo.Area.HeightPx, shrink, photo.Shrink);
        if (blocksAcross <= 0 || blocksDown <= 0)
            return new Raster(widthPx, heightPx, new byte[widthPx * heightPx * 3]);

        var region = new PixelRect(x / photo.Shrink, y / photo.Shrink,
            blocksAcross * shrink / photo.Shrink, blocksDown * shrink / photo.Shrink);
        var blocks = RasterResize.Resize(photo.Raster, region, blocksAcross, blocksDown);
        return Sample(blocks, map.From(x, y, shrink), widthPx, heightPx, edge: 16);
    }

    // The run of whole blocks that covers from..to with a margin; where the photo ends inside it, the last block ends with the photo.
    // Begins and ends between pixels of the photo as it is at hand.
    private static (int First, int Count) Blocks(double from, double to, int sidePx, int shrink, int reduced)
    {
        var unit = shrink % reduced == 0 ? shrink : shrink * reduced;
        var first = Math.Clamp((int)Math.Floor(from) - 2 * unit, 0, sidePx);
        var end = Math.Clamp((int)Math.Ceiling(to) + 2 * unit, 0, sidePx) / reduced * reduced;
        var count = (end - first) / unit;
        return (end - count * unit, count * (unit / shrink));
    }

    private static (double Left, double Top, double Right, double Bottom) Covered(Similarity map, int widthPx, int heightPx)
    {
        var back = map.Inverse();
        PointPx[] corners = [back.Map(new(0, 0)), back.Map(new(widthPx - 1, 0)), back.Map(new(0, heightPx - 1)),
            back.Map(new(widthPx - 1, heightPx - 1))];
        return (corners.Min(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.X), corners.Max(c => c.Y));
    }

    // Numeric kernel. For each patch pixel its place in the source in 1/1024 px, rounded to 1/32 px, then the four neighbours
    // weighted in 1/1024: the integer arithmetic of OpenCV, for the patches of the reference pipelines to come out alike.
    // Places up to `edge` outside the source take its outermost pixel: half of a block still lies on the photo.
    // Compiled at its best at once, as other kernels are: by and by, small folders would be read by slow code from end to end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Raster Sample(Raster source, Similarity map, int widthPx, int heightPx, int edge = 0)
    {
        var back = map.Inverse();
        var pixels = source.Rgb;
        var rgb = new byte[widthPx * heightPx * 3];
        for (var v = 0; v < heightPx; v++)
        {
            var rowX = Fixed(-back.B * v + back.ShiftX) + Half;
            var rowY = Fixed(back.A * v + back.ShiftY) + Half;
            for (var u = 0; u < widthPx; u++)
            {
                var x = Snap((rowX + Fixed(back.A * u)) >> 5, 32 * (source.WidthPx - 1), edge);
                var y = Snap((rowY + Fixed(back.B * u)) >> 5, 32 * (source.HeightPx - 1), edge);
                Blend(pixels, source.WidthPx, source.HeightPx, x >> 5, y >> 5, (int)(x & 31), (int)(y & 31),
                    rgb.AsSpan((v * widthPx + u) * 3, 3));
            }
        }

        return new Raster(widthPx, heightPx, rgb);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Fixed(double px) => (long)Math.Round(px * 1024);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Snap(long place, int last, int edge) =>
        place < 0 && place >= -edge ? 0 : place > last && place <= last + edge ? last : place;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Blend(
        ReadOnlySpan<byte> source, int sourceWidthPx, int sourceHeightPx, long x, long y, int right, int down, Span<byte> pixel)
    {
        if (x < -1 || y < -1 || x >= sourceWidthPx || y >= sourceHeightPx)
            return;
        if (x >= 0 && y >= 0 && x < sourceWidthPx - 1 && y < sourceHeightPx - 1)
        {
            var at = (int)(y * sourceWidthPx + x) * 3;
            var above = source.Slice(at, 6);
            var below = source.Slice(at + 3 * sourceWidthPx, 6);
            for (var c = 0; c < 3; c++)
            {
                var upper = (32 - right) * above[c] + right * above[c + 3];
                var lower = (32 - right) * below[c] + right * below[c + 3];
                pixel[c] = (byte)(((32 - down) * upper + down * lower + 512) >> 10);
            }

            return;
        }

        for (var c = 0; c < 3; c++)
        {
            var upper = (32 - right) * Pixel(source, sourceWidthPx, sourceHeightPx, x, y, c)
                + right * Pixel(source, sourceWidthPx, sourceHeightPx, x + 1, y, c);
            var lower = (32 - right) * Pixel(source, sourceWidthPx, sourceHeightPx, x, y + 1, c)
                + right * Pixel(source, sourceWidthPx, sourceHeightPx, x + 1, y + 1, c);
            pixel[c] = (byte)(((32 - down) * upper + down * lower + 512) >> 10);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Pixel(ReadOnlySpan<byte> source, int widthPx, int heightPx, long x, long y, int channel) =>
        (ulong)x < (ulong)widthPx && (ulong)y < (ulong)heightPx ? source[(int)((y * widthPx + x) * 3) + channel] : 0;
}
