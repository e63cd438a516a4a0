using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data.Sqlite;

namespace WeddingStudio.Engine.Data.Backups;

/// <summary>The database of a backup: copied while the studio writes to it, and opened again to see that it is whole.</summary>
internal static class BackupDatabase
{
    /// <summary>All as it is at one moment, whoever else has it open; <paramref name="copy"/> may be an empty file.</summary>
    public static async Task CopyAsync(string database, string copy, CancellationToken ct)
    {
        await using (var db = SqliteDatabase.OpenFile(database))
            await SqliteDatabase.CopyAsync(db, copy, ct);

        // Being read just now is no crash, as it would look like when the copy is opened.
        await using (var db = SqliteDatabase.OpenFile(copy))
        {
            await db.Photos.Where(p => p.State == PhotoState.Attempting).ExecuteUpdateAsync(photo => photo
                .SetProperty(p => p.State, PhotoState.Waiting).SetProperty(p => p.Attempts, p => p.Attempts > 0 ? p.Attempts - 1 : 0), ct);
        }
    }

    /// <summary>
    /// What the contents say of it. Throws <see cref="BackupException"/> for a database that is damaged or that this program does not know.
    /// </summary>
    public static async Task<(string Schema, BackupCounts Counts)> CheckAsync(string database, string backup, CancellationToken ct)
    {
        await using var db = SqliteDatabase.OpenFile(database);
        if (await SqliteDatabase.CheckAsync(db, ct) is { Count: > 0 } found)
            throw new BackupException($"The database in '{backup}' is damaged: {string.Join("; ", found)}");
        var schema = await db.Database.GetAppliedMigrationsAsync(ct);
        if (schema.Except(db.Database.GetMigrations()).FirstOrDefault() is { } unknown)
            throw new BackupException($"'{backup}' was written by a newer WeddingStudio (schema {unknown}). "
                + "Install that version or newer.");

        return (schema.LastOrDefault() ?? "", new BackupCounts(
            await db.Weddings.CountAsync(ct), await db.Photos.CountAsync(ct), await db.Faces.CountAsync(ct), await db.People.CountAsync(ct),
            await db.GuestEntries.CountAsync(ct),
            await db.Corrections.CountAsync(ct), await db.Galleries.CountAsync(ct), await db.Users.CountAsync(ct)));
    }

    public static async Task<IReadOnlyList<PhotosElsewhere>> ReadInPlaceAsync(string database, CancellationToken ct)
    {
        await using var db = SqliteDatabase.OpenFile(database);
        var weddings = await db.Weddings.Where(w => w.PhotoFolder != null).Select(w => new
        {
            w.Id, w.Name, w.PhotoFolder, Photos = db.Photos.Count(p => p.WeddingId == w.Id && !p.Uploaded),
        }).ToListAsync(ct);
        return [.. weddings.Where(w => w.PhotoFolder != Wedding.DrawnFolder(w.Id))
            .Select(w => new PhotosElsewhere(w.Name, w.PhotoFolder!, w.Photos))];
    }
}
