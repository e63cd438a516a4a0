namespace WeddingStudio.Tests;

/// <summary>
/// Real photos, models and goldens that may not be part of the project. In CI they must be there; on a user's machine
/// tests that need them are skipped with the reason.
/// </summary>
public static class SharedFiles
{
    /// <summary>WEDDINGSTUDIO_SHARED, else the nearest `shared` folder beside or above the test binaries; null if there is none.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Full path of something below shared; skips the test (in CI: fails it) when it is missing.</summary>
    public static string Require(string relative)
    {
        var path = Root is null ? null : Path.Combine(Root, relative);
        if (path is not null && Path.Exists(path))
            return path;
        var reason = $"'shared/{relative}' is not on this machine (set WEDDINGSTUDIO_SHARED to the folder that holds it).";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Skip(reason);
        return "";
    }

    /// <summary>A picture of LFW by its name, like `Anna_Lind_0001`.</summary>
    public static string Lfw(string name) => Require($"data/lfw/images/{name[..^5]}/{name}.jpg");

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("WEDDINGSTUDIO_SHARED") is { Length: > 0 } named)
            return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared");
            if (File.Exists(Path.Combine(candidate, "docs", "DESIGN.md")))
                return candidate;
        }

        return null;
    }
}
