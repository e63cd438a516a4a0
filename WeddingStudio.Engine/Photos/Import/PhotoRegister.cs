using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.Import;

/// <summary>Turns what was found on disk into rows. Each function runs inside one write of the store and saves nothing itself.</summary>
internal static class PhotoRegister
{
    /// <summary>The file is as it was when its row was written, so its bytes need no second look.</summary>
    public static bool IsKnown(Photo? row, FoundFile found) => row is { ContentHash: not null }
        && row.File.LooksLike(found.Facts) && !MayPass(row);

    /// <summary>Adds or updates the row of one file; null when the file is no photo and has no row.</summary>
    public static async Task<Photo?> RecordAsync(StudioDb db, WeddingId weddingId, FoundFile found, Fingerprint print)
    {
        var row = await db.Photos.FirstOrDefaultAsync(p => p.WeddingId == weddingId && p.Path == found.Path);
        if (print.OutOfReach && row is { ContentHash: not null })
            return row; // What was read before stays true until the new bytes have been seen.
        if (print.Kind is FileKind.Video or FileKind.Other)
        {
            if (row is not null)
                db.Photos.Remove(row);
            return null;
        }

        if (row is null)
            db.Photos.Add(row = new Photo { WeddingId = weddingId, Path = found.Path, Uploaded = found.Uploaded });
        else if (row.ContentHash != print.ContentHash)
            await ForgetContentAsync(db, row);
        (row.File, row.ContentHash) = (print.Facts ?? found.Facts, print.ContentHash);
        if (print.Problem is not null)
            (row.State, row.Problem) = (PhotoState.Problem, print.Problem);
        else if (MayPass(row))
            Return(row);
        return row;
    }

    /// <summary>Its file is there again: what was read in it counts again.</summary>
    public static void Return(Photo row)
    {
        WaitAgain(row);
        if (row.Pack is not null)
            row.State = PhotoState.Ready;
    }

    public static void WaitAgain(Photo row) => (row.State, row.Problem, row.Attempts) = (PhotoState.Waiting, null, 0);

    /// <summary>What kept it from being read had to do with the moment, not with its bytes.</summary>
    private static bool MayPass(Photo row) =>
        row.State == PhotoState.Gone || (row.State == PhotoState.Problem && row.Problem is { MayPass: true });

    /// <summary>The bytes changed: nothing that was seen in the old ones holds.</summary>
    private static async Task ForgetContentAsync(StudioDb db, Photo row)
    {
        WaitAgain(row);
        (row.Pack, row.DuplicateOfId) = (null, null);
        (row.TakenAt, row.CameraId, row.MomentId, row.SeriesId, row.ShotId) = (null, null, null, null, null);
        await RemoveFacesAsync(db, row.Id);
    }

    public static async Task RemoveFacesAsync(StudioDb db, int photoId)
    {
        db.Faces.RemoveRange(await db.Faces.Where(f => f.PhotoId == photoId).ToListAsync());
    }

    /// <summary>A sub-folder that cannot be opened is a problem with a name of its own; one that opens again is none.</summary>
    public static async Task RecordClosedFoldersAsync(StudioDb db, WeddingId weddingId, IReadOnlyList<ClosedFolder> closed)
    {
        var rows = await db.Photos.Where(p => p.WeddingId == weddingId && p.Path.EndsWith("/")).ToListAsync();
        db.Photos.RemoveRange(rows.Where(r => closed.All(c => c.Path != r.Path)));
        foreach (var folder in closed)
        {
            var row = rows.FirstOrDefault(r => r.Path == folder.Path);
            if (row is null)
                db.Photos.Add(row = new Photo { WeddingId = weddingId, Path = folder.Path });
            (row.State, row.Problem) = (PhotoState.Problem, folder.Problem);
        }
    }

    /// <summary>
    /// Photos being read when the process ended. The first time they were read beside others and any of those may be to blame;
    /// from then on they are read alone: once may be chance, as when the power fails, twice is the photo. That makes three times in all.
    /// </summary>
    public static async Task RecoverAsync(StudioDb db, WeddingId weddingId)
    {
        foreach (var row in await db.Photos.Where(p => p.WeddingId == weddingId && p.State == PhotoState.Attempting).ToListAsync())
        {
            (row.State, row.Problem) = row.Attempts >= 3
                ? (PhotoState.Problem, new PhotoProblem(PhotoProblemKind.CrashedReader))
                : (PhotoState.Waiting, null);
        }
    }
}
