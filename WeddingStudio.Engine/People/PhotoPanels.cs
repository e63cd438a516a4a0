using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;

namespace WeddingStudio.Engine.People;

/// <summary>Which of the pictures a photo is put together from each face is in.</summary>
internal sealed class PhotoPanels
{
    private readonly record struct Composed(float[] Panels, int WidthPx, int HeightPx);

    private readonly Dictionary<int, Composed> _composed;

    private PhotoPanels(Dictionary<int, Composed> composed) => _composed = composed;

    public static async Task<PhotoPanels> LoadAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        float[] none = [];
        return new PhotoPanels(await db.Photos.Where(p => p.WeddingId == weddingId && p.Panels != none)
            .ToDictionaryAsync(p => p.Id, p => new Composed(p.Panels, p.WidthPx, p.HeightPx), ct));
    }

    /// <summary>0 for all faces of a photo that is one picture.</summary>
    public int Of(int photoId, FaceBox face) =>
        _composed.TryGetValue(photoId, out var photo) ? Panels.At(photo.Panels, face.CentreX / photo.WidthPx, face.CentreY / photo.HeightPx)
            : 0;
}
