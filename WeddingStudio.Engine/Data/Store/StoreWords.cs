using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace WeddingStudio.Engine.Data.Store;

/// <summary>What it means when the database cannot be opened, read or written, and what to do about it.</summary>
internal static class StoreWords
{
    private const string Another = "or choose another data directory (Studio:DataDirectory).";

    /// <summary>Something around the database is wrong, not what the studio asks of it.</summary>
    public static bool IsPlain(SqliteException error) => error.SqliteErrorCode is SQLITE_FULL or SQLITE_BUSY or SQLITE_LOCKED
        or SQLITE_CANTOPEN or SQLITE_READONLY or SQLITE_PERM or SQLITE_AUTH or SQLITE_IOERR or SQLITE_CORRUPT or SQLITE_NOTADB;

    /// <param name="database">Its path where it is known.</param>
    public static string Of(SqliteException error, string database = "studio.db") => error.SqliteErrorCode switch
    {
        SQLITE_FULL => $"The disk that holds '{database}' is full. Free some space there; everything done so far is kept.",
        SQLITE_BUSY or SQLITE_LOCKED => $"'{database}' is held by another program, a viewer or a backup perhaps. Close that.",
        SQLITE_CANTOPEN or SQLITE_READONLY or SQLITE_PERM or SQLITE_AUTH =>
            $"The database '{database}' cannot be opened for writing ({Reason(error)}). "
            + $"Give yourself the right to write it and the folder it lies in, {Another}",
        SQLITE_IOERR =>
            $"The database '{database}' cannot be read or written ({Reason(error)}). See that its disk is there and sound, {Another}",
        _ => $"The database '{database}' cannot be used ({Reason(error)}). Put a backup of it in its place, {Another}",
    };

    /// <summary>The words of SQLite alone, without its number.</summary>
    private static string Reason(SqliteException error) => error.Message.Split('\'') is [_, var words, ..] ? words : error.Message;
}
