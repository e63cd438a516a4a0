using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Sqlite;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Hosting.Desks.Photos;

/// <summary>
/// What keeps a wedding's day, scores and best photos from being up to date. It is that wedding's alone: its page says it, the other
/// weddings go on, and whoever has fixed it tries again.
/// </summary>
public sealed class WeddingTroubles(StudioPipeline pipeline, StudioStore store, ILogger<WeddingTroubles> logger)
{
    private readonly ConcurrentDictionary<WeddingId, Message> _troubles = new();

    /// <summary>For the wedding's page; null when all is well.</summary>
    public Message? Of(WeddingId weddingId) => _troubles.GetValueOrDefault(weddingId);

    /// <summary>The whole flow has just gone through.</summary>
    public void Forget(WeddingId weddingId) => _troubles.TryRemove(weddingId, out _);

    /// <summary>Brings a wedding up to date, or keeps what is in the way. Throws only what is in the way of all of them.</summary>
    public async Task CatchUpAsync(WeddingId weddingId, CancellationToken ct)
    {
        try
        {
            await pipeline.CatchUpAsync(weddingId, ct);
            Forget(weddingId);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && !IsEverybodys(failure))
        {
            FailureMessages.Log(logger, $"The wedding {weddingId} could not be brought up to date, the others go on", failure, Again.Try);
            _troubles[weddingId] = FailureMessages.Of(failure, Again.Try)
                ?? new("Weddings.DataTrouble");
        }
    }

    public async Task<DeskAnswer> TryAgainAsync(WeddingId weddingId, CancellationToken ct)
    {
        await CatchUpAsync(weddingId, ct);
        return Of(weddingId) is { } trouble ? new DeskAnswer(false, trouble)
            : new DeskAnswer(true, new("Weddings.UpToDate"));
    }

    /// <summary>
    /// In place of a zone that this computer does not know. One that is known stays: the photos' times have been read by it.
    /// </summary>
    public async Task<DeskAnswer> SetTimeZoneAsync(WeddingId weddingId, string zone, CancellationToken ct)
    {
        if (WeddingZone.Find(zone) is null)
            return new DeskAnswer(false, new("Weddings.NoSuchZone", zone));
        var isSet = await store.WriteAsync(async db =>
        {
            var wedding = await db.Weddings.SingleAsync(w => w.Id == weddingId, ct);
            if (WeddingZone.Find(wedding.TimeZone) is not null)
                return false;
            wedding.TimeZone = zone;
            await db.SaveChangesAsync(ct);
            return true;
        }, ct);
        return isSet ? await TryAgainAsync(weddingId, ct)
            : new DeskAnswer(false, new("Weddings.ZoneStays"));
    }

    /// <summary>A full disk or a database that another program holds concerns every wedding, and passes.</summary>
    private static bool IsEverybodys(Exception failure) =>
        SqliteDatabase.FaultOf(failure) is { Kind: StoreFaultKind.DiskFull or StoreFaultKind.HeldByAnother };
}
