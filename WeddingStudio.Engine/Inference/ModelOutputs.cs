using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Inference;

/// <summary>The outputs of one run as floats, by name or place, valid until disposed.</summary>
public sealed class ModelOutputs : IDisposable
{
    private readonly string[] _names;
    private readonly IDisposableReadOnlyCollection<OrtValue> _values;

    // Those that the model gave as halves; null where the model's own floats are read in place.
    private readonly float[]?[] _widened;

    internal ModelOutputs(string[] names, IDisposableReadOnlyCollection<OrtValue> values, IReadOnlyList<bool> halves)
    {
        (_names, _values) = (names, values);
        _widened = [.. values.Select((value, i) => halves[i] ? Widen(value) : null)];
    }

    public ReadOnlySpan<float> this[string name] => this[IndexOf(name)];

    public ReadOnlySpan<float> this[int at] => _widened[at] is { } floats ? floats : _values[at].GetTensorDataAsSpan<float>();

    public int Count => _values.Count;

    public IReadOnlyList<long> ShapeOf(string name) => _values[IndexOf(name)].GetTensorTypeAndShape().Shape;

    /// <summary>The output of a model that has one.</summary>
    public ReadOnlySpan<float> Single => this[0];

    public void Dispose() => _values.Dispose();

    private int IndexOf(string name) => Array.IndexOf(_names, name) is >= 0 and var at
        ? at
        : throw new ModelPackException($"The model has no output '{name}', only {string.Join(", ", _names)}. "
            + "The manifest names the wrong decoder.");

    private static float[] Widen(OrtValue value)
    {
        var halves = MemoryMarshal.Cast<Float16, Half>(value.GetTensorDataAsSpan<Float16>());
        var floats = new float[halves.Length];
        TensorPrimitives.ConvertToSingle(halves, floats);
        return floats;
    }
}
