using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.People.GuestList;

/// <summary>What came of a guest list: how many lines were new, how many known, and what is wrong with the others.</summary>
public sealed record GuestListOutcome(int Added, int Updated, IReadOnlyList<LineProblem> Problems, long Revision);

/// <summary>The guest list of a wedding: who is expected in the photos.</summary>
public sealed class GuestListImport(StudioStore store)
{
    /// <summary>
    /// Takes a guest list in. Who is on the list already is brought up to date, others are added, nobody is dropped; two guests of one
    /// name stay two. Lines are linked to people of the same name. Broken lines are named, the rest goes in.
    /// </summary>
    public Task<GuestListOutcome> ImportAsync(WeddingId weddingId, GuestListFile file, CancellationToken ct) =>
        store.WriteAsync(async db =>
        {
            var entries = await db.GuestEntries.Where(g => g.WeddingId == weddingId).OrderBy(g => g.Id).ToListAsync(ct);
            var known = ListedAgain.Match(entries, file.Guests);
            foreach (var (guest, entry) in file.Guests.Zip(known))
                Fill(entry ?? Added(guest), guest);
            await LinkAsync(db, weddingId, entries, ct);
            var revision = await Revisions.RaiseAsync(db, weddingId, ct);
            var added = known.Count(entry => entry is null);
            return new GuestListOutcome(added, known.Count - added, file.Problems, revision);

            GuestEntry Added(ListedGuest guest)
            {
                var entry = new GuestEntry { WeddingId = weddingId, Name = guest.Name };
                entries.Add(entry);
                return db.GuestEntries.Add(entry).Entity;
            }
        }, ct);

    private static async Task LinkAsync(StudioDb db, WeddingId weddingId, List<GuestEntry> entries, CancellationToken ct)
    {
        var named = await db.People.Where(p => p.WeddingId == weddingId && p.Name != null && p.FaceCount > 0)
            .Select(p => new NamedPerson(p.Id, p.Name!, p.FaceCount, p.Role)).ToListAsync(ct);
        GuestLinks.Link(entries, named);
    }

    private static void Fill(GuestEntry entry, ListedGuest guest)
    {
        entry.Role = guest.Role ?? entry.Role;
        entry.Side = guest.Side ?? entry.Side;
        entry.Table = guest.Table ?? entry.Table;
        entry.Household = guest.Household ?? entry.Household;
        entry.Aliases = guest.AlsoKnownAs ?? entry.Aliases;
    }
}
