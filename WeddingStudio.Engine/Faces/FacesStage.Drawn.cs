using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Photos;

namespace WeddingStudio.Engine.Faces;

/// <summary>A face that no detector found, drawn into its photo by a user.</summary>
/// <param name="FaceId">Null when there is none; then <paramref name="Why"/> says in words for the page why not.</param>
public readonly record struct DrawnFace(int? FaceId, string Why = "");

public sealed partial class FacesStage
{
    /// <summary>Reads points, embedding and measures of the face in a box, as of any other face. Whose it is is said apart from this.</summary>
    /// <param name="share">In shares 0..1 of the photo's width and height.</param>
    public async Task<DrawnFace> DrawAsync(string weddingId, int photoId, FaceBox share, CancellationToken ct)
    {
        var photo = await store.ReadAsync(db => db.Photos.Where(p => p.WeddingId == weddingId && p.Id == photoId).SingleOrDefaultAsync(ct), ct);
        if (photo is not { State: PhotoState.Ready, ContentHash: not null })
            return new(null, photo is null ? "That photo is not there any more." : "That photo is being read at the moment. Try again in a minute.");
        var box = FaceKey.Clip(new FaceBox(share.X1 * photo.WidthPx, share.Y1 * photo.HeightPx, share.X2 * photo.WidthPx, share.Y2 * photo.HeightPx), photo.WidthPx, photo.HeightPx);
        if (!(Math.Min(box.WidthPx, box.HeightPx) >= FaceReader.SmallestEmbeddedPx))
            return new(null, $"That is too small: a face needs {FaceReader.SmallestEmbeddedPx} pixels of the photo each way to be told from others.");

        var there = (await store.ReadAsync(db => db.Faces.Where(f => f.PhotoId == photoId).ToListAsync(ct), ct)).MaxBy(face => face.Box.IoU(box));
        if (there is not null && there.Box.IoU(box) >= AnchorMatcher.MinIoU)
            return there.PersonId is null ? new(there.Id) : new(null, "This face has been found already: tap its frame to see who it is.");
        return await ReadDrawnAsync(photo, box);
    }

    private async Task<DrawnFace> ReadDrawnAsync(Photo photo, FaceBox box)
    {
        try
        {
            var wedding = await store.ReadAsync(db => db.Weddings.SingleAsync(w => w.Id == photo.WeddingId), CancellationToken.None);
            var models = library.Choose();
            var reader = FaceReader.Open(models, sessions, options.Value);
            var visit = new PhotoVisit(store, paths, visitor, reader, models, wedding, new SaidFaces(store, photo.WeddingId), first);
            return new(await Task.Run(() => visit.DrawAsync(photo, box)));
        }
        catch (Exception unreadable) when (unreadable is PhotoProblemException or PhotoFolderException or ModelPackException or DeviceException or IOException)
        {
            return new(null, $"The face could not be read: {unreadable.Message}");
        }
    }
}
