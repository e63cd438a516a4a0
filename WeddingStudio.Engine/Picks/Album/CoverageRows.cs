using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Picks.Album;

/// <summary>Reads who should be in the photos, and in how many each of them can be shown.</summary>
internal static class CoverageRows
{
    public static async Task<CoverageReport> LoadAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var people = await db.People.Where(p => p.WeddingId == weddingId && p.RedirectToId == null).ToDictionaryAsync(p => p.Id, ct);
        var entries = await db.GuestEntries.Where(g => g.WeddingId == weddingId).OrderBy(g => g.Id).ToListAsync(ct);
        var photos = await PhotosAsync(db, weddingId, ct);
        var listed = entries.Select(e => e.PersonId).OfType<int>().ToHashSet();
        IEnumerable<CoveredGuest> onTheList =
            entries.Where(e => e.PersonId is not { } id || people.GetValueOrDefault(id) is not { Hidden: true })
            .Select(e => Of(e, e.PersonId is { } id ? people.GetValueOrDefault(id) : null));
        IEnumerable<CoveredGuest> namedBesides = people.Values.Where(p => p is { Name: not null, Hidden: false } && !listed.Contains(p.Id))
            .Select(p => new CoveredGuest(p.Name!, p.Role, null, p.Id, photos.GetValueOrDefault(p.Id)));
        return Coverage.Of([.. onTheList, .. namedBesides], Roles.All);

        CoveredGuest Of(GuestEntry entry, Person? person) => new(entry.Name, person?.Role ?? entry.Role, entry.Table, person?.Id,
            person is null ? 0 : photos.GetValueOrDefault(person.Id));
    }

    /// <summary>
    /// Photos by person, versions of one shot counted once, without those never shown or kept
    /// from guests, for that person or for everybody.
    /// </summary>
    private static async Task<Dictionary<int, int>> PhotosAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var rules = (await db.PhotoRules
            .Where(r => r.WeddingId == weddingId && (r.Kind == PhotoRuleKind.NeverShow || r.Kind == PhotoRuleKind.KeptFromGuests))
            .Select(r => new { r.PhotoId, r.PersonId }).ToListAsync(ct)).Select(r => (r.PhotoId, r.PersonId)).ToHashSet();
        var rows = await db.Faces.Where(f => f.WeddingId == weddingId && f.PersonId != null && f.Photo!.State == PhotoState.Ready)
            .Select(f => new { PersonId = f.PersonId!.Value, f.PhotoId, Shot = f.Photo!.ShotId ?? f.PhotoId }).Distinct().ToListAsync(ct);
        return rows.Where(r => !rules.Contains((r.PhotoId, r.PersonId)) && !rules.Contains((r.PhotoId, null)))
            .Select(r => (r.PersonId, r.Shot)).Distinct().CountBy(r => r.PersonId).ToDictionary(p => p.Key, p => p.Value);
    }
}
