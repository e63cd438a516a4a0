using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Faces;

/// <summary>
/// Turns pictures into the tensor a model wants: channel order, mean and scale of its manifest entry, one table
/// per channel; or each picture by its own mean.
/// </summary>
internal sealed class InputTensor
{
    private readonly int[] _channels;
    private readonly float[][] _values;
    private readonly bool _prewhiten;

    public InputTensor(ModelInput input)
    {
        _channels = input.Channels == "BGR" ? [2, 1, 0] : [0, 1, 2];
        _values = [.. Enumerable.Range(0, 3)
            .Select(c => Enumerable.Range(0, 256).Select(v => (v - input.Mean[c]) * input.Scale[c]).ToArray())];
        _prewhiten = input.Prewhiten;
    }

    /// <summary>Fills [3, height, width]; what lies right of and below the picture is black.</summary>
    public void Fill(Raster picture, Span<float> tensor, int widthPx, int heightPx, bool mirrored = false)
    {
        for (var c = 0; c < 3; c++)
        {
            var values = _values[c];
            var plane = tensor.Slice(c * widthPx * heightPx, widthPx * heightPx);
            if (picture.WidthPx < widthPx || picture.HeightPx < heightPx)
                plane.Fill(values[0]);
            for (var y = 0; y < picture.HeightPx; y++)
            {
                var row = plane.Slice(y * widthPx, picture.WidthPx);
                FillRow(picture.Row(y), _channels[c], values, row);
                if (mirrored)
                    row.Reverse();
            }
        }

        if (_prewhiten)
            Prewhiten(tensor[..(3 * widthPx * heightPx)]);
    }

    // Even a picture of one colour has a deviation then, as TensorFlow's per_image_standardization and FaceNet do it.
    private static void Prewhiten(Span<float> tensor)
    {
        TensorPrimitives.Subtract(tensor, TensorPrimitives.Sum<float>(tensor) / tensor.Length, tensor);
        var deviation = MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(tensor) / tensor.Length);
        TensorPrimitives.Divide(tensor, Math.Max(deviation, 1 / MathF.Sqrt(tensor.Length)), tensor);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillRow(ReadOnlySpan<byte> pixels, int channel, float[] values, Span<float> row)
    {
        for (int x = 0, at = channel; x < row.Length; x++, at += 3)
            row[x] = values[pixels[at]];
    }
}
