namespace WeddingStudio.Tests;

/// <summary>
/// Golden files and documents that live beside the checkout in a folder named "shared", too large for the repository.
/// </summary>
public static class SharedFiles
{
    /// <summary>The shared folder: WEDDINGSTUDIO_SHARED if set, else the nearest one above the test binaries; null when there is none.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Full path of a file or folder below the shared folder. When it is missing the test is skipped, and fails where CI=true.</summary>
    public static string Require(string relativePath)
    {
        var path = Root is null ? null : Path.Combine(Root, relativePath);
        if (path is not null && Path.Exists(path))
            return path;

        var reason = $"shared/{relativePath} is not here (shared folder: {Root ?? "none found"}; WEDDINGSTUDIO_SHARED names one).";
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            Assert.Fail(reason);
        Assert.Skip(reason);
        return "";
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("WEDDINGSTUDIO_SHARED") is { Length: > 0 } named)
            return Path.GetFullPath(named);

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (File.Exists(Path.Combine(shared, "docs", "DESIGN.md")))
                return shared;
        }

        return null;
    }
}
