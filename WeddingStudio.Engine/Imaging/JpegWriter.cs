using NetVips;
using WeddingStudio.Engine.Data.Files;

namespace WeddingStudio.Engine.Imaging;

/// <summary>Baseline sRGB JPEGs without any metadata.</summary>
public static class JpegWriter
{
    /// <param name="raster">The picture.</param>
    /// <param name="path">Written whole or not at all; folders are made.</param>
    /// <param name="quality">1..100.</param>
    public static void Save(Raster raster, string path, int quality) => AtomicFile.Write(path, Encode(raster, quality));

    public static byte[] Encode(Raster raster, int quality)
    {
        VipsSetup.Ensure();
        using var plain = Image.NewFromMemory((ReadOnlyMemory<byte>)raster.Pixels, raster.WidthPx, raster.HeightPx,
            3, Enums.BandFormat.Uchar);
        using var srgb = plain.Copy(interpretation: Enums.Interpretation.Srgb);
        return srgb.JpegsaveBuffer(q: quality, keep: Enums.ForeignKeep.None);
    }
}
