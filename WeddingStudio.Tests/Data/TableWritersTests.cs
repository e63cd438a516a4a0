using System.Reflection;
using System.Text.RegularExpressions;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Tests.Data;

/// <summary>Who writes a table is said at its entity, and nobody else does.</summary>
public sealed partial class TableWritersTests
{
    private static readonly string _engine = Path.Combine(Checkout.Root, "WeddingStudio.Engine");

    private static readonly Dictionary<string, Type> _entities = typeof(StudioDb).GetProperties()
        .Where(set => set.PropertyType.IsGenericType).ToDictionary(set => set.Name, set => set.PropertyType.GetGenericArguments()[0]);

    [Fact]
    public void Every_entity_says_who_writes_it()
    {
        Assert.DoesNotContain(_entities.Values, entity => entity.Assembly == typeof(StudioDb).Assembly && Writers(entity) is null);
    }

    [Fact]
    public void Nobody_else_writes_it_and_nobody_is_named_in_vain()
    {
        var writes = Writes().ToHashSet();

        Assert.Empty(writes.Where(write => Writers(write.Entity)?.Contains(write.Room) != true)
            .Select(write => $"{write.Room} writes {write.Entity.Name}"));
        Assert.NotEmpty(writes);
    }

    /// <summary>A statement that writes many rows names their table, or this test could not see it.</summary>
    [Fact]
    public void Bulk_writes_name_their_table()
    {
        var unnamed = Files().Sum(file => Regex.Count(file.Code, @"\.Execute(Delete|Update)Async\(")
            - Bulk().Matches(file.Code).Count);

        Assert.Equal(0, unnamed);
    }

    private static IEnumerable<(string Room, Type Entity)> Writes() =>
        from file in Files()
        from entity in Sets(file.Code).Concat(Rows().Matches(file.Code).Select(
            match => _entities.Values.Single(entity => entity.Name == match.Groups["entity"].Value)))
        select (file.Room, entity);

    private static IEnumerable<Type> Sets(string code) => Tracked().Matches(code).Concat(Bulk().Matches(code))
        .Select(match => _entities.GetValueOrDefault(match.Groups["set"].Value)).OfType<Type>();

    private static IEnumerable<(string Room, string Code)> Files() =>
        from file in Directory.EnumerateFiles(_engine, "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(_engine, file).Split(Path.DirectorySeparatorChar)
        where path is not (["obj" or "bin", ..] or ["Data", "Migrations" or "Backups", ..])
        select (path[0], Comments().Replace(File.ReadAllText(file), ""));

    private static IReadOnlyList<string>? Writers(Type entity) => entity.GetCustomAttribute<WrittenByAttribute>()?.Rooms;

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comments();

    [GeneratedRegex(@"\bdb\.(?<set>\w+)\.(Add|AddRange|Remove|RemoveRange)\(")]
    private static partial Regex Tracked();

    [GeneratedRegex(@"\bdb\.(?<set>\w+)\b(?:(?!\bdb\.\w+\s*\.(?:Where|Execute))[^;])*?\.Execute(?:Delete|Update)Async\(")]
    private static partial Regex Bulk();

    [GeneratedRegex(@"BulkRows\.(?:(?:Update|Delete)<(?<entity>\w+)>|Upsert\(db, [^;]*?new (?<entity>\w+))")]
    private static partial Regex Rows();
}
