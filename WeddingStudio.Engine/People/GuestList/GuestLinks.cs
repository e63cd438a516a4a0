using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.People.Fold;

namespace WeddingStudio.Engine.People.GuestList;

/// <summary>Somebody with a name, for the guest list.</summary>
internal sealed record NamedPerson(int Id, string Name, int Faces, string? Role);

/// <summary>Links lines of the guest list to people of the same name, each to at most one.</summary>
internal static class GuestLinks
{
    /// <returns>Everybody whose line is another one now.</returns>
    public static async Task<IEnumerable<int>> WriteAsync(StudioDb db, WeddingId weddingId, FoldedPeople people, CancellationToken ct)
    {
        var entries = await db.GuestEntries.Where(g => g.WeddingId == weddingId).OrderBy(g => g.Id).ToListAsync(ct);
        int?[] before = [.. entries.Select(e => e.PersonId)];
        Link(entries, [.. people.People.Values.Where(p => p.Name is not null)
            .Select(p => new NamedPerson(p.Id, p.Name!, p.Faces.Count, p.Role))]);
        return entries.Zip(before).Where(pair => pair.First.PersonId != pair.Second)
            .SelectMany(pair => new[] { pair.First.PersonId, pair.Second }).OfType<int>();
    }

    /// <summary>
    /// Where several people bear a name, those of the line's role go first, then the one seen most; full names go before other names.
    /// </summary>
    public static void Link(IReadOnlyList<GuestEntry> entries, IReadOnlyList<NamedPerson> named)
    {
        var free = named.OrderByDescending(p => p.Faces).ThenBy(p => p.Id).ToList();
        foreach (var entry in entries)
            entry.PersonId = null;
        foreach (var names in new Func<GuestEntry, IEnumerable<string>>[] { e => [e.Name], e => e.Aliases?.Split('|') ?? [] })
        {
            Take((entry, person) => entry.Role is not null && entry.Role == person.Role && IsCalled(entry, person));
            Take(IsCalled);

            bool IsCalled(GuestEntry entry, NamedPerson person) => names(entry).Any(name => Same(name, person.Name));
        }

        void Take(Func<GuestEntry, NamedPerson, bool> fits)
        {
            foreach (var entry in entries.Where(e => e.PersonId is null))
            {
                var match = free.FindIndex(person => fits(entry, person));
                if (match < 0)
                    continue;
                entry.PersonId = free[match].Id;
                free.RemoveAt(match);
            }
        }
    }

    public static bool Same(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.InvariantCultureIgnoreCase);
}
