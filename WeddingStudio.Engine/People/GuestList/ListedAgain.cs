using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.People.GuestList;

/// <summary>
/// Which line of the guest list a guest of a file is. Two of one name are told apart by role, side, household and other names, then by
/// table, for tables change: who agrees in most of them is the same guest, and nobody takes the place of a namesake while there is another.
/// </summary>
internal static class ListedAgain
{
    /// <returns>For every guest, in order, the line there is; null for somebody new.</returns>
    public static IReadOnlyList<GuestEntry?> Match(IReadOnlyList<GuestEntry> entries, IReadOnlyList<ListedGuest> guests)
    {
        var found = new GuestEntry?[guests.Count];
        foreach (var namesakes in Enumerable.Range(0, guests.Count)
            .GroupBy(i => guests[i].Name.Trim(), StringComparer.InvariantCultureIgnoreCase))
        {
            var pairs = from entry in entries
                        where GuestLinks.Same(entry.Name, namesakes.Key)
                        from i in namesakes
                        let lasting = Lasting(entry, guests[i])
                        orderby lasting.Same descending, entry.Table is not null && entry.Table == guests[i].Table descending,
                lasting.Other, entry.Id, i
                        select (Entry: entry, Guest: i);
            var taken = new HashSet<GuestEntry>();
            foreach (var (entry, guest) in pairs.ToList())
            {
                if (found[guest] is null && taken.Add(entry))
                    found[guest] = entry;
            }
        }

        return found;
    }

    /// <summary>In how many things that last both say the same, and in how many something else.</summary>
    private static (int Same, int Other) Lasting(GuestEntry entry, ListedGuest guest)
    {
        var said = new[] { (entry.Role, guest.Role), (entry.Side, guest.Side), (entry.Household, guest.Household), (entry.Aliases,
            guest.AlsoKnownAs) }
            .Where(pair => pair is { Item1: not null, Item2: not null }).ToList();
        var same = said.Count(pair => pair.Item1 == pair.Item2);
        return (same, said.Count - same);
    }
}
