using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Bench.Albums;

/// <summary>Pictures that end at the face, with their edges drawn out: in photos something is around a face.</summary>
internal static class BorderedPicture
{
    /// <summary>Of the longer side.</summary>
    public const double Share = .3;

    public static Raster Of(Raster picture, double border)
    {
        var by = (int)(border * Math.Max(picture.WidthPx, picture.HeightPx));
        if (by == 0)
            return picture;
        var (width, height) = (picture.WidthPx + 2 * by, picture.HeightPx + 2 * by);
        var rgb = new byte[3 * width * height];
        for (var y = 0; y < height; y++)
        {
            var row = picture.Row(Math.Clamp(y - by, 0, picture.HeightPx - 1));
            for (var x = 0; x < width; x++)
                row.Slice(3 * Math.Clamp(x - by, 0, picture.WidthPx - 1), 3).CopyTo(rgb.AsSpan(3 * (y * width + x)));
        }

        return new Raster(width, height, rgb);
    }
}
