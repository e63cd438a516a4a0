using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Tests.Inference;

/// <summary>Models of the shapes the studio knows, made so that what they give can be worked out on paper.</summary>
internal static class MadeModels
{
    /// <summary>
    /// The face a <see cref="Scrfd"/> finds, in its cell of 32 pixels: left, top, right and bottom reach, and five points.
    /// </summary>
    private static readonly float[] Reach = [.5f, .5f, 1.5f, 1.5f];
    private static readonly float[] FivePoints = [.25f, .25f, .75f, .25f, .5f, .5f, .25f, .75f, .75f, .75f];

    /// <summary>[n, 6]: the mean of each channel of the input, then of each in the left half of the picture.</summary>
    public static MadeGraph Means(int widthPx, int heightPx, int atOnce = MadeGraph.Any) => new MadeGraph()
        .Input("picture", atOnce, 3, heightPx, widthPx)
        .Integers("left", 0).Integers("middle", widthPx / 2).Integers("across", 3)
        .Node("Slice", "picture,left,middle,across", "half")
        .Node("ReduceMean", "picture", "whole_mean", ("axes", new[] { 2, 3 }), ("keepdims", 0))
        .Node("ReduceMean", "half", "half_mean", ("axes", new[] { 2, 3 }), ("keepdims", 0))
        .Node("Concat", "whole_mean,half_mean", "means", ("axis", 1));

    public static byte[] Embedder(int widthPx, int heightPx, int atOnce = MadeGraph.Any) =>
        Means(widthPx, heightPx, atOnce).Output("means").ToBytes();

    /// <summary>[n, numbers.Length]: the same numbers for every picture, plus <paramref name="brightness"/> times its mean.</summary>
    public static byte[] Numbers(int sizePx, float[] numbers, float brightness = 0) => new MadeGraph()
        .Input("picture", MadeGraph.Any, 3, sizePx, sizePx)
        .Floats("weights", [.. Enumerable.Repeat(brightness / 3, 3 * numbers.Length)], 3, numbers.Length)
        .Floats("numbers", numbers, numbers.Length)
        .Node("ReduceMean", "picture", "mean", ("axes", new[] { 2, 3 }), ("keepdims", 0))
        .Node("Gemm", "mean,weights,numbers", "fc1")
        .Output("fc1").ToBytes();

    /// <summary>
    /// Nine outputs as InsightFace's packs have them. Of a black photo's cells of 32 x 32 pixels the white ones are faces, which
    /// reach 16 pixels beyond the cell on every side; no other stride and no second anchor finds anything.
    /// </summary>
    /// <param name="withPoints">Else six outputs.</param>
    public static byte[] Scrfd(bool withPoints = true)
    {
        int[] strides = [8, 16, 32];
        var graph = new MadeGraph().Input("input.1", 1, 3, MadeGraph.Any, MadeGraph.Any);
        foreach (var stride in strides)
        {
            graph.Node("AveragePool", "input.1", $"cells_{stride}", ("kernel_shape", new[] { stride, stride }),
                ("strides", new[] { stride, stride }));
            var brightness = stride == 32 ? 1 / 3f : 0;
            AddHead(graph, "score", stride, 1, [brightness, brightness, brightness, 0, 0, 0], [stride == 32 ? 0 : -1, -1]);
            AddHead(graph, "bbox", stride, 4, new float[24], [.. Reach, .. Reach]);
            AddHead(graph, "kps", stride, 10, new float[60], [.. FivePoints, .. FivePoints]);
        }

        foreach (var head in withPoints ? (string[])["score", "bbox", "kps"] : ["score", "bbox"])
        {
            foreach (var stride in strides)
                graph.Output($"{head}_{stride}");
        }

        return graph.ToBytes();
    }

    /// <summary>A black photo with white squares, which <see cref="Scrfd"/> takes for faces.</summary>
    public static Raster Photo(int widthPx, int heightPx, params (int X, int Y, int Side)[] squares)
    {
        var photo = new Raster(widthPx, heightPx, new byte[3 * widthPx * heightPx]);
        foreach (var (x, y, side) in squares)
        {
            for (var row = y; row < y + side; row++)
                photo.Rgb.Slice(3 * (row * widthPx + x), 3 * side).Fill(255);
        }

        return photo;
    }

    /// <summary>[cells x 2, length] from the three channels of every cell.</summary>
    private static void AddHead(MadeGraph graph, string head, int stride, int length, float[] weights, float[] bias)
    {
        var name = $"{head}_{stride}";
        graph.Floats($"w_{name}", weights, 2 * length, 3, 1, 1).Floats($"b_{name}", bias, 2 * length).Integers($"s_{name}", -1, length)
            .Node("Conv", $"cells_{stride},w_{name},b_{name}", $"planes_{name}")
            .Node("Transpose", $"planes_{name}", $"rows_{name}", ("perm", new[] { 0, 2, 3, 1 }))
            .Node("Reshape", $"rows_{name},s_{name}", name);
    }
}
