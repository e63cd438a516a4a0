namespace WeddingStudio.Tests.People.Hdbscan;

/// <summary>Labels without their numbers: equal when the same points are together and the same points are noise.</summary>
public static class Partition
{
    /// <summary>Clusters renumbered by first appearance; noise stays -1.</summary>
    public static int[] Of(IEnumerable<int> labels)
    {
        var seen = new Dictionary<int, int>();
        return [.. labels.Select(label => label < 0 ? -1 : seen.TryGetValue(label, out var known) ? known : seen[label] = seen.Count)];
    }

    /// <summary>How many points change company when the clusters of both labellings are paired, largest overlap first.</summary>
    public static int Moved(int[] before, int[] after)
    {
        var (takenBefore, takenAfter) = (new HashSet<int>(), new HashSet<int>());
        var kept = 0;
        foreach (var overlap in before.Zip(after).CountBy(pair => pair).OrderByDescending(overlap => overlap.Value))
        {
            var (from, to) = overlap.Key;
            if (from < 0 != to < 0 || takenBefore.Contains(from) || takenAfter.Contains(to))
                continue;

            takenBefore.Add(from);
            takenAfter.Add(to);
            kept += overlap.Value;
        }

        return before.Length - kept;
    }
}
