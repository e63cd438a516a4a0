using Microsoft.Data.Sqlite;
using WeddingStudio.Engine.Data.Store;
using static SQLitePCL.raw;

namespace WeddingStudio.Engine.Data.Sqlite;

/// <summary>What it means when the database cannot be opened, read or written, and what to do about it.</summary>
/// <param name="error">What SQLite said.</param>
public sealed class SqliteFault(SqliteException error) : IStoreFault
{
    public StoreFaultKind Kind { get; } = error.SqliteErrorCode switch
    {
        SQLITE_FULL => StoreFaultKind.DiskFull,
        SQLITE_BUSY or SQLITE_LOCKED => StoreFaultKind.HeldByAnother,
        SQLITE_CANTOPEN or SQLITE_READONLY or SQLITE_PERM or SQLITE_AUTH => StoreFaultKind.NotWritable,
        SQLITE_IOERR => StoreFaultKind.DiskTrouble,
        SQLITE_CORRUPT or SQLITE_NOTADB => StoreFaultKind.Broken,
        _ => StoreFaultKind.Other,
    };

    public string Said => error.Message;

    public Message Told(string database = "studio.db") => Kind switch
    {
        StoreFaultKind.DiskFull => new("Store.DiskFull", database),
        StoreFaultKind.HeldByAnother => new("Store.Busy", database),
        StoreFaultKind.NotWritable => new("Store.NotWritable", database, Reason),
        StoreFaultKind.DiskTrouble => new("Store.DiskTrouble", database, Reason),
        _ => new("Store.Broken", database, Reason),
    };

    /// <summary>The words of SQLite alone, without its number.</summary>
    private string Reason => error.Message.Split('\'') is [_, var words, ..] ? words : error.Message;
}
