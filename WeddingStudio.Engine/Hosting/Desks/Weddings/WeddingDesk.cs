using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Lists;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Hosting.Desks.Members;

namespace WeddingStudio.Engine.Hosting.Desks.Weddings;

/// <summary>The list of weddings.</summary>
public sealed partial class WeddingDesk(StudioStore store, TimeProvider clock, ILogger<WeddingDesk> logger)
{
    private const int LongestName = 120;

    public Task<IReadOnlyList<WeddingView>> ListAsync(string userId, CancellationToken ct) =>
        store.ReadAsync<IReadOnlyList<WeddingView>>(async db =>
        {
            var weddings = await db.VisibleTo(userId).OrderByDescending(w => w.CreatedAt).Select(w => new { w.Id, w.Name }).ToListAsync(ct);
            var views = new List<WeddingView>(weddings.Count);
            foreach (var wedding in weddings)
                views.Add(await TryViewAsync(db, wedding.Id, wedding.Name, ct));
            return views;
        }, ct);

    /// <summary>One that cannot be read must not hide the others.</summary>
    private async Task<WeddingView> TryViewAsync(StudioDb db, WeddingId weddingId, string name, CancellationToken ct)
    {
        try
        {
            return await ViewAsync(db, await db.Weddings.SingleAsync(w => w.Id == weddingId, ct), ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            NotReadable(logger, weddingId, failure);
            return new WeddingView { Id = weddingId, Name = name, IsReadable = false };
        }
    }

    public Task<WeddingView> OpenAsync(WeddingId weddingId, CancellationToken ct) => store.ReadAsync(async db =>
        await ViewAsync(db, await db.Weddings.SingleAsync(w => w.Id == weddingId, ct), ct), ct);

    public async Task<DeskAnswer> CreateAsync(string name, CancellationToken ct)
    {
        name = PlainName.Of(name);
        if (name.Length is 0 or > LongestName)
            return new DeskAnswer(false, new("Weddings.GiveName", LongestName));
        var id = await store.WriteAsync(async db =>
        {
            var taken = await db.Weddings.Select(w => w.Id).ToListAsync(ct);
            var wedding = new Wedding
            {
                Id = WeddingSlug.Free(WeddingSlug.From(name), taken.ToHashSet()),
                Name = name,
                TimeZone = WeddingZone.Local(),
                CreatedAt = clock.GetUtcNow().UtcDateTime,
                NextPersonId = 1,
            };
            db.Weddings.Add(wedding);
            await db.SaveChangesAsync(ct);
            return wedding.Id;
        }, ct);
        return new DeskAnswer(true, new("Weddings.Ready", name), id);
    }

    private static async Task<WeddingView> ViewAsync(StudioDb db, Wedding wedding, CancellationToken ct)
    {
        var photos = await db.Photos
            .CountAsync(p => p.WeddingId == wedding.Id && p.State != PhotoState.Duplicate && p.State != PhotoState.Gone, ct);
        var people = db.People.Where(p => p.WeddingId == wedding.Id && p.RedirectToId == null && !p.Hidden);
        var cover = await people.OrderByDescending(p => p.Role == "bride" || p.Role == "spouse_1")
            .ThenByDescending(p => p.PhotoCount).ThenBy(p => p.Id)
            .Join(db.Faces, p => p.CoverFaceId, f => f.Id, (p, f) => f.Key).FirstOrDefaultAsync(ct);
        return new WeddingView
        {
            Id = wedding.Id,
            Name = wedding.Name,
            CreatedAt = wedding.CreatedAt,
            Photos = photos,
            People = await people.CountAsync(ct),
            PictureUrl = cover is null ? null : MediaUrls.Face(wedding.Id, cover),
            Drawn = wedding.IsDrawn,
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The wedding {WeddingId} cannot be read from the database")]
    private static partial void NotReadable(ILogger logger, WeddingId weddingId, Exception failure);
}
