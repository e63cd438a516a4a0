using System.Runtime.CompilerServices;

namespace WeddingStudio.Engine.Imaging;

/// <summary>
/// How much JPEG's 8x8 blocks show: at the edge of a block the picture jumps by more than the slopes on both sides explain. The idea is
/// that of Wang, Sheikh and Bovik (2002), who compare differences across and within blocks.
/// </summary>
internal static class BlockEdges
{
    public const int BlockPx = 8;

    /// <summary>Of a picture reduced further nothing is left between the edges to compare them with.</summary>
    private const int SmallestBlockPx = 4;

    /// <summary>So many rows and columns tell enough of a large photo; all of a small one are looked at.</summary>
    private const int EnoughLines = 512;

    /// <summary>In luma steps of 255, the mean of both directions; 0 where no edges show or the picture is too small to tell.</summary>
    public static double Of(Raster picture, int block = BlockPx)
    {
        if (block < SmallestBlockPx || Math.Min(picture.WidthPx, picture.HeightPx) < 2 * block)
            return 0;
        var step = Math.Max(1, Math.Min(picture.WidthPx, picture.HeightPx) / EnoughLines);
        return (Excess(Across(picture, step, block)) + Excess(Down(picture, step, block))) / 2;
    }

    /// <summary>
    /// The grid begins anywhere in a cropped or turned photo: where jumps are largest. The pixels next to that are under its spell.
    /// </summary>
    private static double Excess(double[] jumps) => Math.Max(0, Enumerable.Range(0, jumps.Length).Max(at =>
        jumps[at] - Enumerable.Range(2, jumps.Length - 3).Average(away => jumps[(at + away) % jumps.Length])));

    /// <summary>[block] mean unexplained jump from left to right by column modulo <paramref name="block"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] Across(Raster picture, int step, int block)
    {
        var (sums, counts, row) = (new double[block], new int[block], new float[picture.WidthPx]);
        for (var y = 0; y < picture.HeightPx; y += step)
        {
            Luma.Fill(picture.Row(y), row);
            for (int x = 2, at = 2; x < row.Length - 1; x++, at = at + 1 == block ? 0 : at + 1)
            {
                sums[at] += Jump(row[x - 2], row[x - 1], row[x], row[x + 1]);
                counts[at]++;
            }
        }

        return [.. sums.Zip(counts, (sum, count) => sum / Math.Max(count, 1))];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] Down(Raster picture, int step, int block)
    {
        var (sums, counts) = (new double[block], new int[block]);
        var (before, above, here, below) = (new float[picture.WidthPx], LumaRow(0, new float[picture.WidthPx]),
            LumaRow(1, new float[picture.WidthPx]), LumaRow(2, new float[picture.WidthPx]));
        for (var y = 2; y < picture.HeightPx - 1; y++)
        {
            (before, above, here, below) = (above, here, below, LumaRow(y + 1, before));
            ref var sum = ref sums[y % block];
            for (var x = 0; x < before.Length; x += step)
                sum += Jump(before[x], above[x], here[x], below[x]);
            counts[y % block] += (before.Length + step - 1) / step;
        }

        return [.. sums.Zip(counts, (sum, count) => sum / Math.Max(count, 1))];

        float[] LumaRow(int y, float[] into)
        {
            Luma.Fill(picture.Row(y), into);
            return into;
        }
    }

    private static float Jump(float a, float b, float c, float d) => Math.Abs(c - b - .5f * (b - a + d - c));
}
