using System.Numerics;
using System.Runtime.CompilerServices;

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
        if (widthPx == source.WidthPx && heightPx == source.HeightPx)
            return source;

        var across = AxisTaps.Between(source.WidthPx, widthPx);
        var down = AxisTaps.Between(source.HeightPx, heightPx);
        var rgb = new byte[widthPx * heightPx * 3];
        var mixedRow = new float[source.WidthPx * 3];
        for (var y = 0; y < heightPx; y++)
        {
            MixRows(source, down, y, mixedRow);
            MixColumns(mixedRow, across, rgb.AsSpan(y * widthPx * 3, widthPx * 3));
        }

        return new Raster(widthPx, heightPx, rgb);
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

    private static void MixRows(Raster source, AxisTaps down, int y, float[] mixed)
    {
        Array.Clear(mixed);
        var first = down.First[y];
        var weights = down.WeightsOf(y);
        for (var i = 0; i < weights.Length; i++)
            AddScaled(source.Row(first + i), weights[i], mixed);
    }

    // Numeric kernel: sum[i] += weight * row[i]. Most of the time of a shrink is spent here, so the bytes are widened in vectors.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddScaled(ReadOnlySpan<byte> row, float weight, Span<float> sum)
    {
        var factor = new Vector<float>(weight);
        var quarter = Vector<float>.Count;
        var i = 0;
        for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(row[i..]), out var low, out var high);
            Vector.Widen(low, out var a, out var b);
            Vector.Widen(high, out var c, out var d);
            Add(a, sum[i..]);
            Add(b, sum[(i + quarter)..]);
            Add(c, sum[(i + 2 * quarter)..]);
            Add(d, sum[(i + 3 * quarter)..]);
        }

        for (; i < row.Length; i++)
            sum[i] += weight * row[i];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void Add(Vector<uint> values, Span<float> at) =>
            (new Vector<float>(at) + factor * Vector.ConvertToSingle(Vector.AsVectorInt32(values))).CopyTo(at);
    }

    // Numeric kernel: one output row from one mixed row of floats, three channels at a time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MixColumns(ReadOnlySpan<float> mixed, AxisTaps across, Span<byte> output)
    {
        for (var x = 0; x < across.First.Length; x++)
        {
            var weights = across.WeightsOf(x);
            var pixels = mixed.Slice(across.First[x] * 3, weights.Length * 3);
            float red = .5f, green = .5f, blue = .5f;
            for (var i = 0; i < weights.Length; i++)
            {
                var weight = weights[i];
                red += weight * pixels[3 * i];
                green += weight * pixels[3 * i + 1];
                blue += weight * pixels[3 * i + 2];
            }

            output[3 * x] = (byte)Math.Clamp(red, 0f, 255f);
            output[3 * x + 1] = (byte)Math.Clamp(green, 0f, 255f);
            output[3 * x + 2] = (byte)Math.Clamp(blue, 0f, 255f);
        }
    }

    /// <summary>Which source positions make each output position of one axis, and how much each counts (weights sum to 1).</summary>
    private sealed record AxisTaps(int[] First, int[] Start, float[] Weights)
    {
        public ReadOnlySpan<float> WeightsOf(int output) => Weights.AsSpan(Start[output], Start[output + 1] - Start[output]);

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
