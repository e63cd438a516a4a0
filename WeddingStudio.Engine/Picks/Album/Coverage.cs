namespace WeddingStudio.Engine.Picks.Album;

/// <summary>Who has photos and who has not, so that somebody can still go and take some.</summary>
public static class Coverage
{
    /// <summary>With fewer there is hardly a choice.</summary>
    private const int Enough = 3;

    /// <param name="guests">Each once, nobody hidden.</param>
    /// <param name="roles">All roles in order of priority.</param>
    public static CoverageReport Of(IReadOnlyList<CoveredGuest> guests, IReadOnlyList<string> roles)
    {
        CoveredGuest[] ordered = [.. guests.OrderBy(g => g.Table is null).ThenBy(g => g.Table, TableOrder.Instance)
            .ThenBy(g => g.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(g => g.PersonId)];
        return new CoverageReport(ordered.Length,
            [.. ordered.Where(g => g.Photos == 0)],
            [.. ordered.Where(g => g.Photos is > 0 and < Enough)],
            [.. Shares(ordered, g => g.Table)],
            [.. Shares(ordered, g => g.Role)
                .OrderBy(s => roles.Contains(s.Label) ? roles.TakeWhile(r => r != s.Label).Count() : roles.Count)]);
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
