namespace WeddingStudio.Web.Commands;

/// <summary>How the user started this program, for commands they can copy from what it prints.</summary>
internal static class ThisProgram
{
    private const string Name = "WeddingStudio.Web";

    /// <summary>Ready for a shell: `dotnet run ... --` from a checkout, else the program itself.</summary>
    public static string CommandLine(IEnumerable<string> arguments) => string.Join(' ', [Start(), .. arguments.Select(Quoted)]);

    /// <summary>A path as short as the current folder allows.</summary>
    public static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) || relative.StartsWith('-') ? path : relative;
    }

    private static string Start()
    {
        if (Project() is { } project)
            return $"dotnet run --project {Quoted(Shown(project))} -c Release --";
        var program = Environment.ProcessPath ?? Name;
        return Path.GetFileName(program) is Name or $"{Name}.exe"
            ? Quoted(program)
            : $"{Quoted(program)} {Quoted(Path.Combine(AppContext.BaseDirectory, $"{Name}.dll"))}";
    }

    /// <summary>The project's folder when the program was built in a checkout; null when it was published.</summary>
    private static string? Project()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.Name == "publish")
                return null;
            if (File.Exists(Path.Combine(folder.FullName, Name, $"{Name}.csproj")))
                return Path.Combine(folder.FullName, Name);
        }

        return null;
    }

    internal static string Quoted(string word)
    {
        if (word.Length > 0
            && word.All(c => char.IsAsciiLetterOrDigit(c) || "/\\.:_-+=,@%".Contains(c) && (c != '\\' || OperatingSystem.IsWindows())))
            return word;
        return OperatingSystem.IsWindows() ? $"\"{word}\"" : $"'{word.Replace("'", @"'\''")}'";
    }
}
