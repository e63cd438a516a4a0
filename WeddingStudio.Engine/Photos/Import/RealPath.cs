namespace WeddingStudio.Engine.Photos.Import;

/// <summary>A path with every link on the way resolved, so that two names of one folder compare equal.</summary>
internal static class RealPath
{
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        foreach (var name in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
            real = Resolve(Path.Combine(real, name));
        return real;
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="root"/> or lies below it; both already real.</summary>
    public static bool IsWithin(string path, string root)
    {
        var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var folder = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
        return path.Equals(root, comparison) || path.StartsWith(folder, comparison);
    }

    /// <summary>Whether anything on the way to it, or what is there itself, is a link.</summary>
    public static bool LeadsThroughLink(string path)
    {
        for (var at = Path.GetFullPath(path); at is not null; at = Path.GetDirectoryName(at))
        {
            if (new FileInfo(at).LinkTarget is not null)
                return true;
        }

        return false;
    }

    private static string Resolve(string path)
    {
        try
        {
            // A link's target may itself lead through links.
            return new DirectoryInfo(path) is { LinkTarget: not null } link && link.ResolveLinkTarget(returnFinalTarget: true) is { } target
                ? Of(target.FullName)
                : path;
        }
        catch (IOException)
        {
            return path; // A circle of links: it is no folder anyone can enter.
        }
    }
}
