using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Galleries.Guests;
using WeddingStudio.Engine.Jobs;
using WeddingStudio.Engine.Picks;

namespace WeddingStudio.Engine.Hosting.Desks.Picks;

/// <summary>How many best photos, why not this one, and when guests see them.</summary>
public sealed class PicksDesk(StudioStore store, PicksStage picks, Publishing publishing, StudioEvents events)
{
    public async Task<PicksView> ViewAsync(WeddingId weddingId, CancellationToken ct)
    {
        var waiting = await publishing.WaitingAsync(weddingId, ct);
        return await store.ReadAsync(async db =>
        {
            var wedding = await db.Weddings.AsNoTracking().SingleAsync(w => w.Id == weddingId, ct);
            var said = await db.PickCounts.AsNoTracking().Where(c => c.WeddingId == weddingId).ToListAsync(ct);
            return new PicksView(wedding.PicksPerPerson,
                said.Where(c => c.PersonId is not null).ToDictionary(c => c.PersonId!.Value, c => c.Count),
                said.Where(c => c.Role is not null).ToDictionary(c => c.Role!, c => c.Count), wedding.PublishesAtOnce, waiting.Count);
        }, ct);
    }

    /// <summary>Gives one person, everybody of a role, or (neither) everybody else so many photos, and picks again for them.</summary>
    /// <param name="count">1 to <see cref="Limits.BestPhotos"/>; null: as for everybody.</param>
    public async Task<DeskAnswer> SetCountAsync(WeddingId weddingId, int? personId, string? role, int? count, CancellationToken ct)
    {
        if (count is < 1 or > Limits.BestPhotos || (count is null && personId is null && role is null))
            return new DeskAnswer(false, new("Picks.ChooseNumber", Limits.BestPhotos));
        if (role is not null && !Roles.All.Contains(role))
            return new DeskAnswer(false, new("People.NoSuchRole", role));
        var (revision, concerned) = await store.WriteAsync(async db =>
        {
            var wedding = await db.Weddings.SingleAsync(w => w.Id == weddingId, ct);
            if (personId is null && role is null)
            {
                wedding.PicksPerPerson = count!.Value;
            }
            else
            {
                await db.PickCounts.Where(c => c.WeddingId == weddingId && c.PersonId == personId && c.Role == role).ExecuteDeleteAsync(ct);
                if (count is { } some)
                    db.PickCounts.Add(
                        new PickCount { WeddingId = weddingId, PersonId = personId, Role = personId is null ? role : null, Count = some });
            }

            var raised = await Revisions.RaiseAsync(db, weddingId, ct);
            return (raised, People: await db.People.Where(p => p.WeddingId == weddingId && p.RedirectToId == null
                && (personId == null || p.Id == personId)
                && (role == null || p.Role == role)).Select(p => p.Id).ToListAsync(ct));
        }, ct);
        await picks.RepickAsync(weddingId, concerned, ct);
        events.OnPicksChanged(new StudioChange(weddingId, revision, concerned));
        return new DeskAnswer(true, count is { } now ? new("Picks.CountNow", now) : new("Picks.CountAsEverybody"))
        {
            Revision = revision,
        };
    }

    public Task<Message?> WhyNotAsync(WeddingId weddingId, int personId, int photoId, CancellationToken ct) =>
        picks.WhyNotAsync(weddingId, personId, photoId, ct);

    public async Task<DeskAnswer> PublishAsync(WeddingId weddingId, CancellationToken ct) =>
        await publishing.PublishAsync(weddingId, ct) switch
        {
            0 => new DeskAnswer(true, new("Picks.PublishedNothingNew")),
            var guests => new DeskAnswer(true, new("Picks.Published", guests)),
        };

    public async Task<DeskAnswer> SetAtOnceAsync(WeddingId weddingId, bool atOnce, CancellationToken ct)
    {
        // What guests see must not change by the choice how they are to see it later.
        if (!atOnce)
            await publishing.PublishAsync(weddingId, ct);
        await publishing.SetAtOnceAsync(weddingId, atOnce, ct);
        return new DeskAnswer(true, new(atOnce ? "Picks.AtOnce" : "Picks.WhenPublished"));
    }
}
