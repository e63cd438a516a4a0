using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Photos;

/// <summary>
/// Of files with the same bytes the ordinally first path is the photo, in whatever order they arrive. When a copy with an earlier
/// path turns up, or the photo's own file is gone while a copy is left, the rows trade places, so nothing is analysed again.
/// </summary>
internal static class Duplicates
{
    /// <param name="db">Inside a write; saved by this function.</param>
    /// <param name="isThere">Whether a row's file exists.</param>
    /// <param name="weddingId">Only this wedding's photos are compared.</param>
    /// <param name="contentHash">Only this content, or null for all.</param>
    public static async Task SettleAsync(StudioDb db, string weddingId, string? contentHash, Func<Photo, bool> isThere)
    {
        var rows = await db.Photos.Where(p => p.WeddingId == weddingId && p.ContentHash != null
            && (contentHash == null || p.ContentHash == contentHash)).ToListAsync();
        foreach (var same in rows.GroupBy(p => p.ContentHash))
            if (same.Count() > 1 || same.First().State == PhotoState.Duplicate)
                await SettleAsync(db, [.. same.OrderBy(p => p.Path, StringComparer.Ordinal)], isThere);
        await db.SaveChangesAsync();
    }

    private static async Task SettleAsync(StudioDb db, IReadOnlyList<Photo> same, Func<Photo, bool> isThere)
    {
        var first = same.FirstOrDefault(isThere) ?? same.FirstOrDefault(p => p.State != PhotoState.Duplicate) ?? same[0];
        var photo = same.MinBy(p => (Rank(p), p == first ? 0 : 1))!;
        if (photo != first)
            await TradePlacesAsync(db, photo, first);
        if (photo.State == PhotoState.Duplicate || (photo.Problem == PhotoProblemException.Gone && isThere(photo)))
            (photo.State, photo.Problem, photo.Attempts) = (PhotoState.Waiting, null, 0);
        photo.DuplicateOfId = null;

        foreach (var copy in same.Where(p => p != photo))
        {
            if (copy.State == PhotoState.Ready)
                await PhotoRegister.RemoveFacesAsync(db, copy.Id);
            (copy.State, copy.Problem, copy.DuplicateOfId) = (PhotoState.Duplicate, null, photo.Id);
        }
    }

    // The row that has been read keeps its work: read well before read badly before not read.
    private static int Rank(Photo photo) => photo.State switch
    {
        PhotoState.Ready => 0,
        PhotoState.Problem when photo.Problem != PhotoProblemException.Gone => 1,
        _ => 2,
    };

    // Saved step by step, because a path may stand in one row only.
    private static async Task TradePlacesAsync(StudioDb db, Photo a, Photo b)
    {
        var (pathOfA, pathOfB) = (a.Path, b.Path);
        a.Path = $"{pathOfA}\n";
        await db.SaveChangesAsync();
        b.Path = pathOfA;
        await db.SaveChangesAsync();
        a.Path = pathOfB;
        (a.Uploaded, b.Uploaded) = (b.Uploaded, a.Uploaded);
        (a.File, b.File) = (b.File, a.File);
        await db.SaveChangesAsync();
    }
}
