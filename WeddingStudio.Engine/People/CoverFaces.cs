using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.People.Fold;

namespace WeddingStudio.Engine.People;

/// <summary>The face on a person's tile: the best one that looks at us.</summary>
internal static class CoverFaces
{
    /// <summary>A head turned or tilted further than this is no portrait; the 98 points still fit well within it.</summary>
    private const double FrontalYawDegrees = 25;
    private const double FrontalPitchDegrees = 20;

    private sealed record Candidate(
        int Id, string Key, int PersonId, double Quality, double YawDegrees, double PitchDegrees, double WidthPx)
    {
        public bool Frontal => Math.Abs(YawDegrees) <= FrontalYawDegrees && Math.Abs(PitchDegrees) <= FrontalPitchDegrees;
    }

    /// <summary>CoverFaces of all whose faces changed or who have none yet: Person.Id to Face.Id.</summary>
    public static async Task<IReadOnlyDictionary<int, int>> ChooseAsync(
        StudioDb db, PeopleState state, FoldedPeople people, HashSet<int> changed, IReadOnlyDictionary<int, Person> rows,
        IReadOnlyList<int> among, CancellationToken ct)
    {
        var wanted = among.Where(id => changed.Contains(id) || !HasCover(id)).ToList();
        if (wanted.Count == 0)
            return new Dictionary<int, int>();
        var candidates = await db.Faces.Where(f => f.WeddingId == state.Wedding.Id && wanted.Contains(f.PersonId!.Value))
            .Select(f => new Candidate(f.Id, f.Key, f.PersonId!.Value, f.Quality, f.Measures.YawDegrees, f.Measures.PitchDegrees,
                f.Box.X2 - f.Box.X1))
            .ToListAsync(ct);
        return candidates.Where(c => people.PersonOf.ContainsKey(c.Id)).GroupBy(c => c.PersonId)
            .ToDictionary(group => group.Key, group => group
                .OrderByDescending(c => c.Frontal).ThenByDescending(c => c.Quality).ThenByDescending(c => c.WidthPx)
                .ThenBy(c => c.Key, StringComparer.Ordinal)
                .First().Id);

        bool HasCover(int id) => rows.GetValueOrDefault(id)?.CoverFaceId is { } cover && people.PersonOfFace(cover)?.Id == id;
    }
}
