using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Originals;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Words;

namespace WeddingStudio.Engine.Galleries.TakeAway;

/// <summary>
/// The couple's own photos on their way out, for planner and couple alone: the files as they are, byte for byte, with place, names and
/// all that the camera wrote; or their names, for the program in which the photographer finishes them. What is not the file that was
/// looked at stays.
/// </summary>
public sealed class TakeAwayFiles(StudioStore store, OriginalFiles originals)
{
    /// <param name="output">Need not seek; is only written to asynchronously.</param>
    /// <param name="check">Awaited before each photo; throws when the visitor may have no more of them.</param>
    public async Task WriteZipAsync(
        Stream output, WeddingId weddingId, TakeAwayChoice what, StudioWords words, CancellationToken ct, Func<Task>? check = null)
    {
        var (wedding, photos) = await LoadAsync(weddingId, what, words, ct);
        var names = PhotoZip.TakenNames();
        await using var zip = await PhotoZip.OpenAsync(output, WeddingZone.OrUniversal(wedding.TimeZone), ct);
        foreach (var leaving in photos)
        {
            await (check?.Invoke() ?? Task.CompletedTask);
            var file = Path.GetFileName(leaving.Photo.Path);
            await using var original = await OpenAsync(wedding, leaving.Photo, ct);
            if (original is null)
            {
                zip.Miss(leaving.Folder + file);
                continue;
            }

            var name = FileNames.Free(FileNames.Sanitise(file), n => names.Contains(leaving.Folder + n));
            names.Add(leaving.Folder + name);
            await zip.AddAsync(leaving.Folder + name, original, leaving.TakenAt, ct);
        }

        await zip.SayWhatIsMissingAsync(words, ct);
    }

    public async Task<string> ListAsync(WeddingId weddingId, TakeAwayChoice what, FinishingProgram program, CancellationToken ct) =>
        NameList.For(program, (await LoadAsync(weddingId, what, StudioWords.English, ct)).Photos.Select(p => p.Photo.Path));

    private Task<(Wedding Wedding, IReadOnlyList<TakeAwayPhoto> Photos)> LoadAsync(
        WeddingId weddingId, TakeAwayChoice what, StudioWords words, CancellationToken ct) =>
        store.ReadAsync(async db => (await db.Weddings.SingleAsync(w => w.Id == weddingId, ct),
            what == TakeAwayChoice.Album ? await TakeAwayRows.AlbumAsync(db, weddingId, ct)
                : await TakeAwayRows.BestAsync(db, weddingId, words, ct)), ct);

    /// <summary>Null when it cannot be read: a folder that is not plugged in must not cost the others.</summary>
    private async Task<OriginalFile?> OpenAsync(Wedding wedding, Photo photo, CancellationToken ct)
    {
        try
        {
            return await originals.OpenAsync(wedding, photo, ct);
        }
        catch (Exception error) when (error is PhotoProblemException or PhotoFolderException)
        {
            return null;
        }
    }
}
