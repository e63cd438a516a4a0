using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Photos.Import;

/// <summary>
/// Of files with the same bytes the ordinally first path is the photo, in whatever order they arrive. When a copy with an earlier
/// path turns up, or the photo's own file is gone while a copy is left, the rows trade places, so nothing is analysed again. A photo
/// that was moved is found again like this: to begin with its new path is that of a copy.
/// </summary>
internal static class Duplicates
{
    /// <param name="Photo">Whose row stays the photo.</param>
    /// <param name="First">Whose path it gets.</param>
    private sealed record Same(Photo Photo, Photo First, IReadOnlyList<Photo> Rows);

    /// <param name="db">Inside a write; saved by this function.</param>
    /// <param name="isThere">Whether a row's file exists.</param>
    /// <param name="weddingId">Only this wedding's photos are compared.</param>
    /// <param name="contentHash">Only this content, or null for all.</param>
    public static async Task SettleAsync(StudioDb db, WeddingId weddingId, string? contentHash, Func<Photo, bool> isThere)
    {
        var rows = await db.Photos.Where(p => p.WeddingId == weddingId && p.ContentHash != null
            && (contentHash == null || p.ContentHash == contentHash)).ToListAsync();
        Same[] all =
        [
            .. rows.GroupBy(p => p.ContentHash).Where(same => same.Count() > 1 || same.First().State == PhotoState.Duplicate)
                .Select(same => Choose([.. same.OrderBy(p => p.Path, StringComparer.Ordinal)], isThere)),
        ];
        await TradePlacesAsync(db, [.. all.Where(same => same.Photo != same.First).Select(same => (same.Photo, same.First))]);
        foreach (var same in all)
            await SettleAsync(db, same, isThere);
        await db.SaveChangesAsync();
    }

    private static Same Choose(IReadOnlyList<Photo> rows, Func<Photo, bool> isThere)
    {
        var first = rows.FirstOrDefault(isThere) ?? rows.FirstOrDefault(p => p.State != PhotoState.Duplicate) ?? rows[0];
        return new(rows.MinBy(p => (Rank(p), p == first ? 0 : 1))!, first, rows);
    }

    private static async Task SettleAsync(StudioDb db, Same same, Func<Photo, bool> isThere)
    {
        if (same.Photo.State == PhotoState.Duplicate)
            PhotoRegister.WaitAgain(same.Photo);
        else if (same.Photo.State == PhotoState.Gone && isThere(same.Photo))
            PhotoRegister.Return(same.Photo);
        same.Photo.DuplicateOfId = null;

        foreach (var copy in same.Rows.Where(p => p != same.Photo))
        {
            if (copy.Pack is not null)
                await PhotoRegister.RemoveFacesAsync(db, copy.Id);
            (copy.State, copy.Problem, copy.Pack, copy.DuplicateOfId) = (PhotoState.Duplicate, null, null, same.Photo.Id);
        }
    }

    // The row that has been read keeps its work: read well before read once, before read badly, before not read.
    private static int Rank(Photo photo) => photo.State switch
    {
        PhotoState.Ready => 0,
        PhotoState.Duplicate => 3,
        _ when photo.Pack is not null => 1,
        PhotoState.Problem => 2,
        _ => 3,
    };

    // Saved step by step, because a path may stand in one row only; all pairs at once, because a renamed folder moves thousands.
    private static async Task TradePlacesAsync(StudioDb db, IReadOnlyList<(Photo A, Photo B)> pairs)
    {
        if (pairs.Count == 0)
            return;
        var paths = pairs.Select(pair => (A: pair.A.Path, B: pair.B.Path)).ToArray();
        foreach (var (a, _) in pairs)
            a.Path = $"{a.Path}\n{a.Id}";
        await db.SaveChangesAsync();
        for (var i = 0; i < pairs.Count; i++)
            pairs[i].B.Path = paths[i].A;
        await db.SaveChangesAsync();
        for (var i = 0; i < pairs.Count; i++)
        {
            var (a, b) = pairs[i];
            a.Path = paths[i].B;
            (a.Uploaded, b.Uploaded) = (b.Uploaded, a.Uploaded);
            (a.File, b.File) = (b.File, a.File);
        }

        await db.SaveChangesAsync();
    }
}
