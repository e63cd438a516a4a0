using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Galleries.Guests;

/// <summary>
/// What guests see of the picks: those the couple published last, or, where the wedding says so, the picks of now.
/// Somebody's first link publishes their picks.
/// What is kept from guests or never shown is gone for them at once, published or not.
/// </summary>
public sealed class Publishing(StudioStore store)
{
    /// <summary>Guests with a gallery see the picks as they are now.</summary>
    /// <returns>For how many guests something is new.</returns>
    public Task<int> PublishAsync(WeddingId weddingId, CancellationToken ct) => store.WriteAsync(async db =>
    {
        var waiting = await WaitingAsync(db, weddingId, ct);
        foreach (var person in await GuestsAsync(db, weddingId, ct))
            await PublishAsync(db, weddingId, person, ct);
        return waiting.Count;
    }, ct);

    /// <summary>Person.Ids of guests with a gallery who see other best photos than are picked now.</summary>
    public Task<List<int>> WaitingAsync(WeddingId weddingId, CancellationToken ct) =>
        store.ReadAsync(db => WaitingAsync(db, weddingId, ct), ct);

    public Task SetAtOnceAsync(WeddingId weddingId, bool atOnce, CancellationToken ct) => store.WriteAsync(db =>
        db.Weddings.Where(w => w.Id == weddingId).ExecuteUpdateAsync(set => set.SetProperty(w => w.PublishesAtOnce, atOnce), ct), ct);

    internal static async Task PublishAsync(StudioDb db, WeddingId weddingId, int personId, CancellationToken ct)
    {
        await db.PublishedPicks.Where(p => p.WeddingId == weddingId && p.PersonId == personId).ExecuteDeleteAsync(ct);
        var picks = await db.Picks.Where(p => p.WeddingId == weddingId && p.PersonId == personId).ToListAsync(ct);
        db.PublishedPicks.AddRange(
            picks.Select(p => new PublishedPick { WeddingId = weddingId, PersonId = personId, PhotoId = p.PhotoId, Rank = p.Rank }));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>
    /// The person's best photos for guests, in rank order. Who was never published, after a merge say, is shown as picked.
    /// </summary>
    internal static IQueryable<Photo> BestFor(StudioDb db, Person person, IQueryable<Photo> shown)
    {
        var published = db.PublishedPicks.Where(p => p.WeddingId == person.WeddingId && p.PersonId == person.Id
            && !db.Weddings.Any(w => w.Id == person.WeddingId && w.PublishesAtOnce)).Select(p => new { p.PhotoId, p.Rank });
        var picked = db.Picks.Where(p => p.WeddingId == person.WeddingId && p.PersonId == person.Id && !published.Any())
            .Select(p => new { p.PhotoId, p.Rank });
        return from pick in published.Concat(picked) join photo in shown on pick.PhotoId equals photo.Id orderby pick.Rank select photo;
    }

    private static Task<List<int>> GuestsAsync(StudioDb db, WeddingId weddingId, CancellationToken ct) =>
        db.Galleries.Where(g => g.WeddingId == weddingId && !g.Closed).OrderBy(g => g.PersonId).Select(g => g.PersonId).ToListAsync(ct);

    private static async Task<List<int>> WaitingAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        if (await db.Weddings.Where(w => w.Id == weddingId).Select(w => w.PublishesAtOnce).SingleAsync(ct))
            return [];
        var guests = await GuestsAsync(db, weddingId, ct);
        var published = (await db.PublishedPicks.Where(p => p.WeddingId == weddingId).OrderBy(p => p.Rank)
            .Select(p => new { p.PersonId, p.PhotoId }).ToListAsync(ct)).ToLookup(p => p.PersonId, p => p.PhotoId);
        var picks = (await db.Picks.Where(p => p.WeddingId == weddingId && guests.Contains(p.PersonId)).OrderBy(p => p.Rank)
            .Select(p => new { p.PersonId, p.PhotoId }).ToListAsync(ct)).ToLookup(p => p.PersonId, p => p.PhotoId);
        return guests.FindAll(id => published[id].Any() && !published[id].SequenceEqual(picks[id]));
    }
}
