using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Sqlite;
using WeddingStudio.Engine.Galleries.Results;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Bench.Albums;

/// <summary>What `analyze` left in RESULTS: its files, and from its database the measures the files do not tell.</summary>
/// <param name="People">unique_identities of wedding.json.</param>
/// <param name="States">Every photo it knows.</param>
internal sealed record AnalysedWedding(int People, IReadOnlyDictionary<string, PhotoState> States, IReadOnlyList<FoundFace> Faces)
{
    public static async Task<AnalysedWedding> ReadAsync(string results, CancellationToken ct)
    {
        using var wedding = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(results, "wedding.json"), ct));
        var lines = File.ReadLines(Path.Combine(results, "faces.jsonl"))
            .Select(line => JsonSerializer.Deserialize<WeddingDocument.FaceLine>(line, WeddingDocument.Lines)!);
        await using var db = Open(Path.Combine(results, ".studio"));
        var looks = await LooksAsync(db, ct);
        return new AnalysedWedding(
            wedding.RootElement.GetProperty("unique_identities").GetInt32(),
            await db.Photos.ToDictionaryAsync(photo => photo.Path, photo => photo.State, ct),
            [.. lines.Select(face => new FoundFace(
                face.PhotoId, new FaceBox(face.Box[0], face.Box[1], face.Box[2], face.Box[3]), face.Confidence, face.ClusterId,
                face.Scores?.Technical, looks.TryGetValue(face.FaceId, out var look) ? look : null))]);
    }

    internal static StudioDb Open(string dataDirectory)
    {
        var file = new StudioPaths(dataDirectory).Database;
        return File.Exists(file)
            ? SqliteDatabase.ReadFile(file)
            : throw new FileNotFoundException($"'{file}' is not there. Name the RESULTS of `analyze`.", file);
    }

    /// <summary>Looks of the faces whose landmarks were measured, by face_id, judged as the scores judge them.</summary>
    private static async Task<Dictionary<string, Look>> LooksAsync(StudioDb db, CancellationToken ct)
    {
        var options = new ScoresOptions();
        var faces = await db.Faces.AsNoTracking().ToListAsync(ct);
        return faces.Where(face => face.Landmarks.Length > 0).ToDictionary(face => face.Key, face => Look.Of(
            new MeasuredFace(face.Id, face.PersonId ?? -1, null, face.Box, face.Points, face.Landmarks, face.Expression, face.Measures),
            options));
    }
}
