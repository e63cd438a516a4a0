namespace WeddingStudio.Engine.Data.Backups;

/// <summary>
/// What lies in a data directory besides the database: keys, uploads, previews, face crops, the photos of the
/// drawn wedding, models that a planner fetched.
/// </summary>
internal sealed record StudioFiles(IReadOnlyList<string> Paths, IReadOnlyList<string> Links)
{
    /// <summary>Relative paths with forward slashes, in order.</summary>
    public static StudioFiles Of(string dataDirectory)
    {
        List<string> paths = [], links = [];

        // The folder of uploads itself may lie on a larger disk; below it nothing has any business outside.
        foreach (var entry in new DirectoryInfo(dataDirectory).EnumerateFileSystemInfos().Where(IsMeant))
            Add(entry, entry.Name, followed: entry is DirectoryInfo);
        paths.Sort(StringComparer.Ordinal);
        links.Sort(StringComparer.Ordinal);
        return new StudioFiles(paths, links);

        void Add(FileSystemInfo entry, string path, bool followed)
        {
            if (entry.LinkTarget is not null && !followed)
            {
                links.Add(path);
                return;
            }

            if (entry is not DirectoryInfo folder)
            {
                paths.Add(path);
                return;
            }

            foreach (var inner in Within(folder))
                Add(inner, $"{path}/{inner.Name}", followed: false);
        }
    }

    /// <summary>The studio works on: a wedding may be gone by now.</summary>
    private static List<FileSystemInfo> Within(DirectoryInfo folder)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos().Where(inner => !IsUnfinished(inner))];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    // The database is copied in its own way; its earlier copies, the lock and what is still being written are no part of a studio.
    private static bool IsMeant(FileSystemInfo entry) => !IsUnfinished(entry) && !entry.Name.StartsWith("studio.", StringComparison.Ordinal)
        && !entry.Name.StartsWith("studio-before-", StringComparison.Ordinal) && entry.Name != "lost+found";

    private static bool IsUnfinished(FileSystemInfo entry) => entry.Name.StartsWith('.');
}
