using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace WeddingStudio.Engine.Data.Store;

/// <summary>
/// Many rows of one table in the current transaction, past the change tracker: one prepared statement run for each, 20,000 rows in about
/// 0.1 s, where tracking takes seconds. The SQL is what SQLite and PostgreSQL both understand.
/// </summary>
internal static class BulkRows
{
    /// <summary>Adds rows or, where the key is there already, replaces all but the key.</summary>
    public static void Upsert<T>(StudioDb db, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        var table = Table.Of<T>(db);
        var columns = table.Columns.Where(column => !column.IsGenerated).ToArray();
        var key = columns.Where(column => column.IsKey).ToArray();
        var others = string.Join(", ", columns.Except(key).Select(column => $"{column.Name} = excluded.{column.Name}"));
        Run(db, $"INSERT INTO {table.Name} ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})"
            + (key.Length > 0 ? $" ON CONFLICT ({Names(key)}) DO UPDATE SET {others}" : ""), columns,
            rows.Select(row => Array.ConvertAll(columns, column => column.ValueOf(row))), ct);
    }

    /// <summary>Sets some columns of known rows.</summary>
    /// <param name="where">Columns that find a row.</param>
    /// <param name="set">Columns that are set.</param>
    /// <param name="values">The values of both for each row, in this order.</param>
    public static void Update<T>(StudioDb db, string[] where, string[] set, IEnumerable<object?[]> values, CancellationToken ct)
    {
        var table = Table.Of<T>(db);
        Column[] columns = [.. where.Concat(set).Select(table.Find)];
        Run(db, $"UPDATE {table.Name} SET {Pairs(columns, where.Length, columns.Length, ", ")} "
            + $"WHERE {Pairs(columns, 0, where.Length, " AND ")}", columns, values, ct);
    }

    /// <param name="where">Columns that find rows.</param>
    /// <param name="values">Their values.</param>
    public static void Delete<T>(StudioDb db, string[] where, IEnumerable<object?[]> values, CancellationToken ct)
    {
        var table = Table.Of<T>(db);
        Column[] columns = [.. where.Select(table.Find)];
        Run(db, $"DELETE FROM {table.Name} WHERE {Pairs(columns, 0, columns.Length, " AND ")}", columns, values, ct);
    }

    private static string Names(IEnumerable<Column> columns) => string.Join(", ", columns.Select(column => column.Name));

    private static string Pairs(Column[] columns, int from, int to, string between) =>
        string.Join(between, Enumerable.Range(from, to - from).Select(i => $"{columns[i].Name} = @p{i}"));

    private static void Run(StudioDb db, string sql, Column[] columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        DbParameter[] parameters = [.. columns.Select((_, i) => Parameter(command, $"@p{i}"))];
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < row.Length; i++)
                parameters[i].Value = columns[i].Stored(row[i]) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    private sealed record Table(string Name, Column[] Columns)
    {
        public static Table Of<T>(StudioDb db)
        {
            var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
            return new Table($"\"{entity.GetTableName()}\"", [.. entity.GetProperties().Select(property => new Column(property))]);
        }

        public Column Find(string property) => Columns.Single(column => column.Property == property);
    }

    private sealed class Column(IProperty property)
    {
        public string Property => property.Name;

        public string Name { get; } = $"\"{property.GetColumnName()}\"";

        public bool IsKey => property.IsPrimaryKey();

        /// <summary>The database numbers the rows.</summary>
        public bool IsGenerated => IsKey && property.ValueGenerated == ValueGenerated.OnAdd;

        public object? ValueOf(object row) => property.GetGetter().GetClrValue(row);

        public object? Stored(object? value) => value is not null && property.GetTypeMapping().Converter is { } converter
            ? converter.ConvertToProvider(value) : value is Enum ? Convert.ToInt64(value, null) : value;
    }
}
