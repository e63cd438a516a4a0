using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace WeddingStudio.Engine.Imaging;

/// <summary>The brightness of a picture: [height, width] luma 0..255 (Rec. 601, as OpenCV's grey).</summary>
public sealed class Luma
{
    internal Luma(int widthPx, int heightPx, float[] values) => (WidthPx, HeightPx, Values) = (widthPx, heightPx, values);

    public int WidthPx { get; }
    public int HeightPx { get; }
    public float[] Values { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Luma Of(Raster raster)
    {
        var values = GC.AllocateUninitializedArray<float>(raster.WidthPx * raster.HeightPx);
        Fill(raster.Rgb, values);
        return new(raster.WidthPx, raster.HeightPx, values);
    }

    // Numeric kernel: four pixels at a time; what is 16 and more in a shuffle is zero.
    /// <param name="rgb">[pixels, 3].</param>
    /// <param name="luma">[pixels].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Fill(ReadOnlySpan<byte> rgb, Span<float> luma)
    {
        var red = Vector128.Create((byte)0, 16, 16, 16, 3, 16, 16, 16, 6, 16, 16, 16, 9, 16, 16, 16);
        var green = Vector128.Create((byte)1, 16, 16, 16, 4, 16, 16, 16, 7, 16, 16, 16, 10, 16, 16, 16);
        var blue = Vector128.Create((byte)2, 16, 16, 16, 5, 16, 16, 16, 8, 16, 16, 16, 11, 16, 16, 16);
        luma = luma[..(rgb.Length / 3)];
        ref var from = ref MemoryMarshal.GetReference(rgb);
        ref var to = ref MemoryMarshal.GetReference(luma);
        var i = 0;
        for (; 3 * i <= rgb.Length - Vector128<byte>.Count; i += 4)
        {
            var pixels = Vector128.LoadUnsafe(ref from, (nuint)(3 * i));
            (.299f * Channel(pixels, red) + .587f * Channel(pixels, green) + .114f * Channel(pixels, blue)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < luma.Length; i++)
            luma[i] = .299f * rgb[3 * i] + .587f * rgb[3 * i + 1] + .114f * rgb[3 * i + 2];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector128<float> Channel(Vector128<byte> pixels, Vector128<byte> places) =>
            Vector128.ConvertToSingle(Vector128.Shuffle(pixels, places).AsInt32());
    }

    /// <summary>
    /// Sharpness: variance of the 4-neighbour Laplacian over the inner pixels (Pech-Pacheco et al. 2000). It depends on the scale,
    /// so compare only pictures of one size.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double LaplacianVariance()
    {
        double sum = 0, squares = 0;
        var count = 0;
        for (var y = 1; y < HeightPx - 1; y++)
        {
            for (var i = y * WidthPx + 1; i < (y + 1) * WidthPx - 1; i++)
            {
                var laplacian = Values[i - WidthPx] + Values[i + WidthPx] + Values[i - 1] + Values[i + 1] - 4 * Values[i];
                sum += laplacian;
                squares += laplacian * laplacian;
                count++;
            }
        }

        return count == 0 ? 0 : Math.Max(0, squares / count - sum / count * (sum / count));
    }

    /// <summary>Noise sigma in luma steps (Immerkaer 1996): a filter that answers neither to flat areas nor to straight edges.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double NoiseSigma()
    {
        if (WidthPx < 3 || HeightPx < 3)
            return 0;
        double sum = 0;
        for (var y = 1; y < HeightPx - 1; y++)
        {
            for (var i = y * WidthPx + 1; i < (y + 1) * WidthPx - 1; i++)
            {
                var (above, below) = (i - WidthPx, i + WidthPx);
                sum += Math.Abs(Values[above - 1] - 2 * Values[above] + Values[above + 1]
                    - 2 * Values[i - 1] + 4 * Values[i] - 2 * Values[i + 1]
                    + Values[below - 1] - 2 * Values[below] + Values[below + 1]);
            }
        }

        return Math.Sqrt(Math.PI / 2) / 6 * sum / ((WidthPx - 2.0) * (HeightPx - 2));
    }
}
