using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.People.Suggestions;

namespace WeddingStudio.Engine.Hosting.Desks.People;

/// <summary>What the People page may ask its user, with the faces to judge by.</summary>
public sealed class QuestionDesk(StudioStore store, PeopleSuggestions suggestions)
{
    public async Task<IReadOnlyList<QuestionView>> OfAsync(WeddingId weddingId, CancellationToken ct)
    {
        var found = await suggestions.OfAsync(weddingId, ct);
        if (found.Count == 0)
            return [];
        int[] faceIds = [.. found.SelectMany(s => s.FirstFaces.Concat(s.SecondFaces)).Distinct()];
        return await store.ReadAsync(async db =>
        {
            var people = await db.People.Where(p => p.WeddingId == weddingId && p.RedirectToId == null).ToDictionaryAsync(p => p.Id, ct);
            var keys = await db.Faces.Where(f => f.WeddingId == weddingId && EF.Parameter(faceIds).Contains(f.Id))
                .ToDictionaryAsync(f => f.Id, f => f.Key, ct);

            // Somebody may have said something since; what is asked about is there, and whoever was hidden is no reason either.
            return found.Where(s => people.ContainsKey(s.FirstId) && people.ContainsKey(s.SecondId)).Select(s => new QuestionView(
                Of(s.FirstId, s.FirstFaces), Of(s.SecondId, s.SecondFaces),
                s.Reason(id => people.GetValueOrDefault(id) is { Hidden: false } other ? other.Name : null), s.Photos)).ToList();

            QuestionedPerson Of(int id, IReadOnlyList<int> faces) => new(id, people[id].Name, people[id].PhotoCount,
                [.. faces.Where(keys.ContainsKey).Select(face => new QuestionedFace(face, MediaUrls.Face(weddingId, keys[face])))]);
        }, ct);
    }
}
