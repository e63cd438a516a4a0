using System.Text.Json;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Galleries;

/// <summary>
/// Writes a wedding's results as files: wedding.json, faces.jsonl, problems.jsonl and a thumbnail per person. Equal
/// databases give equal bytes, but for the date in wedding.json.
/// </summary>
public sealed class WeddingFiles(StudioStore store, StudioPaths paths, TimeProvider time)
{
    public async Task WriteAsync(string weddingId, string outDirectory, CancellationToken ct)
    {
        var rows = await store.ReadAsync(db => WeddingRows.LoadAsync(db, weddingId, ct), ct);
        var thumbnails = new Dictionary<int, string>();
        foreach (var person in rows.People)
        {
            if (await WriteThumbnailAsync(rows, person, outDirectory, ct) is { } relative)
                thumbnails[person.Id] = relative;
        }

        RemoveThumbnailsOfOthers(Path.Combine(outDirectory, Clusters), rows.People.Select(p => p.Id).ToHashSet());
        await WriteLinesAsync(Path.Combine(outDirectory, "faces.jsonl"), rows.FaceLines(), ct);
        await WriteLinesAsync(Path.Combine(outDirectory, "problems.jsonl"), rows.ProblemLines(), ct);

        // Last, so that whoever sees it finds everything it names.
        var document = rows.Document(weddingId, time.GetUtcNow().UtcDateTime, thumbnails);
        await OutputFile.WriteAsync(Path.Combine(outDirectory, "wedding.json"), async file =>
        {
            await JsonSerializer.SerializeAsync(file, document, WeddingDocument.Indented, ct);
            await file.WriteAsync("\n"u8.ToArray(), ct);
        }, ct);
    }

    private const string Clusters = "clusters";

    /// <returns>The path relative to RESULTS, or null when none of the person's faces has a crop.</returns>
    private async Task<string?> WriteThumbnailAsync(WeddingRows rows, Person person, string outDirectory, CancellationToken ct)
    {
        var crop = rows.FacesForThumbnail(person).Select(key => paths.FaceCrop(person.WeddingId, key)).FirstOrDefault(File.Exists);
        if (crop is null)
            return null;
        var relative = $"{Clusters}/{person.Id}/thumbnail.jpg";
        await OutputFile.WriteAsync(Path.Combine(outDirectory, relative), async file =>
        {
            await using var source = File.OpenRead(crop);
            await source.CopyToAsync(file, ct);
        }, ct);
        return relative;
    }

    /// <summary>After a merge a person of an earlier run is gone; the folder must not say otherwise. Nothing but our own file is removed.</summary>
    private static void RemoveThumbnailsOfOthers(string clusters, HashSet<int> people)
    {
        if (!Directory.Exists(clusters))
            return;
        foreach (var folder in Directory.GetDirectories(clusters))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id) || people.Contains(id))
                continue;
            File.Delete(Path.Combine(folder, "thumbnail.jpg"));
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
    }

    private static Task WriteLinesAsync<T>(string path, IEnumerable<T> lines, CancellationToken ct) =>
        OutputFile.WriteAsync(path, async file =>
        {
            foreach (var line in lines)
            {
                await JsonSerializer.SerializeAsync(file, line, WeddingDocument.Lines, ct);
                await file.WriteAsync("\n"u8.ToArray(), ct);
            }
        }, ct);
}
