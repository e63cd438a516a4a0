using WeddingStudio.Engine.Photos;

namespace WeddingStudio.Engine.Faces.Alignment;

/// <summary>
/// Cuts a turned and scaled patch out of a photo, bilinear, black beyond the edge: OpenCV's warpAffine with exact
/// weights where OpenCV rounds positions to 1/32 px.
/// </summary>
public static class FaceWarp
{
    /// <param name="photo">The whole photo.</param>
    /// <param name="map">From photo pixels to pixels of the patch.</param>
    /// <param name="widthPx">Size of the patch.</param>
    /// <param name="heightPx">Size of the patch.</param>
    /// <param name="keepRatio">
    /// Photo pixels per patch pixel left to the bilinear step, at least; a patch of a much larger face is shrunk by whole
    /// numbers first, for bilinear sampling alone would skip pixels and alias.
    /// </param>
    public static Raster Cut(Raster photo, Similarity map, int widthPx, int heightPx, double keepRatio = 1)
    {
        var shrink = map.Scale > 0 ? (int)Math.Floor(1 / (map.Scale * keepRatio) + 1e-9) : 0;
        return shrink switch
        {
            0 when map.Scale == 0 => new Raster(widthPx, heightPx, new byte[widthPx * heightPx * 3]),
            <= 1 => Sample(photo, map, widthPx, heightPx),
            _ => SampleShrunk(photo, map, widthPx, heightPx, shrink),
        };
    }

    private static Raster SampleShrunk(Raster photo, Similarity map, int widthPx, int heightPx, int shrink)
    {
        var (left, top, right, bottom) = Covered(map, widthPx, heightPx);
        var x = Math.Clamp((int)Math.Floor(left) - shrink, 0, photo.WidthPx);
        var y = Math.Clamp((int)Math.Floor(top) - shrink, 0, photo.HeightPx);
        var blocksAcross = (Math.Clamp((int)Math.Ceiling(right) + 2 * shrink, 0, photo.WidthPx) - x) / shrink;
        var blocksDown = (Math.Clamp((int)Math.Ceiling(bottom) + 2 * shrink, 0, photo.HeightPx) - y) / shrink;
        if (blocksAcross <= 0 || blocksDown <= 0)
            return new Raster(widthPx, heightPx, new byte[widthPx * heightPx * 3]);

        // Block i covers photo pixels x + i * shrink and the next; its value belongs to their middle.
        var middle = (shrink - 1) / 2.0;
        var corner = map.Map(new PointPx(x + middle, y + middle));
        var toPatch = new Similarity(map.A * shrink, map.B * shrink, corner.X, corner.Y);
        var region = Region(photo, x, y, blocksAcross * shrink, blocksDown * shrink);
        return Sample(RasterResize.Resize(region, blocksAcross, blocksDown), toPatch, widthPx, heightPx);
    }

    private static (double Left, double Top, double Right, double Bottom) Covered(Similarity map, int widthPx, int heightPx)
    {
        PointPx[] corners =
        [
            map.MapBack(new(0, 0)), map.MapBack(new(widthPx - 1, 0)), map.MapBack(new(0, heightPx - 1)), map.MapBack(new(widthPx - 1, heightPx - 1)),
        ];
        return (corners.Min(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.X), corners.Max(c => c.Y));
    }

    private static Raster Region(Raster photo, int x, int y, int widthPx, int heightPx)
    {
        var rgb = new byte[widthPx * heightPx * 3];
        for (var row = 0; row < heightPx; row++)
            photo.Row(y + row).Slice(x * 3, widthPx * 3).CopyTo(rgb.AsSpan(row * widthPx * 3));
        return new Raster(widthPx, heightPx, rgb);
    }

    // Numeric kernel: the four neighbours of each patch pixel's place in the source, weighted by nearness.
    private static Raster Sample(Raster source, Similarity map, int widthPx, int heightPx)
    {
        var rgb = new byte[widthPx * heightPx * 3];
        for (var v = 0; v < heightPx; v++)
        {
            for (var u = 0; u < widthPx; u++)
            {
                var place = map.MapBack(new(u, v));
                if (place.X <= -1 || place.Y <= -1 || place.X >= source.WidthPx || place.Y >= source.HeightPx)
                    continue;
                var (x, y) = ((int)Math.Floor(place.X), (int)Math.Floor(place.Y));
                var (right, down) = (place.X - x, place.Y - y);
                var at = rgb.AsSpan((v * widthPx + u) * 3, 3);
                for (var c = 0; c < 3; c++)
                {
                    var value = (1 - down) * ((1 - right) * Pixel(source, x, y, c) + right * Pixel(source, x + 1, y, c))
                        + down * ((1 - right) * Pixel(source, x, y + 1, c) + right * Pixel(source, x + 1, y + 1, c));
                    at[c] = (byte)(value + .5);
                }
            }
        }

        return new Raster(widthPx, heightPx, rgb);
    }

    private static int Pixel(Raster source, int x, int y, int channel) =>
        (uint)x < (uint)source.WidthPx && (uint)y < (uint)source.HeightPx ? source.Rgb[(y * source.WidthPx + x) * 3 + channel] : 0;
}
