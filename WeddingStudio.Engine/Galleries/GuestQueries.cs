using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Galleries;

internal static class GuestQueries
{
    /// <summary>The person's photos that guests may see: ready, with a face of theirs, neither never-shown nor kept from guests.</summary>
    public static IQueryable<Photo> PhotosShownTo(this StudioDb db, Person person) =>
        db.Photos.Where(photo => photo.WeddingId == person.WeddingId && photo.State == PhotoState.Ready
            && db.Faces.Any(f => f.PhotoId == photo.Id && f.PersonId == person.Id)
            && !db.PhotoRules.Any(r => r.WeddingId == person.WeddingId && r.PhotoId == photo.Id
                && (r.PersonId == null || r.PersonId == person.Id)
                && (r.Kind == PhotoRuleKind.NeverShow || r.Kind == PhotoRuleKind.KeptFromGuests)));

    /// <summary>Follows merges to the person who is left; null when there is none.</summary>
    public static async Task<Person?> ResolvePersonAsync(this StudioDb db, string weddingId, int personId, CancellationToken ct)
    {
        var seen = new HashSet<int>();
        for (int? id = personId; id is { } next && seen.Add(next);)
        {
            var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.WeddingId == weddingId && p.Id == next, ct);
            if (person is null or { RedirectToId: null })
                return person;
            id = person.RedirectToId;
        }

        return null;
    }
}
