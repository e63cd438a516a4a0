using WeddingStudio.Engine.People.Grouping;

namespace WeddingStudio.Engine.People.Fold;

/// <summary>Numbers after photos came later.</summary>
public static partial class PersonNumbers
{
    /// <summary>
    /// Whoever stood keeps faces and id, a group of new faces joins who it is most like or is somebody new, and people nobody spoke
    /// of become one with who a new face showed them to be; none of it against what a user said.
    /// </summary>
    /// <param name="faces">All faces; the group is what they and those that stood came to.</param>
    /// <param name="earlier">The people so far; somebody new at a checkpoint keeps their id at the next.</param>
    /// <param name="standing">The people that stood, and who a user said new faces are.</param>
    /// <param name="baseOf">Face.Id to Person.Id of the base that stood.</param>
    /// <param name="settled">People somebody spoke of.</param>
    public static NumberedBase Extend(
        IReadOnlyList<FaceToNumber> faces, FoldedPeople earlier, FoldedPeople standing, IReadOnlyDictionary<int, int> baseOf,
        IReadOnlySet<int> settled)
    {
        var unitsOf = faces.Where(f => f.Group != BaseGrouping.Nobody && standing.UnitOf[f.FaceId] != BaseGrouping.Nobody)
            .GroupBy(f => f.Group).ToDictionary(group => group.Key, group => group.CountBy(f => standing.UnitOf[f.FaceId]).ToDictionary());
        var idOf = unitsOf.ToDictionary(group => group.Key, group => group.Value
            .OrderByDescending(unit => settled.Contains(unit.Key)).ThenByDescending(unit => unit.Value)
            .ThenBy(unit => unit.Key).First().Key);
        foreach (var group in faces.GroupBy(f => f.Group).Where(group => idOf.ContainsKey(group.Key)))
        {
            if (JoinsParted(idOf[group.Key],
                group.Where(f => Place(f) != idOf[group.Key]).Select(f => f.FaceId).Where(id => !standing.Placed.Contains(id)), earlier))
                idOf.Remove(group.Key);
        }

        FaceToNumber[] fresh = [.. faces.Where(f => !baseOf.ContainsKey(f.FaceId))];
        var known = standing.UnitOf.Values.Concat(baseOf.Values).ToHashSet();
        foreach (var (group, id) in Kept([.. fresh.Where(f => !idOf.ContainsKey(f.Group))], earlier,
            unit => !known.Contains(unit), settled))
            idOf[group] = id;
        var numbered = Number(fresh, idOf, new HashSet<int>(), earlier.NextPersonId);
        return OneOfAPhoto(faces, numbered,
            face => baseOf.ContainsKey(face.FaceId) ? (Place(face), Stays(face)) : (null, numbered.PersonOf[face.FaceId]));

        int Place(FaceToNumber face) => baseOf.GetValueOrDefault(face.FaceId, BaseGrouping.Nobody);

        int Stays(FaceToNumber face)
        {
            var (unit, own) = (standing.UnitOf[face.FaceId], Place(face));
            // Not placed, yet elsewhere than in the base: parted from somebody in the same photo, and so it stays with who came to it.
            var parted = unit != own && unit != BaseGrouping.Nobody && !standing.Placed.Contains(face.FaceId);
            var joined = unit == own && !settled.Contains(own) && own != BaseGrouping.Nobody;
            return (parted || joined) && idOf.TryGetValue(face.Group, out var id) ? id : own;
        }
    }

    /// <summary>
    /// Also a face that a user took from somebody keeps others of its photo from them, for what was said may be taken back; but not those
    /// of its own group, which are it again in another exposure.
    /// </summary>
    /// <param name="going">From a face to who it was in the base (null: to nobody yet) and who it would become.</param>
    private static NumberedBase OneOfAPhoto(
        IReadOnlyList<FaceToNumber> faces, NumberedBase numbered, Func<FaceToNumber, (int? Was, int Becomes)> going)
    {
        var next = numbered.NextPersonId;
        Dictionary<(int PhotoId, int PersonId), int> taken = [];
        Dictionary<int, int> personOf = [];
        foreach (var (face, was, becomes) in faces.Select(face => (face, going(face).Was, going(face).Becomes))
            .OrderByDescending(f => f.Was == f.Becomes))
        {
            var free = becomes == BaseGrouping.Nobody || taken.GetValueOrDefault((face.PhotoId, becomes), face.Group) == face.Group;
            personOf[face.FaceId] = free ? becomes : was ?? next++;
            taken.TryAdd((face.PhotoId, personOf[face.FaceId]), face.Group);
        }

        return new NumberedBase(personOf, next);
    }
}
