using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.People;

/// <summary>The stored guest list of a wedding.</summary>
public sealed class GuestList(StudioStore store)
{
    /// <summary>Replaces the list; a guest who is still on it keeps the person they were found to be.</summary>
    public Task ReplaceAsync(string weddingId, IReadOnlyList<GuestFile.Guest> guests, CancellationToken ct) => store.WriteAsync(async db =>
    {
        var before = await db.GuestEntries.Where(g => g.WeddingId == weddingId).OrderBy(g => g.Id).ToListAsync(ct);
        foreach (var guest in guests)
        {
            var entry = before.FirstOrDefault(g => g.Name == guest.Name && g.Household == guest.Household);
            if (entry is null)
                db.GuestEntries.Add(entry = new GuestEntry { WeddingId = weddingId, Name = guest.Name });
            before.Remove(entry);
            (entry.Role, entry.Side, entry.Table, entry.Household, entry.Aliases) = (guest.Role, guest.Side, guest.Table, guest.Household, guest.Aliases);
        }

        db.GuestEntries.RemoveRange(before);
        await db.SaveChangesAsync(ct);
    }, ct);
}
