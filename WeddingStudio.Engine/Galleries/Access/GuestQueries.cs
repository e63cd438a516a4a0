using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Galleries.Access;

internal static class GuestQueries
{
    /// <summary>The person's photos that guests may see: ready, with a face of theirs, neither never-shown nor kept from guests.</summary>
    public static IQueryable<Photo> PhotosShownTo(this StudioDb db, Person person) =>
        db.Photos.Where(photo => photo.WeddingId == person.WeddingId && photo.State == PhotoState.Ready
            && db.Faces.Any(f => f.WeddingId == person.WeddingId && f.PersonId == person.Id && f.PhotoId == photo.Id)
            && !db.PhotoRules.Any(r => r.WeddingId == person.WeddingId && r.PhotoId == photo.Id
                && (r.PersonId == null || r.PersonId == person.Id)
                && (r.Kind == PhotoRuleKind.NeverShow || r.Kind == PhotoRuleKind.KeptFromGuests)));
}
