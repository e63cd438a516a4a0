using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.People;

internal static class PersonQueries
{
    /// <summary>Follows merges to the person who is left; null when there is none.</summary>
    public static async Task<Person?> ResolvePersonAsync(this StudioDb db, WeddingId weddingId, int personId, CancellationToken ct)
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
