using System.Text.Json;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Engine.Visits;

namespace WeddingStudio.Engine.Galleries.Results;

/// <summary>
/// Writes a wedding's results as files: wedding.json, faces.jsonl, problems.jsonl and a thumbnail per person. Equal
/// databases give equal bytes, but for the date in wedding.json.
/// </summary>
public sealed class WeddingFiles(StudioStore store, StudioPaths paths, PhotoVisitor visitor, TimeProvider time)
{
    public async Task WriteAsync(WeddingId weddingId, string outDirectory, CancellationToken ct)
    {
        var rows = await store.ReadAsync(db => WeddingRows.LoadAsync(db, weddingId, ct), ct);
        var thumbnails = new Dictionary<int, string>();
        foreach (var person in rows.People)
        {
            if (await WriteThumbnailAsync(rows, person, outDirectory, ct) is { } relative)
                thumbnails[person.Id] = relative;
        }

        RemoveThumbnailsOfOthers(Path.Combine(outDirectory, Clusters), rows.People.Select(p => p.Id).ToHashSet());
        AtomicFile.Write(Path.Combine(outDirectory, "faces.jsonl"), Lines(rows.FaceLines()));
        AtomicFile.Write(Path.Combine(outDirectory, "problems.jsonl"), Lines(rows.ProblemLines()));

        // Last, so that whoever sees it finds everything it names.
        var document = rows.Document(time.GetUtcNow().UtcDateTime, thumbnails);
        AtomicFile.Write(Path.Combine(outDirectory, "wedding.json"),
            [.. JsonSerializer.SerializeToUtf8Bytes(document, WeddingDocument.Indented), (byte)'\n']);
    }

    private const string Clusters = "clusters";

    /// <returns>The path relative to RESULTS, or null when none of the person's faces can be shown any more.</returns>
    private async Task<string?> WriteThumbnailAsync(WeddingRows rows, Person person, string outDirectory, CancellationToken ct)
    {
        WeddingRows.FaceRow[] faces = [.. rows.FacesForThumbnail(person)];
        var shown = faces.FirstOrDefault(f => File.Exists(paths.FaceCrop(person.WeddingId, f.Key))) ?? await FirstCutAsync(rows, faces, ct);
        if (shown is null)
            return null;
        var relative = $"{Clusters}/{person.Id}/thumbnail.jpg";
        AtomicFile.Write(Path.Combine(outDirectory, relative),
            await File.ReadAllBytesAsync(paths.FaceCrop(person.WeddingId, shown.Key), ct));
        return relative;
    }

    /// <summary>Faces drawn by hand, or crops that were deleted: the first that can be cut from its photo now.</summary>
    private async Task<WeddingRows.FaceRow?> FirstCutAsync(WeddingRows rows, IEnumerable<WeddingRows.FaceRow> faces, CancellationToken ct)
    {
        foreach (var face in faces)
        {
            try
            {
                using var photo = await visitor.DecodeAsync(rows.Wedding, rows.Photos[face.PhotoId], ct);
                await FaceCrop.SaveAsync(photo.Pixels, face.Box, paths.FaceCrop(rows.Wedding.Id, face.Key), ct);
                return face;
            }
            catch (Exception gone) when (gone is PhotoProblemException or PhotoFolderException)
            {
                // The file is gone or damaged since it was read; another face of the person may do.
            }
        }

        return null;
    }

    /// <summary>
    /// After a merge a person of an earlier run is gone; the folder must not say otherwise. Nothing but our own file is removed.
    /// </summary>
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

    private static byte[] Lines<T>(IEnumerable<T> lines)
    {
        using var file = new MemoryStream();
        foreach (var line in lines)
        {
            JsonSerializer.Serialize(file, line, WeddingDocument.Lines);
            file.WriteByte((byte)'\n');
        }

        return file.ToArray();
    }
}
