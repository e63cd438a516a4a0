using System.Buffers;
using System.Diagnostics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using WeddingStudio.Engine.Inference.Devices;

namespace WeddingStudio.Engine.Inference;

/// <summary>
/// One loaded model with a single input; safe to call from many threads at once. A provider that can run only one call at a time
/// says so to ONNX Runtime (`OrtEp::IsConcurrentRunSupported`), which then lets the others wait.
/// </summary>
public sealed class ModelSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly OpenedDevice _device;
    private readonly RunOptions _runOptions = new();
    private readonly string[] _inputs;
    private readonly string[] _outputs;
    private long _busyTicks;
    private long _calls;

    internal ModelSession(InferenceSession session, ModelShape shape, OpenedDevice device)
    {
        _session = session;
        _device = device;
        Shape = shape;
        _inputs = [.. session.InputNames];
        _outputs = [.. session.OutputNames];
    }

    public string Name => Path.GetFileNameWithoutExtension(Shape.Path);
    public IReadOnlyList<string> OutputNames => _outputs;

    /// <summary>Runs elsewhere than on the CPU.</summary>
    public bool IsAccelerated => _device.IsAccelerator;

    /// <summary>Time spent in this model by all threads together, and in how many calls.</summary>
    public TimeSpan Busy => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _busyTicks));
    public long Calls => Interlocked.Read(ref _calls);

    internal ModelShape Shape { get; }

    /// <summary>
    /// Runs the model on one NCHW tensor. Dispose the outputs when they have been read. Throws <see cref="Packs.ModelPackException"/> for a
    /// tensor the model does not take, <see cref="DeviceException"/> when the device fails.
    /// </summary>
    public ModelOutputs Run(Memory<float> input, int batch, int channels, int height, int width)
    {
        Shape.Check([batch, channels, height, width]);
        long[] shape = [batch, channels, height, width];
        if (!Shape.TakesHalves)
            return Run(input, shape);

        var rented = ArrayPool<Float16>.Shared.Rent(input.Length);
        try
        {
            var halves = rented.AsMemory(0, input.Length);
            TensorPrimitives.ConvertToHalf(input.Span, MemoryMarshal.Cast<Float16, Half>(halves.Span));
            return Run(halves, shape);
        }
        finally
        {
            ArrayPool<Float16>.Shared.Return(rented);
        }
    }

    private ModelOutputs Run<T>(Memory<T> input, long[] shape) where T : unmanaged
    {
        using var tensor = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, input, shape);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var values = _session.Run(_runOptions, _inputs, [tensor], _outputs);
            return new ModelOutputs(_outputs, values, Shape.GivesHalves);
        }
        catch (OnnxRuntimeException error)
        {
            var wayOut = _device.Setting is { } setting ? $"leave {setting} empty to use the CPU" : "use another model pack";
            throw new DeviceException($"'{Shape.Path}' failed on {_device}: {error.Said()} Start WeddingStudio again: "
                + "it goes on from here. "
                + $"If that happens again, lower Studio:Faces:Workers and Studio:Faces:FacesAtOnce, or {wayOut}.", error);
        }
        finally
        {
            Interlocked.Add(ref _busyTicks, Stopwatch.GetTimestamp() - started);
            Interlocked.Increment(ref _calls);
        }
    }

    public void Dispose()
    {
        _runOptions.Dispose();
        _session.Dispose();
    }
}
