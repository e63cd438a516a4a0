namespace WeddingStudio.Bench.Peers;

/// <summary>Runs of two kinds in turn, compared with their neighbours: what slows the machine down for a while slows both.</summary>
internal static class Alternating
{
    /// <summary>Each pair begins with the kind that the pair before ended with.</summary>
    public static async Task<List<(RunFigures A, RunFigures B)>> RunAsync(int repeats, Func<Task<RunFigures>> a, Func<Task<RunFigures>> b)
    {
        List<(RunFigures, RunFigures)> pairs = [];
        for (var i = 0; i < repeats; i++)
        {
            var first = await (i % 2 == 0 ? a : b)();
            var second = await (i % 2 == 0 ? b : a)();
            pairs.Add(i % 2 == 0 ? (first, second) : (second, first));
        }

        return pairs;
    }

    /// <summary>The median of a ratio over all pairs, with the least and the most; above 1 the first kind is better.</summary>
    public static string Ratio(
        IEnumerable<(RunFigures A, RunFigures B)> pairs, Func<RunFigures, RunFigures, double> ratio, string than)
    {
        double[] ratios = [.. pairs.Select(pair => ratio(pair.A, pair.B)).Order()];
        return FormattableString.Invariant(
            $"{ratios[ratios.Length / 2]:0.00}x {than} ({ratios[0]:0.00} to {ratios[^1]:0.00})");
    }
}
