using WeddingStudio.Engine.Corrections;

namespace WeddingStudio.Engine.People.Fold;

/// <summary>
/// Two faces in one photo are two people unless a user says otherwise, or the base has both in one group: then they are of two exposures
/// (booth strip, collage). A statement of old that meets a new base can break this. Faces a user placed stay (mirror, screen, poster), a
/// face that was only grouped becomes somebody of its own.
/// </summary>
internal static class SamePhotoRule
{
    /// <summary>Changes <paramref name="unitOf"/> and returns the next Person.Id to give out.</summary>
    public static int Part(
        IReadOnlyList<FoldFace> faces, Dictionary<int, int> unitOf, HashSet<int> placed, PersonLinks links,
        IReadOnlyDictionary<int, int> basePersons, int nextPersonId)
    {
        var twice = Twice(faces, unitOf, links);
        if (twice.Count == 0)
            return nextPersonId;
        var unitSizes = unitOf.Values.CountBy(unit => unit).ToDictionary();
        var toPart = faces.Where(f => twice.Contains(InPhoto(f, unitOf, links))).GroupBy(f => InPhoto(f, unitOf, links))
            .SelectMany(group => Superfluous([.. group], unitOf, placed, basePersons, unitSizes))
            .OrderBy(f => f.Key, StringComparer.Ordinal)
            .ToList();
        if (toPart.Count == 0)
            return nextPersonId;

        // Somebody parted before keeps their number as long as it means nobody else, and meant nobody else.
        HashSet<int> taken = [.. basePersons.Values, .. links.Units, .. unitOf.Values];
        taken.UnionWith(faces.Where(f => f.PersonId is not null).CountBy(f => f.PersonId!.Value).Where(p => p.Value > 1)
            .Select(p => p.Key));
        foreach (var face in toPart)
        {
            var id = face.PersonId is { } earlier && earlier < nextPersonId && taken.Add(earlier) ? earlier : nextPersonId++;
            unitOf[face.Id] = id;
            taken.Add(id);
        }

        return nextPersonId;
    }

    private static (int PersonId, int PhotoId) InPhoto(FoldFace face, Dictionary<int, int> unitOf, PersonLinks links) =>
        (links.PersonOf(unitOf[face.Id]), face.PhotoId);

    private static HashSet<(int PersonId, int PhotoId)> Twice(IReadOnlyList<FoldFace> faces, Dictionary<int, int> unitOf, PersonLinks links)
    {
        HashSet<(int, int)> twice = [];
        var once = new HashSet<(int PersonId, int PhotoId)>(faces.Count);
        foreach (var face in faces)
        {
            if (InPhoto(face, unitOf, links) is var place && place.PersonId != Anchor.Nobody && !once.Add(place))
                twice.Add(place);
        }

        return twice;
    }

    private static IEnumerable<FoldFace> Superfluous(
        IReadOnlyList<FoldFace> together, Dictionary<int, int> unitOf, HashSet<int> placed, IReadOnlyDictionary<int, int> basePersons,
        Dictionary<int, int> unitSizes)
    {
        var grouped = together.Where(f => !placed.Contains(f.Id))
            .OrderByDescending(f => unitSizes[unitOf[f.Id]]).ThenBy(f => unitOf[f.Id]).ThenBy(f => f.Key, StringComparer.Ordinal).ToList();
        var staying = together.Where(f => placed.Contains(f.Id)).ToList();
        if (staying.Count == 0)
            staying = grouped[..1];
        var groups = staying.Select(GroupOf).Where(group => group != Anchor.Nobody).ToHashSet();
        return grouped.Where(f => !staying.Contains(f) && !groups.Contains(GroupOf(f)));

        int GroupOf(FoldFace face) => basePersons.GetValueOrDefault(face.Id, Anchor.Nobody);
    }
}
