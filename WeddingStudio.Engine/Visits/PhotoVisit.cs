using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Visits;

/// <summary>
/// One visit: a photo is decoded once, everything is measured while it is open, and all of it is stored in one transaction.
/// Until that transaction the photo counts as not read, so a visit cut short anywhere is simply made again.
/// </summary>
internal sealed partial class PhotoVisit(StudioStore store, StudioPaths paths, PhotoVisitor visitor, FaceReader reader, ModelSet models,
    Wedding wedding, SaidFaces said, FirstFaces first)
{
    /// <summary>False when the file could not be read and became a problem. A visit that is cancelled leaves the photo waiting.</summary>
    public async Task<bool> RunAsync(int photoId, CancellationToken ct)
    {
        var photo = await MarkAsync(photoId);
        try
        {
            await StoreAsync(photoId, await ReadAsync(photo, await EarlierAsync(photo), ct));
            return true;
        }
        catch (PhotoProblemException problem)
        {
            await ChangeAsync(photoId,
                row => (row.State, row.Problem) = (problem.IsOfGone ? PhotoState.Gone : PhotoState.Problem, problem.Problem));
            return false;
        }
        catch (NetVips.VipsException odd)
        {
            // A picture that could be opened but not worked on; the others go on.
            await ChangeAsync(photoId,
                row => (row.State, row.Problem) = (PhotoState.Problem, new(PhotoProblemKind.BreaksOff, odd.Message.Trim())));
            return false;
        }
        catch
        {
            // Not the photo's fault: a full disk, a lost drive, a graphics card that failed, somebody who wants to stop.
            await ChangeAsync(photoId, row => (row.State, row.Attempts) = (PhotoState.Waiting, row.Attempts - 1));
            throw;
        }
    }

    /// <summary>
    /// The second look, in tiles: what it finds is added to what the photo has. False when the file can no longer be read; it
    /// keeps what it has, and the look is tried once more in a later run, as it is when the process ends in the middle of one.
    /// </summary>
    public async Task<bool> LookAgainAsync(int photoId, CancellationToken ct)
    {
        var photo = await ChangeAsync(photoId, row => row.Attempts++);
        try
        {
            var known = await store.ReadAsync(db => db.Faces.Where(face => face.PhotoId == photoId).Select(face => face.Box).ToListAsync(),
                CancellationToken.None);
            var faces = await ReadSmallAsync(photo, known, ct);
            await store.WriteAsync(async db =>
            {
                var row = await db.Photos.SingleAsync(p => p.Id == photoId);
                (row.SecondLookDue, row.Attempts) = (false, 0);

                // One of them may have been drawn by hand this minute.
                var there = await db.Faces.Where(face => face.PhotoId == photoId).Select(face => face.Box).ToListAsync();
                db.Faces.AddRange(faces.Where(face => there.TrueForAll(box => box.IoU(face.Box) < AnchorMatcher.MinIoU)));
                await db.SaveChangesAsync();
            }, CancellationToken.None);
            return true;
        }
        catch (Exception unreadable) when (unreadable is PhotoProblemException or NetVips.VipsException)
        {
            return false;
        }
        catch
        {
            await ChangeAsync(photoId, row => row.Attempts--);
            throw;
        }
    }

    /// <summary>Committed before the decode: a photo found marked at start is one the reader may have crashed on.</summary>
    private Task<Photo> MarkAsync(int photoId) =>
        ChangeAsync(photoId, row => (row.State, row.Attempts) = (PhotoState.Attempting, row.Attempts + 1));

    /// <summary>A face that a user drew into a photo that has been read; not kept yet. Throws as a visit does.</summary>
    public async Task<Face> ReadDrawnAsync(Photo photo, FaceBox box, CancellationToken ct)
    {
        using var decoded = await visitor.DecodeAsync(wedding, photo, ct);
        var drawn = await reader.ReadDrawnAsync(decoded.Pixels, box, keepBox: false, ct);
        return RowsOf(photo, decoded.Pixels, [drawn], new KeptFace(box, PersonId: null))[0];
    }

    /// <summary>
    /// What an earlier visit, with other models, left: its faces make way, but those that users drew or spoke of must not be lost.
    /// </summary>
    private async Task<Earlier> EarlierAsync(Photo photo)
    {
        var faces = await store.ReadAsync(db => db.Faces.Where(face => face.PhotoId == photo.Id).ToListAsync(), CancellationToken.None);
        return new Earlier(faces, await said.InAsync(photo.ContentHash!),
            ArePlacesKnown: faces.Count > 0 && photo.Finding == models.Finding);
    }

    private async Task<Visited> ReadAsync(Photo photo, Earlier earlier, CancellationToken ct)
    {
        using var reading = await visitor.ReadAsync(wedding, photo, ct);
        if (earlier.ArePlacesKnown)
            return Visit(reading, photo.SecondLookDue, await ReadAgainAsync(photo, reading.Pixels, earlier, ct), earlier);
        if (first.AreWanted(wedding.Id))
            first.Add(wedding.Id, reading.Pixels, reader.FindQuickly(reading.Pixels));
        var found = (await reader.ReadAsync(reading.Pixels, ct)).ToList();
        var isSecondLookDue = reader.HasSmall(reading.Pixels, [.. found.Select(face => face.Box)]);
        var lost = SaidFaces.Missing(earlier.Faces.Where(face => face.Drawn).Select(face => face.Box), earlier.Said,
            found.Select(face => face.Box));
        foreach (var kept in lost)
            found.Add(await reader.ReadDrawnAsync(reading.Pixels, kept.Box, keepBox: true, ct));
        return Visit(reading, isSecondLookDue, RowsOf(photo, reading.Pixels, found, lost), earlier);
    }

    /// <summary>Faces stay where they are and whose they are; only what other models make of them is new.</summary>
    private async Task<List<Face>> ReadAgainAsync(Photo photo, PhotoPixels pixels, Earlier earlier, CancellationToken ct)
    {
        var rows = RowsOf(photo, pixels, await reader.ReadAgainAsync(pixels, earlier.Faces, ct));
        foreach (var (row, face) in rows.Zip(earlier.Faces))
            (row.Drawn, row.PersonId) = (face.Drawn, SaidFaces.PersonOf(face.Drawn, face.Box, face.PersonId, earlier.Said));
        return rows;
    }

    private Visited Visit(PhotoReading reading, bool isSecondLookDue, IReadOnlyList<Face> faces, Earlier earlier) => new(
        reading.WidthPx, reading.HeightPx, reading.TakenAt, reading.Camera, reading.Measures, reading.PerceptualHash, isSecondLookDue,
        Panels.Find(reading.Small, [.. faces.Select(face => PanelFace.Of(face.Box, face.Embedding, face.Quality,
            (double)reading.Small.WidthPx / reading.WidthPx))], models.Clustering.OnePersonFrom()),
        faces, [.. earlier.Faces.Select(face => face.Id)]);

    private async Task<List<Face>> ReadSmallAsync(Photo photo, IReadOnlyList<FaceBox> known, CancellationToken ct)
    {
        using var decoded = await visitor.DecodeCloserAsync(wedding, photo, ct);
        return RowsOf(photo, decoded.Pixels, await reader.ReadSmallAsync(decoded.Pixels, known, ct));
    }

    private Task<Photo> ChangeAsync(int photoId, Action<Photo> change) => store.WriteAsync(async db =>
    {
        var row = await db.Photos.SingleAsync(photo => photo.Id == photoId);
        change(row);
        await db.SaveChangesAsync();
        return row;
    }, CancellationToken.None);

    /// <param name="Faces">All of them.</param>
    /// <param name="Said">Those that users spoke of; with the drawn ones they must be there again, found or not.</param>
    /// <param name="ArePlacesKnown">The models of now would find the same faces in the same places.</param>
    private readonly record struct Earlier(IReadOnlyList<Face> Faces, IReadOnlyList<KeptFace> Said, bool ArePlacesKnown);

    /// <summary>What a visit leaves when the raster is gone.</summary>
    private sealed record Visited(
        int WidthPx, int HeightPx, DateTime? TakenAt, CameraIdentity? Camera, PhotoMeasures Measures, long PerceptualHash,
        bool SecondLookDue, float[] Panels, IReadOnlyList<Face> Faces, IReadOnlyList<int> Replaces);
}
