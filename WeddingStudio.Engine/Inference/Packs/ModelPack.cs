using System.Numerics.Tensors;
using System.Text.Json;

namespace WeddingStudio.Engine.Inference.Packs;

/// <summary>
/// A folder with `manifest.json` and the model files it names, every one of them present and untouched; or one of InsightFace's.
/// </summary>
public sealed class ModelPack
{
    public const string ManifestName = "manifest.json";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private ModelPack(string folder, ModelManifest manifest, bool hasManifest)
    {
        Folder = folder;
        Manifest = manifest;
        HasManifest = hasManifest;
    }

    public string Folder { get; }
    public ModelManifest Manifest { get; }
    public string Name => Manifest.Pack;

    /// <summary>False for a folder that is known by its files: there were no hashes to compare them with.</summary>
    public bool HasManifest { get; }

    public IEnumerable<ModelEntry> InRole(string role) => Manifest.Models.Where(model => model.Role == role);

    public ModelEntry? Find(string role, string name) => InRole(role).FirstOrDefault(model => model.Name == name);

    public string PathOf(ModelFile file) => Path.Combine(Folder, file.Path);

    /// <summary>Whether this is meant to be a pack, usable or not.</summary>
    public static bool IsAt(string folder) => File.Exists(Path.Combine(folder, ManifestName)) || InsightFacePack.IsAt(folder);

    /// <summary>
    /// Reads the manifest, or makes one for InsightFace's files, and checks every file. Throws
    /// <see cref="ModelPackException"/> at the first thing that is wrong.
    /// </summary>
    public static ModelPack Load(string folder)
    {
        var manifestPath = Path.Combine(folder, ManifestName);
        var hasManifest = File.Exists(manifestPath) || !InsightFacePack.IsAt(folder);
        var manifest = hasManifest ? Parse(manifestPath) : InsightFacePack.ManifestOf(folder);
        if (manifest.Schema != ModelManifest.KnownSchema)
            throw new ModelPackException($"'{manifestPath}' has schema {manifest.Schema}; "
                + $"this program reads schema {ModelManifest.KnownSchema}. "
                + "Update WeddingStudio, or take a pack made for this version.");

        foreach (var model in manifest.Models)
            CheckEntry(manifestPath, model);
        foreach (var file in manifest.Models.SelectMany(model => model.Files))
            ModelFileCheck.Verify(folder, file);
        return new ModelPack(folder, manifest, hasManifest);
    }

    private static ModelManifest Parse(string manifestPath)
    {
        try
        {
            using var stream = File.OpenRead(manifestPath);
            return JsonSerializer.Deserialize<ModelManifest>(stream, Json)
                ?? throw new ModelPackException($"'{manifestPath}' is empty. Copy the pack again.");
        }
        catch (JsonException error)
        {
            throw new ModelPackException($"'{manifestPath}' is not a manifest: {error.Message} Copy the pack again.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelPackException($"'{manifestPath}' cannot be read: {error.Message}", error);
        }
    }

    private static void CheckEntry(string manifestPath, ModelEntry model)
    {
        var wrong = model switch
        {
            { Name: "" } or { Role: "" } or { Decoder: "" } => "has no name, role or decoder",
            _ when !ModelEntry.Roles.Contains(model.Role) =>
                $"has the role '{model.Role}'; this program knows: {string.Join(", ", ModelEntry.Roles)}",
            { Files.Count: 0 } => "names no file",
            { Input.Mean.Count: not 3 } or { Input.Scale.Count: not 3 } => "needs three means and three scales",
            { Input.Channels: not ("RGB" or "BGR") } => $"has channels '{model.Input.Channels}' (RGB or BGR)",
            { Input: { Prewhiten: true } input } when input.Mean.Any(mean => mean != 0) || input.Scale.Any(scale => scale != 1) =>
                "asks for prewhiten and for a mean or scale as well; it takes one of the two",
            { Input.MultipleOf: < 1 } => "has a multipleOf below 1",
            { Input.Template: { } template } when template.Count != 5 || template.Any(point => point.Count != 2) =>
                "needs five template points",
            { Clustering.Directions: { } directions } when directions.Any(direction => direction.Length != model.Dim
                || Math.Abs(TensorPrimitives.Norm<float>(direction) - 1) > .01) =>
                $"needs directions of {model.Dim} numbers and length 1",
            _ => null,
        };
        if (wrong is not null)
            throw new ModelPackException($"'{manifestPath}': model '{model.Name}' {wrong}. Copy the pack again, or fix the manifest.");
    }
}
