using System.Text.Json;
using System.Text.RegularExpressions;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Inference.Pulling;

/// <summary>A pack that can be pulled: single files with the manifest that goes with them, or one zip archive.</summary>
public sealed partial record PackSource
{
    /// <summary>Also the name of the pack's folder.</summary>
    public string Name { get; init; } = "";
    public string Description { get; init; } = "";

    /// <summary>In plain words.</summary>
    public string Licence { get; init; } = "";

    /// <summary>The licence forbids some uses, so whoever pulls the pack must accept it first.</summary>
    public bool Restricted { get; init; }

    /// <summary>What the pack's folder must hold to be whole.</summary>
    public IReadOnlyList<SourceFile> Files { get; init; } = [];

    /// <summary>The zip archive that the files come in; null where each is fetched by itself.</summary>
    public SourceFile? Archive { get; init; }

    /// <summary>Written as manifest.json; null where the archive has one or needs none.</summary>
    public JsonElement? Manifest { get; init; }

    public IReadOnlyList<SourceFile> Downloads => Archive is null ? Files : [Archive];

    /// <summary>
    /// The same files from another server, which has all of them in one place; their hashes stay, so it need not be trusted.
    /// </summary>
    public PackSource At(Uri server)
    {
        var place = server.AbsoluteUri.EndsWith('/') ? server : new Uri(server.AbsoluteUri + "/");
        return this with { Files = [.. Files.Select(MovedTo)], Archive = Archive is null ? null : MovedTo(Archive) };

        SourceFile MovedTo(SourceFile file) => file.Url is null ? file : file with { Url = new Uri(place, Path.GetFileName(file.Path)) };
    }

    /// <summary>Compares the files in <paramref name="folder"/> with the list. Throws <see cref="ModelPackException"/>.</summary>
    internal void CheckFiles(string folder)
    {
        foreach (var file in Files)
            ModelFileCheck.Verify(folder, new ModelFile(file.Path, file.Sha256, file.Bytes));
    }

    /// <summary>What is wrong with the entry; null for a complete one.</summary>
    internal string? Wrong() => this switch
    {
        _ when !Names().IsMatch(Name) => $"pack '{Name}' needs a name of small letters, digits, '-' and '_'",
        { Description: "" } or { Licence: "" } => $"pack '{Name}' has no description or no licence",
        { Files: [] } => $"pack '{Name}' names no file",
        _ => Files.Append(Archive).OfType<SourceFile>().Select(file => Wrong(file, Downloads.Contains(file)))
            .FirstOrDefault(wrong => wrong is not null),
    };

    private string? Wrong(SourceFile file, bool isFetched) => file switch
    {
        _ when !ModelFileCheck.IsInside(Name, file.Path) => $"pack '{Name}' has a file without a path, or one outside of the pack",
        _ when !Hashes().IsMatch(file.Sha256) || file.Bytes <= 0 => $"'{file.Path}' of pack '{Name}' needs a SHA-256 and a length",
        _ when isFetched && file.Url is not { IsAbsoluteUri: true, Scheme: "https" or "http" } =>
            $"'{file.Path}' of pack '{Name}' needs an address to be fetched from",
        _ => null,
    };

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]*$")]
    private static partial Regex Names();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hashes();
}
