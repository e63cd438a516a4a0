using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Bench.Peers;

/// <summary>Our analysis and the script over the same photos, alternating, each in a process of its own.</summary>
internal static class PeerComparison
{
    /// <param name="arguments">The command line of one of our runs.</param>
    public static async Task RunAsync(
        string photos, IConfiguration configuration, string[] arguments, string python, int repeats, CancellationToken ct)
    {
        await using var services = BenchModels.Services(configuration).AddInference(configuration).BuildServiceProvider();
        var models = services.GetRequiredService<ModelLibrary>().Choose();
        var pairs = await Alternating.RunAsync(repeats,
            async () => Told("ours", RunFigures.Parse(await OwnProcess.RunAsync(arguments, ct))),
            async () => Told("script",
                await PeerScript.RunAsync(python, photos, models.Embedder.Pack, Environment.ProcessorCount, ct)));
        PrintRatios(pairs);
        PrintFloor(services, models, photos, pairs.ConvertAll(pair => pair.A));
    }

    private static RunFigures Told(string who, RunFigures run)
    {
        var parts = string.Join(", ", run.Parts.Select(part => FormattableString.Invariant($"{part.Key} {part.Value:0.0}")));
        Write($"{who,-7} {run.Photos} photos, {run.Faces} faces in {run.Seconds:0.0} s, ",
            $"{run.CpuSeconds / run.Photos:0.000} CPU seconds a photo, {run.PeakMiB:0} MiB: {parts}");
        return run;
    }

    private static void PrintRatios(List<(RunFigures, RunFigures)> pairs)
    {
        Print("first look", (our, their) => their.Seconds / their.Photos / (our.FirstLook / our.Photos));
        Print("whole", (our, their) => their.Seconds / their.Photos / (our.Seconds / our.Photos));
        Print("CPU seconds", (our, their) => their.CpuSeconds / their.Photos / (our.CpuSeconds / our.Photos));
        Print("peak memory", (our, their) => their.PeakMiB / our.PeakMiB);

        void Print(string what, Func<RunFigures, RunFigures, double> ratio) =>
            Write($"{what,-12} {Alternating.Ratio(pairs, ratio, "the script")}");
    }

    private static void PrintFloor(IServiceProvider services, ModelSet models, string photos, List<RunFigures> ours)
    {
        string[] jpegs = [.. Directory.EnumerateFiles(photos, "*.jp*g", SearchOption.AllDirectories)];
        if (jpegs.Length == 0)
            return;
        var floor = new Floor(services.GetRequiredService<SessionFactory>(), models)
            .CpuSecondsPerPhoto(jpegs, (double)ours[0].Faces / ours[0].Photos);
        double[] runs = [.. ours.Select(run => run.CpuSeconds / run.Photos / floor).Order()];
        Write($"floor        {floor:0.000} CPU seconds a photo; ours {runs[runs.Length / 2]:0.00}x ({runs[0]:0.00} to {runs[^1]:0.00})");
    }

    private static void Write(params FormattableString[] text) =>
        Console.WriteLine(string.Concat(text.Select(FormattableString.Invariant)));
}
