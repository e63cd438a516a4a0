namespace WeddingStudio.Engine.Picks.Album;

/// <summary>Somebody who should be in the photos: on the guest list, named, or both.</summary>
/// <param name="PersonId">Null for a line of the guest list nobody in the photos is known to be.</param>
/// <param name="Photos">In how many photos they can be shown.</param>
public sealed record CoveredGuest(string Name, string? Role, string? Table, int? PersonId, int Photos);

/// <summary>How many of a table or role have photos. Label is the table as on the guest list, or the role's code.</summary>
public sealed record CoverageShare(string Label, int WithPhotos, int All);

/// <param name="None">Who has no photo yet, by table, then name.</param>
/// <param name="Few">Who has fewer than three, likewise.</param>
public sealed record CoverageReport(
    int Guests, IReadOnlyList<CoveredGuest> None, IReadOnlyList<CoveredGuest> Few, IReadOnlyList<CoverageShare> Tables, IReadOnlyList<CoverageShare> Roles);

/// <summary>Who has photos and who has not, so that somebody can still go and take some.</summary>
public static class Coverage
{
    /// <summary>With fewer there is hardly a choice.</summary>
    private const int Enough = 3;

    /// <param name="guests">Each once, nobody hidden.</param>
    /// <param name="roles">All roles in order of priority.</param>
    public static CoverageReport Of(IReadOnlyList<CoveredGuest> guests, IReadOnlyList<string> roles)
    {
        CoveredGuest[] ordered = [.. guests.OrderBy(g => g.Table is null).ThenBy(g => g.Table, TableOrder.Instance).ThenBy(g => g.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(g => g.PersonId)];
        return new CoverageReport(ordered.Length,
            [.. ordered.Where(g => g.Photos == 0)],
            [.. ordered.Where(g => g.Photos is > 0 and < Enough)],
            [.. Shares(ordered, g => g.Table)],
            [.. Shares(ordered, g => g.Role).OrderBy(s => roles.Contains(s.Label) ? roles.TakeWhile(r => r != s.Label).Count() : roles.Count)]);
    }

    private static IEnumerable<CoverageShare> Shares(IEnumerable<CoveredGuest> guests, Func<CoveredGuest, string?> by) => guests
        .Where(g => by(g) is not null).GroupBy(g => by(g)!)
        .Select(g => new CoverageShare(g.Key, g.Count(guest => guest.Photos > 0), g.Count()));

    /// <summary>Table 2 stands before table 10.</summary>
    private sealed class TableOrder : IComparer<string?>
    {
        public static readonly TableOrder Instance = new();
        private static readonly StringComparer _numbers = StringComparer.Create(System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.CompareOptions.NumericOrdering | System.Globalization.CompareOptions.IgnoreCase);

        public int Compare(string? x, string? y) => _numbers.Compare(x, y);
    }
}
