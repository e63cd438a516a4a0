using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Sqlite;
using WeddingStudio.Words;

namespace WeddingStudio.Engine.Data.Store;

/// <summary>A data directory that cannot be used; the message names the path and what to do.</summary>
public sealed class StudioStoreException(Message told, Exception? inner = null) : ToldException(told, inner)
{
    /// <param name="message">For the console at the start, in English.</param>
    public StudioStoreException(string message, Exception? inner = null) : this(Contracts.Message.Plain(message), inner)
    {
    }
}

/// <summary>Owns the data directory for the life of the process and lets one writer in at a time.</summary>
public sealed partial class StudioStore(StudioPaths paths, IDbContextFactory<StudioDb> databases, ILogger<StudioStore>? logger = null)
    : IDisposable
{
    // A studio that was told to stop is gone within five seconds.
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);
    private readonly SemaphoreSlim _writer = new(1, 1);
    private FileStream? _lock;

    /// <summary>
    /// Takes the directory, copies the database before a migration, migrates. Throws <see cref="StudioStoreException"/>. However it is
    /// broken off, the next start does what is left.
    /// </summary>
    public async Task OpenAsync(CancellationToken ct)
    {
        await TakeDirectoryAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        try
        {
            await db.Database.OpenConnectionAsync(ct);

            using var stop = SqliteDatabase.StopWith(db, ct);
            await RefuseNewerSchemaAsync(db, ct);
            await CopyBeforeMigrationAsync(db, ct);
            await SqliteDatabase.MigrateAsync(db, ct);
        }
        catch (Exception error) when (SqliteDatabase.FaultOf(error) is { } fault)
        {
            ct.ThrowIfCancellationRequested();
            throw new StudioStoreException(fault.Told(paths.Database), error);
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

    /// <summary>The one before may be on its way out: whoever starts the studio again at once must not be turned away.</summary>
    private async Task TakeDirectoryAsync(CancellationToken ct)
    {
        DataDirectory.Make(paths);
        var (clock, told) = (Stopwatch.StartNew(), false);
        while ((_lock = DataDirectory.TryLock(paths)) is null)
        {
            if (clock.Elapsed > LockTimeout)
                throw new StudioStoreException($"'{paths.DataDirectory}' is in use by another WeddingStudio. "
                    + "Stop that one, or choose another data directory (Studio:DataDirectory).");
            if (!told && logger is not null)
                Waits(logger, paths.DataDirectory);
            told = true;
            await Task.Delay(PollInterval, ct);
        }

        if (OwnerOnlyFiles.Close(paths.DataDirectory, ct) is [var first, ..] open && logger is not null)
            StaysOpen(logger, first, open.Count - 1);
    }

    private async Task RefuseNewerSchemaAsync(StudioDb db, CancellationToken ct)
    {
        if (!File.Exists(paths.Database))
            return;
        var unknown = (await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations()).FirstOrDefault();
        if (unknown is not null)
            throw new StudioStoreException($"'{paths.Database}' was written by a newer WeddingStudio (schema {unknown}). "
                + "Install that version or newer.");
    }

    private async Task CopyBeforeMigrationAsync(StudioDb db, CancellationToken ct)
    {
        if (!File.Exists(paths.Database) || !(await db.Database.GetAppliedMigrationsAsync(ct)).Any())
            return;
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any())
            return;
        var copy = Path.Combine(paths.DataDirectory, $"studio-before-{DateTime.UtcNow:yyyyMMdd-HHmmss}.db");
        var unfinished = Path.Combine(paths.DataDirectory, "studio-before.part");
        File.Delete(unfinished);
        await SqliteDatabase.CopyAsync(db, unfinished, ct);
        File.Move(unfinished, copy, overwrite: true);
    }

    public void Dispose()
    {
        _lock?.Dispose();
        _writer.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "'{Directory}' is still in use by another WeddingStudio; waiting for it to end")]
    private static partial void Waits(ILogger logger, string directory);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Other users of this computer may be able to open '{Path}' and {More} more: "
        + "their disk does not let them be closed")]
    private static partial void StaysOpen(ILogger logger, string path, int more);
}
