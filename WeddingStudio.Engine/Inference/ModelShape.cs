using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Inference;

/// <summary>What a model file takes and gives, read once when its session opens.</summary>
/// <param name="Path">The file.</param>
/// <param name="Input">Pictures, channels, height, width; -1 where any number will do.</param>
/// <param name="TakesHalves">The input is float16, else float32.</param>
/// <param name="GivesHalves">Likewise for each output.</param>
internal sealed record ModelShape(string Path, IReadOnlyList<int> Input, bool TakesHalves, IReadOnlyList<bool> GivesHalves)
{
    private const int Any = -1;

    /// <summary>Throws <see cref="ModelPackException"/> for models that no decoder here could feed or read.</summary>
    public static ModelShape Of(string path, InferenceSession session)
    {
        if (session.InputNames is not [var input])
            throw new ModelPackException($"'{path}' has {session.InputNames.Count} inputs ({string.Join(", ", session.InputNames)}); "
                + "this program gives it one, pictures. Use another pack.");
        var node = session.InputMetadata[input];
        return new ModelShape(path, node.Dimensions, IsHalf(path, input, node),
            [.. session.OutputNames.Select(name => IsHalf(path, name, session.OutputMetadata[name]))]);
    }

    /// <summary>A model made for one picture at a time, as many exporters leave it.</summary>
    public bool TakesOneAtATime => Input[0] == 1;

    /// <summary>Throws <see cref="ModelPackException"/> when a manifest promises other pictures than the file takes.</summary>
    /// <param name="input">The manifest's.</param>
    /// <param name="isPart">A part of a cascade: each has a size of its own that the manifest does not give.</param>
    public void Check(ModelInput input, bool isPart) =>
        Check([1, 3, isPart ? SizeAt(2) : Promised(input.Height), isPart ? SizeAt(3) : Promised(input.Width)]);

    /// <summary>Throws <see cref="ModelPackException"/> for a tensor that the file does not take.</summary>
    public void Check(ReadOnlySpan<int> given)
    {
        var fits = Input.Count == given.Length;
        for (var i = 0; fits && i < given.Length; i++)
            fits = Input[i] == Any || Input[i] == given[i];
        if (!fits)
            throw new ModelPackException($"'{Path}' takes {InWords([.. Input])} (pictures, channels, height, width); "
                + $"by its manifest it is given {InWords(given)}. "
                + "Fix the manifest, or copy the pack again.");
    }

    private int SizeAt(int axis) => axis < Input.Count ? Input[axis] : Any;

    private static int Promised(int size) => size > 0 ? size : Any;

    private static string InWords(ReadOnlySpan<int> shape)
    {
        List<string> sizes = [];
        foreach (var size in shape)
            sizes.Add(size == Any ? "any" : $"{size}");
        return $"[{string.Join(", ", sizes)}]";
    }

    private static bool IsHalf(string path, string name, NodeMetadata node)
    {
        var found = node.IsTensor ? $"{node.ElementDataType}" : $"{node.OnnxValueType}";
        return found switch
        {
            nameof(TensorElementType.Float) => false,
            nameof(TensorElementType.Float16) => true,
            _ => throw new ModelPackException($"'{path}': '{name}' holds {found}; this program reads Float and Float16. "
                + "Use another pack, or export the model again."),
        };
    }
}
