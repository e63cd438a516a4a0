using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.Import;

/// <summary>
/// Brings the rows in line with what lies on disk, once all of it is known: a photo is found again by its content wherever it went, one
/// that is nowhere is gone and keeps all that is known of it for the day it comes back.
/// </summary>
internal static class PhotoReconciliation
{
    /// <summary>
    /// Fewer are named one by one. More than half of the photos at once are rather a drive that is not connected than a choice.
    /// </summary>
    private const int ManyPhotos = 20;

    /// <summary>Runs inside one write, which <see cref="PhotoFolderException"/> takes back as a whole.</summary>
    /// <param name="db">Saved by this function.</param>
    /// <param name="wedding">Its row.</param>
    /// <param name="folder">Where its photos are read from; null while only uploads exist.</param>
    /// <param name="look">What was found.</param>
    public static async Task RunAsync(StudioDb db, Wedding wedding, string? folder, FolderLook look)
    {
        await PhotoRegister.RecordClosedFoldersAsync(db, wedding.Id, look.Closed);
        var rows = await db.Photos.Where(p => p.WeddingId == wedding.Id && !p.Path.EndsWith("/")).ToListAsync();
        var contents = look.Contents();
        if (folder is not null)
            ThrowIfMostAreMissing(wedding, folder, [.. rows.Where(p => !p.Uploaded)], contents, look);

        await MakeWayAsync(db, rows, contents, look);
        foreach (var (file, print) in look.Changed)
            await PhotoRegister.RecordAsync(db, wedding.Id, file, print);
        await db.SaveChangesAsync();
        await Duplicates.SettleAsync(db, wedding.Id, null, look.Holds);
        await NameMissingAsync(db, wedding.Id, look);
        (wedding.MissingPhotos, wedding.MissingAccepted) = (0, 0);
        await db.SaveChangesAsync();
    }

    private static void ThrowIfMostAreMissing(
        Wedding wedding, string folder, IReadOnlyList<Photo> rows, HashSet<string> contents, FolderLook look)
    {
        Photo[] known = [.. rows.Where(p => p.ContentHash is not null && p.State is not (PhotoState.Duplicate or PhotoState.Gone))];
        Photo[] missing = [.. known.Where(p => !contents.Contains(p.ContentHash!) && !look.IsHidden(p))
            .OrderBy(p => p.Path, StringComparer.Ordinal)];
        if (missing.Length > 0 && missing.Length == known.Length
            && !look.Files.Any(file => !file.Uploaded && PhotoNames.IsPhoto(file.Path)))
            throw PhotoFolderException.OfEmptied(folder, known.Length, look.Links);
        if (missing.Length >= ManyPhotos && 2 * missing.Length > known.Length && missing.Length > wedding.MissingAccepted)
            throw PhotoFolderException.OfMissing(folder, missing.Length, known.Length, missing[0].Path, look.Links);
    }

    /// <summary>Where a file took the path of a photo that lies elsewhere now, the photo lets go of it.</summary>
    private static async Task MakeWayAsync(StudioDb db, IReadOnlyList<Photo> rows, HashSet<string> contents, FolderLook look)
    {
        var taken = look.Changed.Select(changed => changed.File.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => taken.Contains(row.Path) && row.ContentHash is { } content && contents.Contains(content)))
            row.Path = $"{row.Path}\n{row.Id}"; // No file is called that; its content leads it to its new path in a moment.
        await db.SaveChangesAsync();
    }

    private static async Task NameMissingAsync(StudioDb db, WeddingId weddingId, FolderLook look)
    {
        var rows = await db.Photos.Where(p => p.WeddingId == weddingId && !p.Path.EndsWith("/")).ToListAsync();
        var found = look.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => !look.Holds(row) && !look.IsHidden(row)))
        {
            if (row.State == PhotoState.Duplicate || (row.ContentHash is null && !found.Contains(row.Path)))
                db.Photos.Remove(row); // Nobody misses a copy, or what never was a photo.
            else if (row.ContentHash is not null)
                (row.State, row.Problem) = (PhotoState.Gone, new(look.IsLinked(row) ? PhotoProblemKind.Link : PhotoProblemKind.Gone));
        }
    }
}
