using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Tests.Inference;

/// <summary>What models work in is used again from call to call.</summary>
public sealed class ModelMemoryTests
{
    private const int Batch = 16, Calls = 50;

    /// <summary>Without an arena a call takes about 1,200 pages; other tests may make it grow now and then.</summary>
    private const int MostFreshPagesPerCall = 300;

    [Fact]
    public void A_call_takes_hardly_any_fresh_pages()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux counts pages by thread.");
        var embedder = ModelSet.From(ModelLibrary.Look([Path.Combine(Checkout.Root, "models", "studio-1")]), "", "").Embedder;
        using var sessions = new SessionFactory(Options.Create(new InferenceOptions()), NullLogger<SessionFactory>.Instance);
        var session = sessions.Open(embedder);
        var (width, height) = (embedder.Entry.Input.Width, embedder.Entry.Input.Height);
        var faces = new float[Batch * 3 * width * height];
        session.Run(faces, Batch, 3, height, width).Dispose();

        var before = FreshPages();
        for (var i = 0; i < Calls; i++)
            session.Run(faces, Batch, 3, height, width).Dispose();

        Assert.InRange((FreshPages() - before) / Calls, 0, MostFreshPagesPerCall);
    }

    /// <summary>Pages this thread was given: the tenth field of its `stat`, the eighth behind the name in brackets.</summary>
    private static long FreshPages()
    {
        var stat = File.ReadAllText("/proc/thread-self/stat");
        return long.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[7], CultureInfo.InvariantCulture);
    }
}
