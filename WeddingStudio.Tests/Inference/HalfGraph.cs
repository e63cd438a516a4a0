using System.Text;

namespace WeddingStudio.Tests.Inference;

/// <summary>Models of two nodes, y = Cast(x op x), as protobuf by hand; the numbers are those of the fields in onnx.proto.</summary>
internal static class HalfGraph
{
    public const int Float = 1, Int64 = 7, Half = 10;

    /// <summary>Multiplies matrices: any picture that is not square fails at work.</summary>
    public static byte[] FailsUnlessSquare => Of(Float, Float, [-1, 3, -1, -1], op: "MatMul");

    /// <summary>y = x * x; -1 in <paramref name="shape"/> is any size.</summary>
    public static byte[] Of(int inputType, int outputType, int[] shape, string second = "x", string op = "Mul")
    {
        byte[] cast = [.. Text(1, "to"), .. Number(3, outputType), .. Number(20, 2)];
        string[] inputs = [.. new[] { "x", second }.Distinct()];
        byte[] graph =
        [
            .. Part(1, [.. Text(1, "x"), .. Text(1, second), .. Text(2, "xx"), .. Text(4, op)]),
            .. Part(1, [.. Text(1, "xx"), .. Text(2, "y"), .. Text(4, "Cast"), .. Part(5, cast)]),
            .. Text(2, "half"),
            .. inputs.SelectMany(name => Part(11, Tensor(name, inputType, Part(2, [.. shape.SelectMany(Dimension)])))),
            .. Part(12, Tensor("y", outputType, [])),
        ];
        return [.. Number(1, 8), .. Part(7, graph), .. Part(8, Number(2, 13))];
    }

    private static byte[] Tensor(string name, int type, byte[] shape) => [.. Text(1, name), .. Part(2, Part(1, [.. Number(1, type), .. shape]))];

    private static byte[] Dimension(int size) => Part(1, size < 0 ? Text(2, "n") : Number(1, size));

    private static byte[] Text(int field, string text) => Part(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Part(int field, byte[] bytes) => [.. Varint(field << 3 | 2), .. Varint(bytes.Length), .. bytes];

    private static byte[] Number(int field, int value) => [.. Varint(field << 3), .. Varint(value)];

    private static byte[] Varint(int value) => value < 0x80 ? [(byte)value] : [(byte)(value | 0x80), .. Varint(value >> 7)];
}
