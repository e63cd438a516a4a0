namespace WeddingStudio.Bench.Measures;

/// <summary>B-cubed precision, recall and their harmonic mean, all 0..1 (Bagga and Baldwin 1998).</summary>
public readonly record struct BCubed(double Precision, double Recall)
{
    public double F => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>Compares groups with identities, face by face; a negative group means a group of its own.</summary>
    /// <param name="groups">[faces].</param>
    /// <param name="identities">[faces].</param>
    /// <param name="counted">The faces the mean is over, held against all others; null: all.</param>
    public static BCubed Of(IReadOnlyList<int> groups, IReadOnlyList<string> identities, IReadOnlyCollection<int>? counted = null)
    {
        if (groups.Count != identities.Count)
            throw new ArgumentException($"{groups.Count} groups for {identities.Count} identities.", nameof(groups));
        if (groups.Count == 0)
            return default;

        var faces = Enumerable.Range(0, groups.Count)
            .Select(i => (Group: groups[i] >= 0 ? groups[i] : -1 - i, Identity: identities[i])).ToList();
        var both = faces.CountBy(f => f).ToDictionary();
        var inGroup = faces.CountBy(f => f.Group).ToDictionary();
        var ofIdentity = faces.CountBy(f => f.Identity).ToDictionary();
        var judged = counted?.Select(i => faces[i]).ToList() ?? faces;
        return new BCubed(
            judged.Average(f => (double)both[f] / inGroup[f.Group]),
            judged.Average(f => (double)both[f] / ofIdentity[f.Identity]));
    }
}
