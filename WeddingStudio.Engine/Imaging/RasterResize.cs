using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace WeddingStudio.Engine.Imaging;

/// <summary>
/// Resizing as OpenCV does it, so that detectors see what their reference pipelines saw: an axis that shrinks takes the mean
/// over the covered pixels (INTER_AREA), an axis that grows is interpolated between pixel centres (INTER_LINEAR).
/// </summary>
public static class RasterResize
{
    /// <summary>The picture at exactly this size; the source itself when the size is already right.</summary>
    public static Raster Resize(Raster source, int widthPx, int heightPx)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(widthPx, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(heightPx, 1);
        return widthPx == source.WidthPx && heightPx == source.HeightPx ? source : Resize(source, AllOf(source), widthPx, heightPx);
    }

    /// <summary>
    /// A rectangle that lies within the picture at another size. It is not copied first: of a face it may be the whole photo.
    /// </summary>
    internal static Raster Resize(Raster source, PixelRect area, int widthPx, int heightPx)
    {
        if (widthPx == area.WidthPx && heightPx == area.HeightPx)
            return source.Part(area);

        var resized = new Raster(widthPx, heightPx, GC.AllocateUninitializedArray<byte>(widthPx * heightPx * 3));
        Resize(source, area, resized);
        return resized;
    }

    /// <summary>Fills a picture of another size.</summary>
    public static void Resize(Raster source, Raster resized) => Resize(source, AllOf(source), resized);

    private static PixelRect AllOf(Raster source) => new(0, 0, source.WidthPx, source.HeightPx);

    private static void Resize(Raster source, PixelRect area, Raster resized)
    {
        var across = AxisTaps.Between(area.WidthPx, resized.WidthPx);
        var down = AxisTaps.Between(area.HeightPx, resized.HeightPx);
        var mixedRow = new float[(area.WidthPx + across.Most) * 3 + 1]; // Pixels are read as four floats, and some for nothing.
        for (var y = 0; y < resized.HeightPx; y++)
        {
            MixRows(source, area, down, y, mixedRow);
            MixColumns(mixedRow, across, resized.Rgb.Slice(y * resized.WidthPx * 3, resized.WidthPx * 3));
        }
    }

    /// <summary>Shrinks so that neither side is longer than <paramref name="longSidePx"/>; never enlarges.</summary>
    public static Raster FitWithin(Raster source, int longSidePx)
    {
        var (widthPx, heightPx) = SizeWithin(source.WidthPx, source.HeightPx, longSidePx);
        return Resize(source, widthPx, heightPx);
    }

    /// <summary>The size <see cref="FitWithin"/> makes.</summary>
    public static (int WidthPx, int HeightPx) SizeWithin(int widthPx, int heightPx, int longSidePx)
    {
        var scale = (double)longSidePx / Math.Max(widthPx, heightPx);
        return scale >= 1
            ? (widthPx, heightPx)
            : (Math.Max(1, (int)Math.Round(widthPx * scale)), Math.Max(1, (int)Math.Round(heightPx * scale)));
    }

    private static void MixRows(Raster source, PixelRect area, AxisTaps down, int y, Span<float> mixed)
    {
        var first = area.Top + down.First[y];
        var weights = down.WeightsOf(y);
        for (var i = 0; i < weights.Length; i++)
            AddScaled(source.Row(first + i).Slice(3 * area.Left, 3 * area.WidthPx), weights[i], mixed, isFirst: i == 0);
    }

    // Numeric kernel: sum[i] += weight * row[i], from nothing for the first row. Bytes are widened in vectors.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddScaled(ReadOnlySpan<byte> row, float weight, Span<float> sum, bool isFirst = false)
    {
        sum = sum[..row.Length];
        var factor = new Vector<float>(weight);
        var kept = new Vector<float>(isFirst ? 0f : 1f);
        ref var from = ref MemoryMarshal.GetReference(row);
        ref var to = ref MemoryMarshal.GetReference(sum);
        var (quarter, i) = (Vector<float>.Count, 0);
        for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(Vector.LoadUnsafe(ref from, (nuint)i), out var low, out var high);
            Vector.Widen(low, out var a, out var b);
            Vector.Widen(high, out var c, out var d);
            Add(a, ref to, i);
            Add(b, ref to, i + quarter);
            Add(c, ref to, i + 2 * quarter);
            Add(d, ref to, i + 3 * quarter);
        }

        for (; i < row.Length; i++)
            sum[i] = (isFirst ? 0 : sum[i]) + weight * row[i];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void Add(Vector<uint> values, ref float at, int place) =>
            (kept * Vector.LoadUnsafe(ref at, (nuint)place) + factor * Vector.ConvertToSingle(Vector.AsVectorInt32(values)))
                .StoreUnsafe(ref at, (nuint)place);
    }

    // Numeric kernel: one output row from one mixed row of floats; red, green, blue and, unused, the next red side by side in a vector.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MixColumns(ReadOnlySpan<float> mixed, AxisTaps across, Span<byte> output)
    {
        // As many for each: a loop of one length is guessed right.
        var (first, all, most) = (across.First, across.Padded, across.Most);
        ref var pixels = ref MemoryMarshal.GetReference(mixed);
        var firstBytes = Vector128.Create((byte)0, 4, 8, 12, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16);
        for (var x = 0; x < first.Length; x++)
        {
            var sum = Vector128.Create(.5f);
            var at = first[x] * 3;
            ArgumentOutOfRangeException.ThrowIfGreaterThan(at + 3 * most, mixed.Length - 1);
            for (var i = x * most; i < (x + 1) * most; i++, at += 3)
                sum += all[i] * Vector128.LoadUnsafe(ref pixels, (nuint)at);
            var whole = Vector128.ConvertToInt32Native(Vector128.ClampNative(sum, Vector128<float>.Zero, Vector128.Create(255f)));
            var pixel = Vector128.Shuffle(whole.AsByte(), firstBytes).AsUInt32()[0];
            if (x < first.Length - 1)
            {
                // The fourth byte is overwritten by the next pixel.
                Unsafe.WriteUnaligned(ref output[3 * x], pixel);
                continue;
            }

            (output[3 * x], output[3 * x + 1], output[3 * x + 2]) = ((byte)pixel, (byte)(pixel >> 8), (byte)(pixel >> 16));
        }
    }

    /// <summary>Which source positions make each output position of one axis, and how much each counts (weights sum to 1).</summary>
    private sealed record AxisTaps(int[] First, int[] Start, float[] Weights)
    {
        public ReadOnlySpan<float> WeightsOf(int output) => Weights.AsSpan(Start[output], Start[output + 1] - Start[output]);

        /// <summary>The most source positions that one output position has.</summary>
        public int Most { get; } = Enumerable.Range(0, First.Length).Max(i => Start[i + 1] - Start[i]);

        /// <summary>[outputs, <see cref="Most"/>] the weights, those that are missing 0.</summary>
        public float[] Padded
        {
            get
            {
                if (field is null)
                {
                    field = new float[First.Length * Most];
                    for (var i = 0; i < First.Length; i++)
                        WeightsOf(i).CopyTo(field.AsSpan(i * Most));
                }

                return field;
            }
        }

        public static AxisTaps Between(int sourcePx, int outputPx)
        {
            var first = new int[outputPx];
            var start = new int[outputPx + 1];
            var weights = new List<float>(outputPx * (sourcePx / outputPx + 2));
            var scale = (double)sourcePx / outputPx;
            for (var i = 0; i < outputPx; i++)
            {
                first[i] = outputPx <= sourcePx ? Cover(i, scale, sourcePx, weights) : Interpolate(i, scale, sourcePx, weights);
                start[i + 1] = weights.Count;
            }

            return new AxisTaps(first, start, [.. weights]);
        }

        // The share of each source pixel inside [i * scale, (i + 1) * scale); slivers below .001 px are left out, as OpenCV does.
        private static int Cover(int i, double scale, int sourcePx, List<float> weights)
        {
            var from = i * scale;
            var to = Math.Min(from + scale, sourcePx);
            var first = (int)Math.Floor(from + 1e-3);
            var last = Math.Min((int)Math.Ceiling(to - 1e-3), sourcePx);
            for (var s = first; s < last; s++)
                weights.Add((float)((Math.Min(s + 1, to) - Math.Max(s, from)) / (to - from)));
            return first;
        }

        private static int Interpolate(int i, double scale, int sourcePx, List<float> weights)
        {
            var centre = Math.Clamp((i + .5) * scale - .5, 0, sourcePx - 1);
            var first = Math.Min((int)centre, Math.Max(sourcePx - 2, 0));
            weights.Add((float)(1 - (centre - first)));
            if (sourcePx > 1)
                weights.Add((float)(centre - first));
            return first;
        }
    }
}
