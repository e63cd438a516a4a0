namespace WeddingStudio.Bench.Peers;

/// <summary>Our analysis with models on an execution provider and on the CPU, alternating, each in a process of its own.</summary>
internal static class ProviderComparison
{
    private const string Cpu = "CPU", Setting = "Studio:Inference:ExecutionProvider", FallBack = "Studio:Inference:FallBack";

    /// <param name="provider">As `Studio:Inference:ExecutionProvider` names it. Where it cannot be used the first run says why.</param>
    /// <param name="oneRun">The command line of one run.</param>
    /// <param name="repeats">Runs of each.</param>
    /// <param name="ct">Ends the waiting.</param>
    public static async Task RunAsync(string provider, string[] oneRun, int repeats, CancellationToken ct)
    {
        var pairs = await Alternating.RunAsync(repeats, () => OnAsync(provider), () => OnAsync(Cpu));
        Write($"{provider} {Alternating.Ratio(pairs, (there, here) => here.Seconds / there.Seconds, "the CPU")}; ",
            $"faces {pairs[0].A.Faces} and {pairs[0].B.Faces}");

        async Task<RunFigures> OnAsync(string name)
        {
            // What cannot be used must not be measured as the CPU.
            var run = RunFigures.Parse(await OwnProcess.RunAsync(oneRun, ct,
                new Dictionary<string, string> { [Setting] = name, [FallBack] = "false" }));
            Write($"{name,-10} {run.Photos} photos in {run.Seconds:0.0} s: {run.Photos / run.Seconds:0.00} photos/s, ",
                $"{100 * run.Inside:0} % inside models, {run.CpuSeconds / run.Photos:0.000} CPU seconds a photo, {run.PeakMiB:0} MiB");
            return run;
        }
    }

    private static void Write(params FormattableString[] text) =>
        Console.WriteLine(string.Concat(text.Select(FormattableString.Invariant)));
}
