namespace WeddingStudio.Bench.Albums;

/// <summary>Sets of portraits that have a folder for each person.</summary>
internal static class PeopleFolders
{
    /// <summary>The folders from a person's name on.</summary>
    public static List<string> From(string set, string name) => [.. Directory.EnumerateDirectories(set)
        .Where(person => string.Compare(Path.GetFileName(person), name, StringComparison.OrdinalIgnoreCase) >= 0)
        .Order(StringComparer.Ordinal)];

    /// <summary>Some archives hold a twin of every file for another system, with nothing to see in it.</summary>
    public static IEnumerable<string> Pictures(string person) => Directory.EnumerateFiles(person, "*.jpg")
        .Where(file => !Path.GetFileName(file).StartsWith("._", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
