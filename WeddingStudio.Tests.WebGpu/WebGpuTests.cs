using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Tests.WebGpu;

/// <summary>
/// A provider that is not the processor, for real: WebGPU on whatever Vulkan finds, in CI a card that is made of software. Every model
/// of both packs goes through the product's own sessions.
/// </summary>
public sealed class WebGpuTests : IDisposable
{
    /// <summary>Of the largest number a model gives. A card adds in another order, and some multiply in fewer digits.</summary>
    private const float MostApart = 1e-3f;

    private const int Height = 256, Width = 320;

    private readonly SessionFactory _card = Sessions(new InferenceOptions { ExecutionProvider = "WebGPU" });
    private readonly SessionFactory _processor = Sessions(new InferenceOptions());

    public static TheoryData<string, string> Models() => new(
        from pack in new[] { Path.Combine(Checkout.Root, "models", "studio-1"), Path.Combine(SharedFiles.Root ?? "", "models") }
        where Path.IsPathRooted(pack)
        from model in ModelLibrary.Look([pack]).Packs.SelectMany(found => found.Manifest.Models)
        select (pack, model.Name));

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_says_on_a_card_what_it_says_on_the_processor(string folder, string name)
    {
        var pack = ModelLibrary.Look([folder]).Packs.Single(found => found.Manifest.Models.Any(model => model.Name == name));
        var model = new ChosenModel(pack, pack.Manifest.Models.Single(entry => entry.Name == name));
        foreach (var file in model.Entry.Files)
        {
            var (card, processor) = (_card.Open(model, file.Part), _processor.Open(model, file.Part));
            Assert.True(card.IsAccelerated);
            foreach (var batch in card.Shape.TakesOneAtATime ? [1] : new[] { 1, 3 })
            {
                var (height, width) = (SizeOf(card, 2, model.Entry.Input.Height, Height), SizeOf(card, 3, model.Entry.Input.Width, Width));
                var random = new Random(7);
                var picture = Enumerable.Range(0, batch * 3 * height * width).Select(_ => random.NextSingle() * 2 - 1).ToArray();

                using var expected = processor.Run(picture, batch, 3, height, width);
                using var given = card.Run(picture, batch, 3, height, width);

                Assert.Equal(expected.Count, given.Count);
                for (var output = 0; output < expected.Count; output++)
                    AssertAlike(expected[output], given[output], $"{name} {file.Part}, {batch} at once, output {output}");
            }
        }
    }

    [Fact]
    public void What_models_run_on_is_said() => Assert.Equal("WebGpu", _card.OpenDevice());

    public void Dispose()
    {
        _card.Dispose();
        _processor.Dispose();
    }

    private static int SizeOf(ModelSession session, int axis, int promised, int otherwise) =>
        session.Shape.Input[axis] > 0 ? session.Shape.Input[axis] : promised > 0 ? promised : otherwise;

    private static void AssertAlike(ReadOnlySpan<float> expected, ReadOnlySpan<float> given, string what)
    {
        Assert.Equal(expected.Length, given.Length);
        var (largest, apart) = (1f, 0f);
        for (var i = 0; i < expected.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(expected[i]));
            apart = Math.Max(apart, Math.Abs(expected[i] - given[i]));
        }

        Assert.True(apart <= MostApart * largest, $"{what}: {apart} apart, the largest is {largest}.");
    }

    private static SessionFactory Sessions(InferenceOptions options) => new(Options.Create(options), NullLogger<SessionFactory>.Instance);
}
