namespace WeddingStudio.Tests;

/// <summary>
/// Real photos, models and goldens that may not be part of the project. Where their folder is not there at all, tests that need it are
/// skipped with the reason. Where it is there, in CI it must be whole: no test is skipped for want of a file.
/// </summary>
public static class SharedFiles
{
    /// <summary>WEDDINGSTUDIO_SHARED, else the nearest `shared` folder beside or above the test binaries; null if there is none.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Full path of something below shared. When it is missing, skips the test; in CI, if the folder is there, fails it.</summary>
    public static string Require(string relative) => Require(relative, Root, Environment.GetEnvironmentVariable("CI") == "true");

    /// <param name="relative">What is asked for, below <paramref name="root"/>.</param>
    /// <param name="root">The folder; null where there is none.</param>
    /// <param name="ci">Whether the folder, if there is one, must be whole.</param>
    internal static string Require(string relative, string? root, bool ci)
    {
        var path = root is null ? null : Path.Combine(root, relative);
        if (path is not null && Path.Exists(path))
            return path;

        // .ci/summary.awk knows this reason by its words.
        var reason = $"'shared/{relative}' is not on this machine (set WEDDINGSTUDIO_SHARED to the folder that holds it).";
        if (ci && root is not null)
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
