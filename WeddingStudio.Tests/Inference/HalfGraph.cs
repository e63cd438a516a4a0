namespace WeddingStudio.Tests.Inference;

/// <summary>Models of two nodes, y = Cast(x op x), with tensors of any kind at both ends.</summary>
internal static class HalfGraph
{
    /// <summary>Multiplies matrices: any picture that is not square fails at work.</summary>
    public static byte[] FailsUnlessSquare =>
        Of(MadeGraph.Float, MadeGraph.Float, [MadeGraph.Any, 3, MadeGraph.Any, MadeGraph.Any], op: "MatMul");

    /// <summary>y = x * x.</summary>
    /// <param name="second">Named otherwise than x, it is an input of its own.</param>
    public static byte[] Of(int inputType, int outputType, int[] shape, string second = "x", string op = "Mul")
    {
        var graph = new MadeGraph().InputOf(inputType, "x", shape).Node(op, $"x,{second}", "xx").Node("Cast", "xx", "y", ("to", outputType))
            .Output("y", outputType);
        return (second == "x" ? graph : graph.InputOf(inputType, second, shape)).ToBytes();
    }
}
