using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Web.Commands;

/// <summary>A folder of results holds one wedding: found again on the next run, made on the first.</summary>
internal sealed class AnalysisWedding(StudioStore store)
{
    public Task<string> PrepareAsync(AnalyzeRequest request, CancellationToken ct) => store.WriteAsync(async db =>
    {
        var wedding = await db.Weddings.SingleOrDefaultAsync(ct);
        if (wedding is null)
            db.Weddings.Add(wedding = New(request));
        else
            Continue(wedding, request);
        wedding.PicksPerPerson = request.Best ?? wedding.PicksPerPerson;
        await db.SaveChangesAsync(ct);
        return wedding.Id;
    }, ct);

    private static Wedding New(AnalyzeRequest request)
    {
        var name = Path.GetFileName(request.Photos);
        return new Wedding
        {
            Id = request.WeddingId ?? WeddingSlug.From(name),
            Name = name.Length > 0 ? name : "Wedding",
            TimeZone = request.TimeZone ?? LocalZone(),
            PhotoFolder = request.Photos,
            CreatedAt = DateTime.UtcNow,
            NextPersonId = 1,
        };
    }

    private static void Continue(Wedding wedding, AnalyzeRequest request)
    {
        if (request.WeddingId is { } id && id != wedding.Id)
            throw new CommandException($"'{request.Results}' holds the wedding '{wedding.Id}', not '{id}'. Name another --out, or leave --wedding-id out.");
        if (request.TimeZone is { } zone && zone != wedding.TimeZone)
            throw new CommandException($"'{request.Results}' was begun with the time zone {wedding.TimeZone}; the photos' times are read with it. Name another --out for {zone}.");

        // A folder that moved is still the same photos; another folder is another wedding.
        if (wedding.PhotoFolder != request.Photos && Directory.Exists(wedding.PhotoFolder))
            throw new CommandException($"'{request.Results}' holds the results of '{wedding.PhotoFolder}'. Name another --out for '{request.Photos}'.");
        wedding.PhotoFolder = request.Photos;
    }

    private static string LocalZone()
    {
        var zone = TimeZoneInfo.Local;
        return zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : "Etc/UTC";
    }
}
