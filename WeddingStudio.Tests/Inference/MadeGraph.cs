using System.Runtime.InteropServices;
using System.Text;

namespace WeddingStudio.Tests.Inference;

/// <summary>
/// A small ONNX model written by hand: the messages of onnx.proto (IR version 8, opset 13) that a graph of a few nodes needs.
/// Tensors are float where nothing else is said, but for the integers that nodes take as shapes and places.
/// </summary>
internal sealed class MadeGraph
{
    /// <summary>A side of the input that may have any length.</summary>
    public const int Any = -1;

    /// <summary>What a tensor holds.</summary>
    public const int Float = 1, Int64 = 7, Half = 10;

    private readonly List<byte[]> _nodes = [];
    private readonly List<byte[]> _initializers = [];
    private readonly List<byte[]> _inputs = [];
    private readonly List<byte[]> _outputs = [];

    public MadeGraph Input(string name, params int[] shape) => InputOf(Float, name, shape);

    public MadeGraph InputOf(int type, string name, params int[] shape)
    {
        var sides = shape.SelectMany((side, i) => Field(1, side == Any ? Field(2, $"side{i}") : Field(1, side)));
        _inputs.Add([.. Field(1, name), .. Field(2, Field(1, [.. Field(1, type), .. Field(2, [.. sides])]))]);
        return this;
    }

    public MadeGraph Output(string name, int type = Float)
    {
        _outputs.Add([.. Field(1, name), .. Field(2, Field(1, Field(1, type)))]);
        return this;
    }

    public MadeGraph Floats(string name, float[] values, params int[] shape) =>
        Initializer(name, Float, MemoryMarshal.AsBytes<float>(values).ToArray(), shape);

    public MadeGraph Integers(string name, params long[] values) =>
        Initializer(name, Int64, MemoryMarshal.AsBytes<long>(values).ToArray(), [values.Length]);

    /// <param name="operation">As `Conv`.</param>
    /// <param name="inputs">Names, with commas.</param>
    /// <param name="output">Name.</param>
    /// <param name="attributes">Whole numbers and lists of them.</param>
    public MadeGraph Node(string operation, string inputs, string output, params (string Name, object Value)[] attributes)
    {
        _nodes.Add([
            .. inputs.Split(',').SelectMany(input => Field(1, input)), .. Field(2, output), .. Field(4, operation),
            .. attributes.SelectMany(attribute => Field(5, Attribute(attribute.Name, attribute.Value)))]);
        return this;
    }

    public byte[] ToBytes()
    {
        byte[] graph =
        [
            .. _nodes.SelectMany(node => Field(1, node)), .. Field(2, "made"), .. _initializers.SelectMany(tensor => Field(5, tensor)),
            .. _inputs.SelectMany(input => Field(11, input)), .. _outputs.SelectMany(output => Field(12, output)),
        ];
        return [.. Field(1, 8), .. Field(7, graph), .. Field(8, Field(2, 13))];
    }

    private MadeGraph Initializer(string name, int type, byte[] data, int[] shape)
    {
        _initializers.Add([.. shape.SelectMany(side => Field(1, side)), .. Field(2, type), .. Field(8, name), .. Field(9, data)]);
        return this;
    }

    private static byte[] Attribute(string name, object value) => value switch
    {
        int number => [.. Field(1, name), .. Field(3, number), .. Field(20, 2)],
        int[] numbers => [.. Field(1, name), .. numbers.SelectMany(number => Field(8, number)), .. Field(20, 7)],
        _ => throw new ArgumentException($"{name} is a {value.GetType().Name}"),
    };

    private static byte[] Field(int number, long value) => [.. Varint((ulong)number << 3), .. Varint((ulong)value)];

    private static byte[] Field(int number, string text) => Field(number, Encoding.UTF8.GetBytes(text));

    private static byte[] Field(int number, byte[] content) =>
        [.. Varint((ulong)number << 3 | 2), .. Varint((ulong)content.Length), .. content];

    private static IEnumerable<byte> Varint(ulong value)
    {
        for (; value > 127; value >>= 7)
            yield return (byte)(value | 128);
        yield return (byte)value;
    }
}
