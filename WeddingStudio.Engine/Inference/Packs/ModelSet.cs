using System.Security.Cryptography;
using System.Text.Json;

namespace WeddingStudio.Engine.Inference.Packs;

/// <summary>A model and the pack it comes from.</summary>
public sealed record ChosenModel(ModelPack Pack, ModelEntry Entry)
{
    /// <summary>The model's file; <paramref name="part"/> names one of a cascade.</summary>
    public ModelFile File(string? part = null) => Entry.Files.FirstOrDefault(file => file.Part == part)
        ?? throw new ModelPackException($"Model '{Entry.Name}' in '{Pack.Folder}' has no file for part '{part}'. Copy the pack again.");

    /// <summary>
    /// A detector's score from which there is no doubt: the pack's `surely`, else a quarter of the way from 1 to its least score.
    /// </summary>
    public double SurelyFrom => Entry.Thresholds.TryGetValue("surely", out var surely) ? surely : (3 + Threshold(LeastScore)) / 4;

    /// <summary>A detector with another least score.</summary>
    public ChosenModel WithLeastScore(double score) =>
        this with { Entry = Entry with { Thresholds = new Dictionary<string, double>(Entry.Thresholds) { [LeastScore] = score } } };

    /// <summary>Of a cascade the last network decides.</summary>
    private string LeastScore => Entry.Decoder == "mtcnn" ? "onet" : "score";

    public double Threshold(string name) => Entry.Thresholds.TryGetValue(name, out var value)
        ? value
        : throw new ModelPackException($"Model '{Entry.Name}' in '{Pack.Folder}' has no threshold '{name}'. Fix its manifest.");
}

/// <summary>The models one analysis works with. Landmarks, expression and quality are left out when no pack has them.</summary>
/// <param name="Preview">A quick detector for the first faces to be seen; null: the detector itself.</param>
/// <param name="Fallback">Asked where the detector sees nobody; null: nobody is asked.</param>
/// <param name="Points">Landmarks whose five points faces are aligned by, where those to be kept
/// give none; null: the detector's will do.</param>
/// <param name="Quality">The default, else the first of a known kind in the embedder's pack: what is good
/// for recognition is learnt beside it.</param>
public sealed record ModelSet(
    ChosenModel Detector, ChosenModel Embedder, ChosenModel? Landmarks, ChosenModel? Expression, ChosenModel? ExpressionLandmarks,
    ChosenModel? Quality = null, ChosenModel? Preview = null, ChosenModel? Fallback = null, ChosenModel? Points = null)
{
    /// <summary>The one kind of quality model there is.</summary>
    internal const string QualityDecoder = "fqa";

    /// <summary>Every model an analysis opens, once.</summary>
    public IEnumerable<ChosenModel> All =>
        new[] { Detector, Preview, Fallback, Embedder, Landmarks, Expression, ExpressionLandmarks, Quality, Points }
            .OfType<ChosenModel>().Distinct();

    /// <summary>
    /// How this embedder's unit vectors become people: as its pack says, else by the cosine from which its pack calls two faces one person.
    /// </summary>
    public ClusteringSettings Clustering => Said with { Directions = Said.Directions ?? EmbeddingDirections.Of(Embedder.Entry) };

    private ClusteringSettings Said => Embedder.Entry.Clustering is { Linkage: not null } said ? said
        : Embedder.Entry.Thresholds.TryGetValue("samePersonCosine", out var cosine)
        ? new ClusteringSettings(Linkage: LinkageSettings.From(cosine))
        : Embedder.Entry.Clustering ?? new ClusteringSettings();

    /// <summary>What people are told about the models: the pack that tells faces apart counts most.</summary>
    public Message Title => Embedder.Pack.Manifest switch
    {
        { Title: "sharper" } => new("Inference.Sharper"),
        { Title: { } title } => Message.Plain(title),
        { BuiltIn: true } => new("Inference.Standard"),
        _ => Message.Plain(Embedder.Pack.Name),
    };

    /// <summary>16 hex digits that change with any file or number that decides what is found in a photo.</summary>
    public string Fingerprint { get; } =
        FingerprintOf([Detector, Embedder, Landmarks, Expression, ExpressionLandmarks, Quality, Fallback], Points);

    /// <summary>
    /// Likewise for what decides where faces and their points are: while it stays, photos are read again without being searched again.
    /// </summary>
    public string Finding { get; } = FingerprintOf([Detector, Landmarks, Fallback], Points);

    internal static ModelSet From(ModelSearch search, string detector, string embedder)
    {
        if (search.Packs.Count == 0)
            throw new ModelPackException(NothingFound(search));

        var landmarks = Default(search, "landmarks");
        var expression = Default(search, "expression");
        var needed = expression?.Entry.Needs.FirstOrDefault();
        var known = Take(search, "embedder", embedder);
        return new ModelSet(
            Take(search, "detector", detector),
            known,
            landmarks,
            expression,
            needed is null ? null : Named(search, "landmarks", needed),
            Default(search, "quality") ?? known.Pack.InRole("quality").Where(entry => entry.Decoder == QualityDecoder)
                .Select(entry => new ChosenModel(known.Pack, entry)).FirstOrDefault(),
            Default(search, "preview", "detector"),
            Default(search, "fallback", "detector"),
            PointsFor(search, known.Pack));
    }

    /// <summary>How faces are aligned is the embedder's concern, and a pack may leave it to landmarks of another one.</summary>
    private static ChosenModel? PointsFor(ModelSearch search, ModelPack pack) =>
        !pack.Manifest.Defaults.TryGetValue("points", out var name) ? null
        : Find(search, "landmarks", name);

    private static ChosenModel Take(ModelSearch search, string role, string name) =>
        name.Length > 0
            ? Named(search, role, name)
            : Default(search, role) ?? throw new ModelPackException(
                $"No model pack names a default {role}. Searched: {string.Join(", ", search.Searched)}. "
                + "Name one in the manifest's defaults, or ask for one by name.");

    private static ChosenModel? Find(ModelSearch search, string role, string name) =>
        search.Packs.Select(pack => pack.Find(role, name) is { } entry ? new ChosenModel(pack, entry) : null)
            .FirstOrDefault(model => model is not null);

    private static ChosenModel Named(ModelSearch search, string role, string name) => Find(search, role, name)
        ?? throw new ModelPackException($"There is no {role} '{name}'. Known: "
            + $"{string.Join(", ", search.Packs.SelectMany(pack => pack.InRole(role)).Select(model => model.Name).Distinct())}.");

    private static ChosenModel? Default(ModelSearch search, string role) => Default(search, role, role);

    /// <summary>The model of a role that a pack names for some use.</summary>
    private static ChosenModel? Default(ModelSearch search, string use, string role) =>
        search.Packs.Select(pack => pack.Manifest.Defaults.TryGetValue(use, out var name) && pack.Find(role, name) is { } entry
            ? new ChosenModel(pack, entry)
            : null).FirstOrDefault(model => model is not null);

    internal static Message NothingFound(ModelSearch search)
    {
        var refused = search.Refused.Select(pack => $"\n  {pack.Folder}: {pack.Reason}");
        return new("Inference.NothingFound", string.Join(", ", search.Searched), string.Concat(refused), ModelLibrary.EnvironmentVariable);
    }

    /// <summary>How vectors become people is no matter of the photos: people are grouped again when that changes.</summary>
    /// <param name="models">In their places, null where there is none.</param>
    /// <param name="more">Left out where it is not used, so that the fingerprints of all other sets stay as they were.</param>
    private static string FingerprintOf(IEnumerable<ChosenModel?> models, ChosenModel? more)
    {
        var text = JsonSerializer.Serialize((more is null ? models : models.Append(more))
            .Select(model => model is null ? null : model.Entry with { Licence = null, Clustering = null }));
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..16];
    }
}
