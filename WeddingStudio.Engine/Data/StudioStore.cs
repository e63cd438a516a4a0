using Microsoft.EntityFrameworkCore;

namespace WeddingStudio.Engine.Data;

/// <summary>A data directory that cannot be used; the message names the path and what to do.</summary>
public sealed class StudioStoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Owns the data directory for the life of the process and lets one writer in at a time.</summary>
public sealed partial class StudioStore(StudioPaths paths, IDbContextFactory<StudioDb> databases) : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private FileStream? _lock;

    /// <summary>Takes the directory, copies the database before a migration, migrates. Throws <see cref="StudioStoreException"/>.</summary>
    public async Task OpenAsync(CancellationToken ct)
    {
        TakeDirectory();
        await using var db = await databases.CreateDbContextAsync(ct);
        try
        {
            await RefuseNewerSchemaAsync(db, ct);
            await CopyBeforeMigrationAsync(db, ct);
            await db.Database.MigrateAsync(ct);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", ct);
        }
        catch (Microsoft.Data.Sqlite.SqliteException error)
        {
            throw new StudioStoreException($"The database '{paths.Database}' cannot be opened: {error.Message}. "
                + "Restore a copy of it or choose another data directory (Studio:DataDirectory).", error);
        }
    }

    /// <summary>Runs <paramref name="work"/> with a fresh context while nobody else writes.</summary>
    public async Task<T> WriteAsync<T>(Func<StudioDb, Task<T>> work, CancellationToken ct)
    {
        await _writer.WaitAsync(ct);
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var result = await work(db);
            await transaction.CommitAsync(ct);
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    public Task WriteAsync(Func<StudioDb, Task> work, CancellationToken ct) =>
        WriteAsync(async db => { await work(db); return true; }, ct);

    public async Task<T> ReadAsync<T>(Func<StudioDb, Task<T>> work, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await work(db);
    }

    private void TakeDirectory()
    {
        try
        {
            // Faces of guests are nobody else's on a computer that several people use.
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(paths.DataDirectory);
            else
                Directory.CreateDirectory(paths.DataDirectory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Directory.CreateDirectory(paths.Keys);
            _lock = new FileStream(paths.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StudioStoreException(File.Exists(paths.LockFile)
                ? $"'{paths.DataDirectory}' is in use by another WeddingStudio. Stop that one, or choose another data directory (Studio:DataDirectory)."
                : $"'{paths.DataDirectory}' cannot be written: {error.Message} Choose another data directory (Studio:DataDirectory).", error);
        }
    }

    private async Task RefuseNewerSchemaAsync(StudioDb db, CancellationToken ct)
    {
        if (!File.Exists(paths.Database))
            return;
        var unknown = (await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations()).FirstOrDefault();
        if (unknown is not null)
            throw new StudioStoreException($"'{paths.Database}' was written by a newer WeddingStudio (schema {unknown}). Install that version or newer.");
    }

    private async Task CopyBeforeMigrationAsync(StudioDb db, CancellationToken ct)
    {
        if (!File.Exists(paths.Database) || !(await db.Database.GetAppliedMigrationsAsync(ct)).Any())
            return;
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any())
            return;
        var copy = Path.Combine(paths.DataDirectory, $"studio-before-{DateTime.UtcNow:yyyyMMdd-HHmmss}.db");
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", ct);
    }

    public void Dispose()
    {
        _lock?.Dispose();
        _writer.Dispose();
    }
}
