using System.Text.Json;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Inference.Pulling;

/// <summary>The list of packs that can be pulled, `models/sources.json` of the checkout or beside the published program.</summary>
public sealed record ModelSources
{
    public const string FileName = "sources.json";

    public IReadOnlyList<PackSource> Packs { get; init; } = [];

    /// <summary>The list this program came with. Throws <see cref="ModelPackException"/>.</summary>
    public static ModelSources Read() =>
        Read(Path.Combine(ModelLibrary.NearestModels(AppContext.BaseDirectory, models => File.Exists(Path.Combine(models, FileName))),
            FileName));

    internal static ModelSources Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var sources = JsonSerializer.Deserialize<ModelSources>(stream, ModelPack.Json) ?? new ModelSources();
            return sources.Packs.Select(pack => pack.Wrong()).FirstOrDefault(wrong => wrong is not null) is { } wrong
                ? throw new ModelPackException($"'{path}': {wrong}. Install WeddingStudio again, or fix the list.")
                : sources;
        }
        catch (JsonException error)
        {
            throw new ModelPackException(
                $"'{path}' is no list of packs: {error.Message} Install WeddingStudio again, or fix the list.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelPackException(
                $"The list of packs that can be pulled cannot be read: {error.Message} Install WeddingStudio again.", error);
        }
    }

    /// <summary>The pack of that name. Throws <see cref="ModelPackException"/> that lists the known ones.</summary>
    public PackSource Find(string name) => Packs.FirstOrDefault(pack => pack.Name == name)
        ?? throw new ModelPackException($"There is no pack '{name}' to pull. Known: {string.Join(", ", Packs.Select(pack => pack.Name))}.");
}
