using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Devices;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Tests.Inference;

public sealed class ModelSessionTests : IDisposable
{
    private readonly TempPack _pack = new();
    private readonly SessionFactory _sessions = new(Options.Create(new InferenceOptions()), NullLogger<SessionFactory>.Instance);

    [Theory]
    [InlineData(MadeGraph.Half, MadeGraph.Half)]
    [InlineData(MadeGraph.Half, MadeGraph.Float)]
    [InlineData(MadeGraph.Float, MadeGraph.Half)]
    public void A_model_of_halves_says_what_its_twin_of_floats_says(int inputType, int outputType)
    {
        var picture = Enumerable.Range(0, 3 * 4 * 5).Select(i => (i - 30) / 17f).ToArray();

        var halves = Run(HalfGraph.Of(inputType, outputType, [-1, 3, -1, -1]), picture);

        // Half carries 11 bits: the input is rounded by at most 2^-11 of itself, its square by twice that and its own rounding.
        var floats = Run(HalfGraph.Of(MadeGraph.Float, MadeGraph.Float, [-1, 3, -1, -1]), picture);
        Assert.All(floats.Zip(halves), pair => Assert.Equal(pair.First, pair.Second, Math.Abs(pair.First) * 3.01f / 2048 + 1e-7f));
        Assert.NotEqual(floats, halves);
    }

    [Fact]
    public void Other_numbers_are_refused_with_what_was_found()
    {
        var message = Refusal(HalfGraph.Of(MadeGraph.Int64, MadeGraph.Float, [-1, 3, -1, -1]));

        Assert.StartsWith($"'{_pack.DetectorFile}': 'x' holds Int64; this program reads Float and Float16.", message);
    }

    [Fact]
    public void So_they_are_in_what_a_model_gives()
    {
        var message = Refusal(HalfGraph.Of(MadeGraph.Float, MadeGraph.Int64, [-1, 3, -1, -1]));

        Assert.StartsWith($"'{_pack.DetectorFile}': 'y' holds Int64;", message);
    }

    [Theory]
    [InlineData(112, 112, -1, 3, 160, 160)]
    [InlineData(96, 112, 1, 3, 96, 112)]
    [InlineData(0, 0, 1, 3, 640, 640)]
    [InlineData(112, 112, -1, 1, 112, 112)]
    [InlineData(112, 112, 4, 3, 112, 112)]
    [InlineData(112, 112, 3, 112, 112)]
    public void A_model_that_takes_other_pictures_than_its_manifest_says_is_refused(int width, int height, params int[] shape)
    {
        _pack.Detector["input"] = new JsonObject { ["width"] = width, ["height"] = height };

        var message = Refusal(HalfGraph.Of(MadeGraph.Float, MadeGraph.Float, shape));

        Assert.StartsWith($"'{_pack.DetectorFile}' takes {InWords(shape)} (pictures, channels, height, width); "
            + $"by its manifest it is given {InWords([1, 3, height, width])}.", message);
    }

    [Fact]
    public void A_model_with_two_inputs_is_refused()
    {
        var message = Refusal(HalfGraph.Of(MadeGraph.Float, MadeGraph.Float, [-1, 3, -1, -1], second: "size"));

        Assert.StartsWith($"'{_pack.DetectorFile}' has 2 inputs (x, size);", message);
    }

    [Fact]
    public void A_part_of_a_cascade_is_asked_for_its_size_when_it_runs()
    {
        _pack.Detector["files"]![0]!["part"] = "rnet";
        _pack.Put(_pack.Detector, HalfGraph.Of(MadeGraph.Float, MadeGraph.Float, [-1, 3, 24, 24]));
        var session = _sessions.Open(Detector(), "rnet");

        var message = Assert.Throws<ModelPackException>(() => session.Run(new float[3 * 48 * 48], 1, 3, 48, 48)).Message;

        Assert.Contains("takes [any, 3, 24, 24]", message);
        Assert.Contains("is given [1, 3, 48, 48]", message);
    }

    [Fact]
    public void A_model_that_fails_at_work_is_named_with_what_to_do()
    {
        _pack.Put(_pack.Detector, HalfGraph.FailsUnlessSquare);
        var session = _sessions.Open(Detector());

        var message = Assert.Throws<DeviceException>(() => session.Run(new float[3 * 4 * 5], 1, 3, 4, 5)).Message;

        Assert.StartsWith($"'{_pack.DetectorFile}' failed on the CPU: ", message);
        Assert.Contains("it goes on from here", message);
    }

    public void Dispose()
    {
        _sessions.Dispose();
        _pack.Dispose();
    }

    private float[] Run(byte[] graph, float[] picture)
    {
        _pack.Put(_pack.Detector, graph);
        using var outputs = _sessions.Open(Detector()).Run(picture, 1, 3, 4, 5);
        return outputs.Single.ToArray();
    }

    private string Refusal(byte[] graph)
    {
        _pack.Put(_pack.Detector, graph);
        return Assert.Throws<ModelPackException>(() => _sessions.Open(Detector())).Message;
    }

    private ChosenModel Detector() => ModelSet.From(ModelLibrary.Look([_pack.Folder]), "", "").Detector;

    private static string InWords(int[] shape) => $"[{string.Join(", ", shape.Select(size => size > 0 ? $"{size}" : "any"))}]";
}
