using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Inference.Devices;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Words;

namespace WeddingStudio.Engine.Visits;

/// <summary>A face that no detector found, drawn into its photo by a user.</summary>
/// <param name="FaceId">Null when there is none; then <paramref name="Why"/> says why not.</param>
/// <param name="IsNew">It was read just now; else it had been found or drawn before and belonged to nobody.</param>
public readonly record struct DrawnFace(int? FaceId, Message? Why = null, bool IsNew = false);

public sealed partial class FacesStage
{
    /// <summary>
    /// Reads points, embedding and measures of the face in a box, as of any other face. Whose it is is said apart from this.
    /// </summary>
    /// <param name="share">In shares 0..1 of the photo's width and height.</param>
    public async Task<DrawnFace> DrawAsync(WeddingId weddingId, int photoId, PhotoShare share, CancellationToken ct)
    {
        var photo = await store.ReadAsync(
            db => db.Photos.Where(p => p.WeddingId == weddingId && p.Id == photoId).SingleOrDefaultAsync(ct), ct);
        if (photo is not { State: PhotoState.Ready, ContentHash: not null })
            return new(null, photo is null ? new("People.PhotoGone")
                : photo is { State: PhotoState.Problem or PhotoState.Gone, Problem: { } problem } ? new("People.PhotoProblem", problem.Told)
                : new("People.PhotoNotRead"));
        var box = FaceKey.Clip(new FaceBox(share.Left * photo.WidthPx, share.Top * photo.HeightPx, share.Right * photo.WidthPx,
            share.Bottom * photo.HeightPx), photo.WidthPx, photo.HeightPx);
        if (!(Math.Min(box.WidthPx, box.HeightPx) >= FaceReader.SmallestEmbeddedPx))
            return new(null, new("People.FaceTooSmall", FaceReader.SmallestEmbeddedPx));

        var faces = await store.ReadAsync(db => db.Faces.Where(f => f.PhotoId == photoId).ToListAsync(ct), ct);
        return KnownFace(faces, box) ?? await ReadDrawnAsync(photo, box);
    }

    /// <summary>Takes back what was drawn when nothing was then said of it.</summary>
    public Task ForgetDrawnAsync(int faceId) => store.WriteAsync(
        db => db.Faces.Where(face => face.Id == faceId && face.Drawn && face.PersonId == null).ExecuteDeleteAsync(),
        CancellationToken.None);

    private static DrawnFace? KnownFace(IEnumerable<Face> faces, FaceBox box) => faces.MaxBy(face => face.Box.IoU(box)) is { } there
        && there.Box.IoU(box) >= AnchorMatcher.MinIoU
        ? there.PersonId is null ? new(there.Id) : new(null, new("People.FaceFoundAlready"))
        : null;

    private async Task<DrawnFace> ReadDrawnAsync(Photo photo, FaceBox box)
    {
        try
        {
            var wedding = await store.ReadAsync(db => db.Weddings.SingleAsync(w => w.Id == photo.WeddingId), CancellationToken.None);
            var models = library.Choose();
            if (photo.Pack != models.Fingerprint)
                return new(null, new("People.PhotoReadFirst"));
            var visit = VisitOf(wedding, models, FaceReader.Open(models, sessions, options.Value));
            var row = await Task.Run(() => visit.ReadDrawnAsync(photo, box, CancellationToken.None));
            return await store.WriteAsync<DrawnFace>(async db =>
            {
                // The frame was loose, or the same face has come from elsewhere meanwhile.
                if (KnownFace(await db.Faces.Where(f => f.PhotoId == photo.Id).ToListAsync(), row.Box) is { } there)
                    return there;
                db.Faces.Add(row);
                await db.SaveChangesAsync();
                return new(row.Id, IsNew: true);
            }, CancellationToken.None);
        }
        catch (Exception unreadable) when (unreadable is PhotoProblemException or NetVips.VipsException or PhotoFolderException
            or ModelPackException
            or DeviceException or IOException or UnauthorizedAccessException)
        {
            return new(null, new("People.FaceNotRead", unreadable is ToldException told ? told.Told : unreadable.Message));
        }
    }
}
