using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Web.Commands.Analyze;

/// <summary>A folder of results holds one wedding: found again on the next run, made on the first.</summary>
internal sealed class AnalysisWedding(StudioStore store)
{
    public Task<WeddingId> PrepareAsync(AnalyzeRequest request, CancellationToken ct) => store.WriteAsync(async db =>
    {
        var wedding = await db.Weddings.SingleOrDefaultAsync(ct);
        if (wedding is null)
            db.Weddings.Add(wedding = New(request));
        else
            Continue(wedding, request, await FilesAsync(db, wedding.Id, ct));
        wedding.PicksPerPerson = request.Best ?? wedding.PicksPerPerson;
        wedding.MissingAccepted = request.WithoutMissing ? int.MaxValue : 0;
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
            TimeZone = request.TimeZone ?? WeddingZone.Local(),
            PhotoFolder = request.Photos,
            CreatedAt = DateTime.UtcNow,
            NextPersonId = 1,
        };
    }

    private static Task<List<KnownFile>> FilesAsync(StudioDb db, WeddingId weddingId, CancellationToken ct) =>
        db.Photos.Where(p => p.WeddingId == weddingId && !p.Uploaded && p.ContentHash != null).OrderBy(p => p.Path)
            .Select(p => new KnownFile(p.Path, p.File.Bytes)).ToListAsync(ct);

    private static void Continue(Wedding wedding, AnalyzeRequest request, IReadOnlyList<KnownFile> files)
    {
        if (request.WeddingId is { } id && id != wedding.Id)
            throw new CommandException($"'{request.Results}' holds the wedding '{wedding.Id}', not '{id}'. "
                + "Name another --out, or leave --wedding-id out.");
        if (request.TimeZone is { } zone && zone != wedding.TimeZone && WeddingZone.Find(wedding.TimeZone) is not null)
            throw new CommandException($"'{request.Results}' was begun with the time zone {wedding.TimeZone}; "
                + $"the photos' times are read with it. Name another --out for {zone}.");

        // A folder that moved, or was copied, is still the same photos; another folder is another wedding.
        if (wedding.PhotoFolder is { } before && before != request.Photos && files.Any(file => file.IsIn(before))
            && 2 * files.Count(file => file.IsIn(request.Photos)) <= files.Count)
            throw new CommandException($"'{request.Results}' holds the results of '{before}', which is still there. "
                + $"Name another --out for '{request.Photos}'.");
        (wedding.PhotoFolder, wedding.TimeZone) = (request.Photos, request.TimeZone ?? wedding.TimeZone);
    }

    private sealed record KnownFile(string Path, long Bytes)
    {
        public bool IsIn(string folder) =>
            new FileInfo(System.IO.Path.Combine(folder, Path)) is { Exists: true } file && file.Length == Bytes;
    }
}
