namespace WeddingStudio.Engine.Picks;

/// <summary>What became of one person's picks.</summary>
/// <param name="Name">Null for somebody unnamed.</param>
/// <param name="In">Photos that are picked now and were not before.</param>
/// <param name="Out">Photos that were picked and are not any more.</param>
public sealed record PickChange(int PersonId, string? Name, int In, int Out)
{
    /// <summary>Whom a message names; the others are counted.</summary>
    private const int MostNamed = 2;

    /// <summary>"Best photos: 3 in, 2 out for Anna." Empty when no photo came or went.</summary>
    public static string Words(IEnumerable<PickChange> changes)
    {
        PickChange[] moved = [.. changes.Where(c => c.In + c.Out > 0).OrderByDescending(c => c.Name is not null)
            .ThenByDescending(c => c.In + c.Out).ThenBy(c => c.PersonId)];
        if (moved.Length == 0)
            return "";
        var said = string.Join("; ", moved.Take(MostNamed).Select(c => $"{c.Moves} for {c.Name ?? $"Unnamed {c.PersonId}"}"));
        return $"Best photos: {said}{(moved.Length > MostNamed ? $"; and others for {moved.Length - MostNamed} more" : "")}.";
    }

    private string Moves => (In, Out) switch
    {
        (_, 0) => $"{In} in",
        (0, _) => $"{Out} out",
        _ => $"{In} in, {Out} out",
    };

    internal static PickChange Of(int personId, string? name, IEnumerable<PickRow> before, IEnumerable<PickRow> now)
    {
        var (was, isNow) = (before.Select(p => p.PhotoId).ToHashSet(), now.Select(p => p.PhotoId).ToHashSet());
        return new PickChange(personId, name, isNow.Except(was).Count(), was.Except(isNow).Count());
    }
}
