using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Data.Sqlite;

/// <summary>All that the studio asks of SQLite alone; another database would have a room like this one beside it.</summary>
public static class SqliteDatabase
{
    private const int BusySeconds = 30;

    internal static void Use(DbContextOptionsBuilder options, string database) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = database, DefaultTimeout = BusySeconds }.ToString(),
            // One JSON parameter for a list of ids: a parameter each is slow by the thousand and refused above 32,766.
            sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .AddInterceptors(SqlitePragmas.Instance);

    /// <summary>A file of its own, a backup's for example: not pooled, for it is read, moved or deleted as soon as it is closed.</summary>
    internal static StudioDb OpenFile(string database) => Open(database, SqliteOpenMode.ReadWrite);

    /// <summary>The same for whoever only looks.</summary>
    internal static StudioDb ReadFile(string database) => Open(database, SqliteOpenMode.ReadOnly);

    private static StudioDb Open(string database, SqliteOpenMode mode) => new(new DbContextOptionsBuilder<StudioDb>().UseSqlite(
        new SqliteConnectionStringBuilder { DataSource = database, Mode = mode, Pooling = false, DefaultTimeout = BusySeconds }.ToString())
        .Options);

    /// <summary>What is wrong with the database itself; null for an error that is not the database's.</summary>
    public static IStoreFault? FaultOf(Exception error) => error switch
    {
        SqliteException fault => new SqliteFault(fault),
        { InnerException: { } inner } => FaultOf(inner),
        _ => null,
    };

    /// <summary>Brings an open database to the schema of now, which takes minutes for a large one.</summary>
    internal static async Task MigrateAsync(StudioDb db, CancellationToken ct)
    {
        // Left by a process that ended amid a migration, it would be waited for without end; whoever holds the directory is alone.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock;", ct);
        await db.Database.MigrateAsync(ct);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", ct);
    }

    /// <summary>Until disposed whatever runs on this connection ends when the token does: SQLite itself looks at none.</summary>
    internal static IDisposable StopWith(StudioDb db, CancellationToken ct)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        return ct.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle!));
    }

    /// <summary>All as it is at one moment, whoever else has it open; <paramref name="copy"/> may be an empty file.</summary>
    internal static Task CopyAsync(StudioDb db, string copy, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", ct);

    /// <returns>What is damaged; empty when it is whole.</returns>
    internal static async Task<IReadOnlyList<string>> CheckAsync(StudioDb db, CancellationToken ct) =>
        await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(ct) is
            not ["ok"] and var found ? found : [];

    /// <summary>Connections that are kept open for later are closed, and with them the files beside the database.</summary>
    public static void CloseAll() => SqliteConnection.ClearAllPools();
}
