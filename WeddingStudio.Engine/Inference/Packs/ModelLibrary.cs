using Microsoft.Extensions.Options;

namespace WeddingStudio.Engine.Inference.Packs;

/// <summary>A pack that was found and not taken.</summary>
public sealed record RefusedPack(string Folder, string Reason);

/// <summary>What a look for packs found: where it looked, the usable packs in order of preference, the others with the reason.</summary>
public sealed record ModelSearch(IReadOnlyList<string> Searched, IReadOnlyList<ModelPack> Packs, IReadOnlyList<RefusedPack> Refused);

/// <summary>Finds model packs. Nothing is kept between looks, so a pack copied into place is found without a restart.</summary>
public sealed class ModelLibrary(IOptions<ModelsOptions> options)
{
    public const string EnvironmentVariable = "WEDDINGSTUDIO_MODELS";

    /// <summary>Where packs are looked for, and the first of these is where a new one goes.</summary>
    public IReadOnlyList<string> SearchOrder =>
        Folders(options.Value.ModelsDirectory, Environment.GetEnvironmentVariable(EnvironmentVariable), AppContext.BaseDirectory,
            options.Value.PulledDirectory);

    /// <summary>
    /// Whether a pack that came into the folder of pulled ones would be what an analysis is done with: nobody named another one.
    /// </summary>
    public bool WouldTakePulled => options.Value is { PulledDirectory.Length: > 0, Detector: "", Embedder: "" } chosen
        && Look([.. SearchOrder.TakeWhile(folder => folder != chosen.PulledDirectory)]).Packs
            .All(pack => !pack.Manifest.Defaults.ContainsKey("embedder"));

    /// <summary>Looks in all folders of the search order. Never throws for what it finds there.</summary>
    public ModelSearch Search() => Look(SearchOrder);

    /// <summary>The models for one analysis. Throws <see cref="ModelPackException"/> saying where was searched and what to do.</summary>
    public ModelSet Choose() => Choose(options.Value.Detector, options.Value.Embedder);

    /// <summary>Null where <see cref="Choose()"/> throws: for who can do without, and is not the one to tell.</summary>
    public ModelSet? TryChoose()
    {
        try
        {
            return Choose();
        }
        catch (ModelPackException)
        {
            return null;
        }
    }

    /// <summary>As <see cref="Choose()"/>, with a detector and an embedder by name (empty: the pack's default).</summary>
    public ModelSet Choose(string detector, string embedder)
    {
        var search = Search();

        // Whoever names a folder means it: other packs must not quietly stand in for one that is broken or mistyped.
        var named = options.Value.ModelsDirectory;
        if (named.Length > 0 && !search.Packs.Any(pack => IsWithin(search.Searched[0], pack.Folder)))
            throw new ModelPackException(ModelSet.NothingFound(search with { Searched = [search.Searched[0]] }));
        return ModelSet.From(search, detector, embedder);
    }

    /// <summary>Option, environment variable, what was pulled by a click, then the nearest `models/` at or above the program.</summary>
    internal static IReadOnlyList<string> Folders(string? option, string? environment, string baseDirectory, string? pulled = null)
    {
        var named = new[] { option, environment, pulled }.Where(folder => !string.IsNullOrWhiteSpace(folder))
            .Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder!)));
        return [.. named.Append(NearestModels(baseDirectory, models => PackFolders(models).Any())).Distinct()];
    }

    internal static ModelSearch Look(IReadOnlyList<string> folders)
    {
        List<ModelPack> packs = [];
        List<RefusedPack> refused = [];
        HashSet<string> seen = [];
        foreach (var folder in folders)
            packs.AddRange(Load(PackFolders(folder).Where(seen.Add), refused).OrderBy(pack => pack.Manifest.BuiltIn));
        return new ModelSearch(folders, packs, refused);
    }

    private static List<ModelPack> Load(IEnumerable<string> folders, List<RefusedPack> refused)
    {
        List<ModelPack> packs = [];
        foreach (var folder in folders)
        {
            try
            {
                packs.Add(ModelPack.Load(folder));
            }
            catch (ModelPackException error)
            {
                refused.Add(new RefusedPack(folder, error.Message));
            }
        }

        return packs;
    }

    // Next to a published program lies its models/; in a checkout it lies some levels above bin/.
    internal static string NearestModels(string baseDirectory, Predicate<string> holds)
    {
        for (var folder = new DirectoryInfo(baseDirectory); folder is not null; folder = folder.Parent)
        {
            var models = Path.Combine(folder.FullName, "models");
            if (holds(models))
                return models;
        }

        return Path.Combine(baseDirectory, "models");
    }

    private static bool IsWithin(string folder, string packFolder) =>
        packFolder == folder || Path.GetDirectoryName(packFolder) == folder;

    private static IEnumerable<string> PackFolders(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        if (ModelPack.IsAt(folder))
            return [folder];
        return Directory.EnumerateDirectories(folder, "*", new EnumerationOptions { IgnoreInaccessible = true })
            .Where(ModelPack.IsAt)
            .Order(StringComparer.Ordinal);
    }
}
