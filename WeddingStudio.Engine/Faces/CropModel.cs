using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Faces;

/// <summary>Runs a model with a small fixed input on many crops, some at a time, always in the order given.</summary>
/// <param name="session">The model.</param>
/// <param name="input">How it wants its crops.</param>
/// <param name="cropsAtOnce">Crops per call; 0 lets the device decide.</param>
internal sealed class CropModel(ModelSession session, ModelInput input, int cropsAtOnce)
{
    /// <summary>On one processor thread 8 are as fast as 1 and 32 slower: their tensors leave the cache (measured).</summary>
    private const int AtOnceOnCpu = 8;

    /// <summary>
    /// Not measured. An accelerator is busier with larger calls, but a call never has more than the faces of one photo, which are
    /// seldom more than this; 32 crops of 112 pixels are 5 MB, so many workers together stay small as well.
    /// </summary>
    private const int AtOnceOnAccelerator = 32;

    private readonly InputTensor _tensor = new(input);
    private readonly int _atOnce = session.Shape.TakesOneAtATime ? 1 : AtOnce(cropsAtOnce, session.IsAccelerated);

    public string Name => session.Name;
    public int WidthPx => input.Width;
    public int HeightPx => input.Height;

    internal static int AtOnce(int wanted, bool isAccelerated) =>
        wanted > 0 ? wanted : isAccelerated ? AtOnceOnAccelerator : AtOnceOnCpu;

    /// <summary>One output row per crop, [crops][length], from the output of that name or the first.</summary>
    public float[][] Run(IReadOnlyList<Raster> crops, int length, bool mirrored = false, string? output = null)
    {
        var rows = new float[crops.Count][];
        Run(crops, (outputs, first, count) =>
        {
            var values = output is null ? outputs.Single : outputs[output];
            if (values.Length != count * length)
                throw new ModelPackException($"Model '{session.Name}' gave {values.Length / count} numbers for a face, "
                    + $"its manifest promises {length}. Fix the manifest, or copy the pack again.");
            for (var i = 0; i < count; i++)
                rows[first + i] = values.Slice(i * length, length).ToArray();
        }, mirrored);
        return rows;
    }

    /// <param name="crops">Pictures of the model's size.</param>
    /// <param name="read">Gets the outputs of every call, the number of its first crop and how many it has.</param>
    /// <param name="mirrored">Left and right exchanged.</param>
    public void Run(IReadOnlyList<Raster> crops, Action<ModelOutputs, int, int> read, bool mirrored = false)
    {
        var size = 3 * WidthPx * HeightPx;
        if (crops.Count == 0)
            return;
        using var buffer = PooledMemory<float>.Rent(Math.Min(_atOnce, crops.Count) * size);
        for (var first = 0; first < crops.Count; first += _atOnce)
        {
            var count = Math.Min(_atOnce, crops.Count - first);
            for (var i = 0; i < count; i++)
                _tensor.Fill(crops[first + i], buffer.GetSpan().Slice(i * size, size), WidthPx, HeightPx, mirrored);
            using var outputs = session.Run(buffer.Memory[..(count * size)], count, 3, HeightPx, WidthPx);
            read(outputs, first, count);
        }
    }
}
