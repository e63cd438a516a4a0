using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Moments.Day;
using WeddingStudio.Engine.People.GuestList;

namespace WeddingStudio.Engine.Hosting.Desks.Weddings;

/// <summary>
/// What comes before the analysis of a drawn wedding: its photos are drawn, its guest list and timetable taken in. Like a stage it
/// asks what is missing; a drawing that was broken off begins again.
/// </summary>
public sealed class WeddingDrawing(
    StudioStore store, StudioPaths paths, GuestListImport guests, Timeline timeline, IWeddingDrawer drawer)
{
    private const string Guests = "guests.csv", Day = "timeline.csv";

    /// <summary>Whether the wedding is one to be drawn and not drawn to its end.</summary>
    public bool IsMissing(Wedding wedding) => wedding.IsDrawn && !drawer.IsDrawn(paths.Drawn(wedding.Id));

    /// <summary>Does nothing for a wedding of real photos.</summary>
    public async Task RunAsync(WeddingId weddingId, IProgress<StageProgress> progress, CancellationToken ct)
    {
        var wedding = await store.ReadAsync(db => db.Weddings.SingleAsync(w => w.Id == weddingId, ct), ct);
        if (!wedding.IsDrawn)
            return;
        if (IsMissing(wedding))
            await DrawAsync(paths.Drawn(weddingId), progress, ct);
        await TakeListsAsync(wedding, ct);
    }

    private async Task DrawAsync(string directory, IProgress<StageProgress> progress, CancellationToken ct)
    {
        // What is left of a drawing with other settings would lie among the new photos without any truth.
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
        await drawer.DrawAsync(directory, progress, ct);
    }

    /// <summary>Once: what users change in the lists later is theirs.</summary>
    private async Task TakeListsAsync(Wedding wedding, CancellationToken ct)
    {
        var (hasGuests, hasDay) = await store.ReadAsync(async db => (
            await db.GuestEntries.AnyAsync(g => g.WeddingId == wedding.Id, ct),
            await db.TimelineEntries.AnyAsync(t => t.WeddingId == wedding.Id, ct)), ct);
        if (!hasGuests)
            await guests.ImportAsync(wedding.Id, GuestListFile.Parse(await ListAsync(wedding.Id, Guests, ct)), ct);
        if (hasDay)
            return;
        var day = await ListAsync(wedding.Id, Day, ct);
        await timeline.ReplaceAsync(wedding.Id, TimelineFile.Parse(day, WeddingZone.Of(wedding)).Entries, ct);
    }

    private Task<byte[]> ListAsync(WeddingId weddingId, string file, CancellationToken ct) =>
        File.ReadAllBytesAsync(Path.Combine(paths.Drawn(weddingId), file), ct);
}
