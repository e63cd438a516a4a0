using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Measures;

/// <summary>
/// Whether dark glass hides the eyes: how bright an aligned face is around them beside its own bare skin, weighed by a logistic regression.
/// A cap shades brow and cheeks as well, glass ends at its rim.
/// </summary>
internal static class DarkGlasses
{
    // The band around the eyes in cells, and where skin is bare: both cheeks and the bridge of the nose. Pixels of the aligned crop.
    private const int Left = 20, Right = 92, Top = 36, Rows = 5, CellsOfSide = 3, CellWidthPx = 12, CellHeightPx = 8;
    private static readonly (int Left, int Top, int Right, int Bottom)[] _skin = [(28, 66, 42, 84), (70, 66, 84, 84), (52, 62, 60, 75)];

    /// <summary>What shines brighter is a lamp in the glass; skin darker than this, of 255, is a shadow.</summary>
    private const float Brightest = 1.5f, DarkestSkin = 16;

    // As models/training/glasses.py prints them: learnt on 9,370 faces of LFW (people A..M), of which 90 wear dark glasses.
    private const double Bias = 11.88;

    /// <summary>[5 rows x 3 cells], from the temple inwards; both sides of a face are averaged.</summary>
    private static readonly double[] _weights =
    [
        2.19, -0.11, 1.86,
        -3.26, -1.25, -1.34,
        -2.30, -7.15, -5.02,
        -1.34, -9.04, -1.45,
        1.16, 2.27, 1.48,
    ];

    /// <param name="aligned">The face on the template, [112 x 112].</param>
    /// <returns>Log odds that it wears dark glasses.</returns>
    public static double LogOddsOf(Raster aligned)
    {
        var luma = Luma.Of(aligned).Values;
        var skin = Math.Max(Skin(luma, aligned.WidthPx), DarkestSkin);
        var odds = Bias;
        for (var y = Top; y < Top + Rows * CellHeightPx; y++)
        {
            for (var x = Left; x < Right; x++)
            {
                var cell = Math.Min(x - Left, Right - 1 - x) / CellWidthPx;
                odds += _weights[(y - Top) / CellHeightPx * CellsOfSide + cell] * Math.Min(luma[y * aligned.WidthPx + x] / skin, Brightest)
                    / (2 * CellWidthPx * CellHeightPx);
            }
        }

        return odds;
    }

    private static float Skin(float[] luma, int side)
    {
        float[] bare = [.. _skin.SelectMany(part => Enumerable.Range(part.Top, part.Bottom - part.Top)
            .SelectMany(y => luma[(y * side + part.Left)..(y * side + part.Right)]))];
        Array.Sort(bare);
        return (bare[(bare.Length - 1) / 2] + bare[bare.Length / 2]) / 2;
    }
}
