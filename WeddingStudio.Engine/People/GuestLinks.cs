using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.People;

/// <summary>Links lines of the guest list to people of the same name, each to at most one.</summary>
internal static class GuestLinks
{
    /// <returns>Everybody whose line is another one now.</returns>
    public static async Task<IEnumerable<int>> WriteAsync(StudioDb db, string weddingId, FoldedPeople people, CancellationToken ct)
    {
        var entries = await db.GuestEntries.Where(g => g.WeddingId == weddingId).OrderBy(g => g.Id).ToListAsync(ct);
        int?[] before = [.. entries.Select(e => e.PersonId)];
        Link(entries, [.. people.People.Values.Where(p => p.Name is not null).Select(p => (p.Id, p.Name!, p.Faces.Count))]);
        return entries.Zip(before).Where(pair => pair.First.PersonId != pair.Second).SelectMany(pair => new[] { pair.First.PersonId, pair.Second }).OfType<int>();
    }

    /// <summary>Where several people bear a name, the one seen most is linked first; full names go before other names.</summary>
    public static void Link(IReadOnlyList<GuestEntry> entries, IReadOnlyList<(int Id, string Name, int Faces)> named)
    {
        var free = named.OrderByDescending(p => p.Faces).ThenBy(p => p.Id).ToList();
        foreach (var entry in entries)
            entry.PersonId = null;
        foreach (var names in new Func<GuestEntry, IEnumerable<string>>[] { e => [e.Name], e => e.Aliases?.Split('|') ?? [] })
        {
            foreach (var entry in entries.Where(e => e.PersonId is null))
            {
                var match = free.FindIndex(p => names(entry).Any(name => Same(name, p.Name)));
                if (match < 0)
                    continue;
                entry.PersonId = free[match].Id;
                free.RemoveAt(match);
            }
        }
    }

    public static bool Same(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.InvariantCultureIgnoreCase);
}
