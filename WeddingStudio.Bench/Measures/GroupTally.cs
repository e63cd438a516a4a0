namespace WeddingStudio.Bench.Measures;

/// <summary>Photos that truly belong together (frames of a burst, versions of a shot) against those put together.</summary>
/// <param name="Found">True groups all of whose photos were put together.</param>
/// <param name="Wrong">Groups found that hold photos of different true groups, or of none.</param>
internal sealed record GroupTally(int True, int Found, int Wrong)
{
    /// <summary>Null = on its own.</summary>
    public static GroupTally Of(IReadOnlyList<(string? True, int? Found)> photos)
    {
        var truth = photos.Where(p => p.True is not null).GroupBy(p => p.True).Where(g => g.Count() > 1).ToList();
        var found = photos.Where(p => p.Found is not null).GroupBy(p => p.Found).Where(g => g.Count() > 1).ToList();
        return new GroupTally(truth.Count,
            truth.Count(g => g.All(p => p.Found is { } id && id == g.First().Found)),
            found.Count(g => g.Any(p => p.True is null || p.True != g.First().True)));
    }
}
