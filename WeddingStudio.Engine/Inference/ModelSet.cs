using System.Security.Cryptography;
using System.Text.Json;

namespace WeddingStudio.Engine.Inference;

/// <summary>A model and the pack it comes from.</summary>
public sealed record ChosenModel(ModelPack Pack, ModelEntry Entry)
{
    /// <summary>The model's file; <paramref name="part"/> names one of a cascade.</summary>
    public ModelFile File(string? part = null) => Entry.Files.FirstOrDefault(file => file.Part == part)
        ?? throw new ModelPackException($"Model '{Entry.Name}' in '{Pack.Folder}' has no file for part '{part}'. Copy the pack again.");

    /// <summary>A detector's score from which there is no doubt: the pack's `surely`, else a quarter of the way from 1 to its least score.</summary>
    public double SurelyFrom => Entry.Thresholds.TryGetValue("surely", out var surely) ? surely : (3 + Threshold(LeastScore)) / 4;

    /// <summary>A detector with another least score.</summary>
    public ChosenModel WithLeastScore(double score) =>
        this with { Entry = Entry with { Thresholds = new Dictionary<string, double>(Entry.Thresholds) { [LeastScore] = score } } };

    /// <summary>Of a cascade the last network decides.</summary>
    private string LeastScore => Entry.Decoder == "mtcnn" ? "onet" : "score";

    public double Threshold(string name) => Entry.Thresholds.TryGetValue(name, out var value)
        ? value
        : throw new ModelPackException($"Model '{Entry.Name}' in '{Pack.Folder}' has no threshold '{name}'. Mend its manifest.");
}

/// <summary>The models one analysis works with. Landmarks and expression are left out when no pack has them.</summary>
public sealed record ModelSet(ChosenModel Detector, ChosenModel Embedder, ChosenModel? Landmarks, ChosenModel? Expression, ChosenModel? ExpressionLandmarks)
{
    /// <summary>How this embedder's unit vectors become people.</summary>
    public ClusteringSettings Clustering => Embedder.Entry.Clustering ?? new ClusteringSettings();

    /// <summary>What people are told about the models: the pack that tells faces apart counts most.</summary>
    public string Title => Embedder.Pack.Manifest.BuiltIn ? "standard" : Embedder.Pack.Name;

    /// <summary>16 hex digits that change with any file or number that decides what is found in a photo.</summary>
    public string Fingerprint { get; } = FingerprintOf([Detector, Embedder, Landmarks, Expression, ExpressionLandmarks]);

    internal static ModelSet From(ModelSearch search, string detector, string embedder)
    {
        if (search.Packs.Count == 0)
            throw new ModelPackException(NothingFound(search));

        var landmarks = Default(search, "landmarks");
        var expression = Default(search, "expression");
        var needed = expression?.Entry.Needs.FirstOrDefault();
        return new ModelSet(
            Take(search, "detector", detector),
            Take(search, "embedder", embedder),
            landmarks,
            expression,
            needed is null ? null : Named(search, "landmarks", needed));
    }

    private static ChosenModel Take(ModelSearch search, string role, string name) =>
        name.Length > 0
            ? Named(search, role, name)
            : Default(search, role) ?? throw new ModelPackException(
                $"No model pack names a default {role}. Searched: {string.Join(", ", search.Searched)}. Name one in the manifest's defaults, or ask for one by name.");

    private static ChosenModel Named(ModelSearch search, string role, string name) =>
        search.Packs.Select(pack => pack.Find(role, name) is { } entry ? new ChosenModel(pack, entry) : null).FirstOrDefault(model => model is not null)
        ?? throw new ModelPackException($"There is no {role} '{name}'. Known: "
            + $"{string.Join(", ", search.Packs.SelectMany(pack => pack.InRole(role)).Select(model => model.Name).Distinct())}.");

    private static ChosenModel? Default(ModelSearch search, string role) =>
        search.Packs.Select(pack => pack.Manifest.Defaults.TryGetValue(role, out var name) && pack.Find(role, name) is { } entry
            ? new ChosenModel(pack, entry)
            : null).FirstOrDefault(model => model is not null);

    internal static string NothingFound(ModelSearch search)
    {
        var refused = search.Refused.Select(pack => $"{Environment.NewLine}  {pack.Folder}: {pack.Reason}");
        return $"No usable model pack. Searched: {string.Join(", ", search.Searched)}.{string.Concat(refused)}{Environment.NewLine}"
            + $"Name a folder that holds a pack with --models, Studio:ModelsDirectory or {ModelLibrary.EnvironmentVariable}.";
    }

    private static string FingerprintOf(IEnumerable<ChosenModel?> models)
    {
        var text = JsonSerializer.Serialize(models.Select(model => model is null ? null : model.Entry with { Licence = null }));
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..16];
    }
}
