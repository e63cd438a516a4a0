using System.Text.Json;
using WeddingStudio.Engine.Data.Files;

namespace WeddingStudio.Drawn;

/// <summary>A truth.json that says nothing usable; the message names the file and what to do.</summary>
public sealed class TruthFileException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Truth as the file truth.json: snake case, UTC times, one indented document.</summary>
public static class TruthFile
{
    public const string FileName = "truth.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Whole or not at all: whoever finds the file finds a wedding that was drawn to its end.</summary>
    public static void Write(Truth truth, string path) =>
        AtomicFile.Write(path, [.. JsonSerializer.SerializeToUtf8Bytes(truth, Json), (byte)'\n']);

    /// <summary>Throws <see cref="TruthFileException"/> when the file is missing or damaged.</summary>
    public static Truth Read(string path)
    {
        try
        {
            var truth = JsonSerializer.Deserialize<Truth>(File.ReadAllBytes(path), Json)
                ?? throw new TruthFileException($"'{path}' holds nothing. {Remedy}");
            return Flaw(truth) is { } flaw ? throw new TruthFileException($"'{path}' is damaged: {flaw}. {Remedy}") : truth;
        }
        catch (JsonException damage)
        {
            throw new TruthFileException($"'{path}' is damaged{Place(damage)}. {Remedy}", damage);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TruthFileException($"'{path}' is not there. {Remedy}", error);
        }
    }

    private const string Remedy = "Draw the wedding again with `demo`.";

    private static string Place(JsonException damage) =>
        damage.LineNumber is { } line ? $" at line {line + 1}{(damage.Path is { Length: > 1 } path ? $" ({path})" : "")}" : "";

    /// <summary>What the types cannot say.</summary>
    private static string? Flaw(Truth truth)
    {
        foreach (var photo in truth.Photos)
        {
            if (photo is null)
                return "it lists a photo that is null";
            if (photo.Faces.Any(face => face is null || face.Box.Length != 4 || face.EyesOpen.Length != 2))
                return $"a face of '{photo.PhotoId}' has no four numbers for its box or no two for its eyes";
        }

        return null;
    }
}
