using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;

namespace WeddingStudio.Engine.Inference;

/// <summary>One loaded model with a single input; safe to call from many threads at once.</summary>
public sealed class ModelSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = new();
    private readonly string[] _inputs;
    private readonly string[] _outputs;
    private long _busyTicks;
    private long _calls;

    internal ModelSession(string name, InferenceSession session)
    {
        Name = name;
        _session = session;
        _inputs = [.. session.InputNames];
        _outputs = [.. session.OutputNames];
        TakesOneAtATime = session.InputMetadata.Values.Any(input => input.Dimensions is [1, ..]);
    }

    public string Name { get; }
    public IReadOnlyList<string> OutputNames => _outputs;

    /// <summary>The graph was exported for one picture per call, as many embedders are.</summary>
    public bool TakesOneAtATime { get; }

    /// <summary>Time spent in this model by all threads together, and in how many calls.</summary>
    public TimeSpan Busy => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _busyTicks));
    public long Calls => Interlocked.Read(ref _calls);

    /// <summary>Runs the model on one NCHW tensor. Dispose the outputs when they have been read.</summary>
    public ModelOutputs Run(Memory<float> input, int batch, int channels, int height, int width)
    {
        using var tensor = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, input, [batch, channels, height, width]);
        var started = Stopwatch.GetTimestamp();
        var values = _session.Run(_runOptions, _inputs, [tensor], _outputs);
        Interlocked.Add(ref _busyTicks, Stopwatch.GetTimestamp() - started);
        Interlocked.Increment(ref _calls);
        return new ModelOutputs(_outputs, values);
    }

    public void Dispose()
    {
        _runOptions.Dispose();
        _session.Dispose();
    }
}

/// <summary>The float outputs of one run, by name, valid until disposed.</summary>
public sealed class ModelOutputs(string[] names, IDisposableReadOnlyCollection<OrtValue> values) : IDisposable
{
    public ReadOnlySpan<float> this[string name] => this[IndexOf(name)];

    public ReadOnlySpan<float> this[int at] => values[at].GetTensorDataAsSpan<float>();

    public int Count => values.Count;

    public IReadOnlyList<long> ShapeOf(string name) => values[IndexOf(name)].GetTensorTypeAndShape().Shape;

    /// <summary>The output of a model that has one, or the first.</summary>
    public ReadOnlySpan<float> Single => values[0].GetTensorDataAsSpan<float>();

    private int IndexOf(string name) => Array.IndexOf(names, name) is >= 0 and var at
        ? at
        : throw new ModelPackException($"The model has no output '{name}', only {string.Join(", ", names)}. The manifest names the wrong decoder.");

    public void Dispose() => values.Dispose();
}
