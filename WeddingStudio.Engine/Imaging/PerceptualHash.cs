using System.Numerics;

namespace WeddingStudio.Engine.Imaging;

/// <summary>
/// 64 bits that stay nearly the same when a picture is resized, compressed again or made brighter: the signs, against their median,
/// of the 8x8 lowest frequencies of a 32x32 luma picture (Zauner 2010), without those that only say how bright it is.
/// </summary>
public static class PerceptualHash
{
    private const int Side = 32;
    private const int Kept = 8;

    // [8, 32] rows 1..8 of the DCT-II basis.
    private static readonly double[] Basis = [.. Enumerable.Range(0, Kept * Side)
        .Select(i => Math.Cos(Math.PI * (2 * (i % Side) + 1) * (i / Side + 1) / (2.0 * Side)))];

    public static long Of(Raster raster)
    {
        var frequencies = Frequencies(Luma.Of(RasterResize.Resize(raster, Side, Side)).Values);
        var sorted = frequencies.Order().ToArray();
        var median = (sorted[31] + sorted[32]) / 2;
        long hash = 0;
        for (var i = 0; i < frequencies.Length; i++)
            if (frequencies[i] > median + 1e-6) // Rounding noise of a flat picture is no feature.
                hash |= 1L << i;
        return hash;
    }

    /// <summary>Differing bits, 0..64.</summary>
    public static int Distance(long a, long b) => BitOperations.PopCount((ulong)(a ^ b));

    private static double[] Frequencies(float[] luma)
    {
        var across = new double[Side * Kept];
        for (var y = 0; y < Side; y++)
            for (var u = 0; u < Kept; u++)
                for (var x = 0; x < Side; x++)
                    across[y * Kept + u] += Basis[u * Side + x] * luma[y * Side + x];

        var frequencies = new double[Kept * Kept];
        for (var v = 0; v < Kept; v++)
            for (var u = 0; u < Kept; u++)
                for (var y = 0; y < Side; y++)
                    frequencies[v * Kept + u] += Basis[v * Side + y] * across[y * Kept + u];
        return frequencies;
    }
}
