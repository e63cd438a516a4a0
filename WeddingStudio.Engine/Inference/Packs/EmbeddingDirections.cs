using System.Text.Json;

namespace WeddingStudio.Engine.Inference.Packs;

/// <summary>
/// Directions to take out (<see cref="ClusteringSettings.Directions"/>) of embedders whose packs
/// say nothing of them, by the embedder's file.
/// `models/training/directions.py` finds them; the model card says on which faces.
/// </summary>
internal static class EmbeddingDirections
{
    private const string Resource = "WeddingStudio.Engine.Inference.directions.json";

    private static readonly Lazy<IReadOnlyDictionary<string, float[][]>> _byFile = new(Read);

    /// <summary>Null where none are known.</summary>
    public static IReadOnlyList<float[]>? Of(ModelEntry embedder) =>
        embedder.Files.Select(file => _byFile.Value.GetValueOrDefault(file.Sha256)).FirstOrDefault(known => known is not null);

    private static Dictionary<string, float[][]> Read()
    {
        using var json = typeof(EmbeddingDirections).Assembly.GetManifestResourceStream(Resource)!;
        var known = JsonSerializer.Deserialize<Known[]>(json, JsonSerializerOptions.Web)!;
        return known.SelectMany(one => one.Sha256.Select(file => (file, one.Directions))).ToDictionary();
    }

    private sealed record Known(string Embedder, string[] Sha256, float[][] Directions);
}
