using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.People.Grouping;

namespace WeddingStudio.Engine.People.Fold;

/// <summary>A face of a new base that wants a Person.Id.</summary>
public readonly record struct FaceToNumber(int FaceId, string Key, int PhotoId, string PhotoPath, FaceBox Box, int Group);

/// <summary>Face.Id to Person.Id (or <see cref="BaseGrouping.Nobody"/>) of its base group, and the next id to give out.</summary>
public sealed record NumberedBase(IReadOnlyDictionary<int, int> PersonOf, int NextPersonId);

/// <summary>
/// Gives the groups of a new base their Person.Ids. A group keeps the id that more than half of an earlier person's faces
/// bring along; if several people come together in one group, then as in a merge: the named, else the larger, else the lower
/// id. Others get new ids by photo count, then first photo_id, then place in that photo.
///
/// Until a first analysis has ended, groups are provisional: they show what is known so far, and how often and when they were
/// made depends on the machine's speed and on interruptions. So the first final base numbers everybody afresh from 1 as if
/// there had been none before. Only people somebody spoke of (a live correction, a guest's link) keep their id, and ids that
/// any correction or link mentions are left out, so that none of them ever leads to somebody else.
/// </summary>
public static partial class PersonNumbers
{
    /// <summary>Numbers for a base made while photos are still being read, or after the first final one.</summary>
    /// <param name="faces">All faces.</param>
    /// <param name="earlier">The people so far.</param>
    /// <param name="linked">People guests' links lead to: where several come together, a link goes on leading there.</param>
    public static NumberedBase Continue(IReadOnlyList<FaceToNumber> faces, FoldedPeople earlier, IReadOnlySet<int> linked) =>
        Number(faces, Kept(faces, earlier, _ => true, linked), new HashSet<int>(), earlier.NextPersonId);

    /// <summary>Numbers for the first final base.</summary>
    /// <param name="faces">All faces.</param>
    /// <param name="earlier">The provisional people.</param>
    /// <param name="keepable">Ids people somebody spoke of have now.</param>
    /// <param name="reserved">Ids that any correction or link mentions, also those taken back.</param>
    public static NumberedBase Afresh(
        IReadOnlyList<FaceToNumber> faces, FoldedPeople earlier, IReadOnlySet<int> keepable, IReadOnlySet<int> reserved)
    {
        var numbered = Number(faces, Kept(faces, earlier, keepable.Contains, keepable), reserved, 1);
        return numbered with { NextPersonId = Math.Max(numbered.NextPersonId, reserved.DefaultIfEmpty().Max() + 1) };
    }

    private static NumberedBase Number(IReadOnlyList<FaceToNumber> faces, Dictionary<int, int> idOf, IReadOnlySet<int> reserved, int next)
    {
        var taken = idOf.Values.Concat(reserved).ToHashSet();
        foreach (var group in InOrder(faces).Where(group => !idOf.ContainsKey(group)))
        {
            while (taken.Contains(next))
                next++;
            idOf[group] = next++;
        }

        var personOf = faces.ToDictionary(f => f.FaceId, f => f.Group == BaseGrouping.Nobody ? BaseGrouping.Nobody : idOf[f.Group]);
        return new NumberedBase(personOf, Math.Max(next, idOf.Values.DefaultIfEmpty().Max() + 1));
    }

    private static IEnumerable<int> InOrder(IReadOnlyList<FaceToNumber> faces) =>
        faces.Where(f => f.Group != BaseGrouping.Nobody).GroupBy(f => f.Group)
            .Select(group => (Id: group.Key, Photos: group.Select(f => f.PhotoId).Distinct().Count(), First: group.Min(FirstSeen)!))
            .OrderByDescending(group => group.Photos).ThenBy(group => group.First)
            .Select(group => group.Id);

    private static Place FirstSeen(FaceToNumber face) => new(face.PhotoPath, face.Box, face.Key);

    private static Dictionary<int, int> Kept(
        IReadOnlyList<FaceToNumber> faces, FoldedPeople earlier, Func<int, bool> keepable, IReadOnlySet<int> linked)
    {
        var known = faces.Select(f => (Face: f, Unit: earlier.UnitOf.GetValueOrDefault(f.FaceId, BaseGrouping.Nobody)))
            .Where(f => f.Unit != BaseGrouping.Nobody).ToList();
        var facesOfUnit = known.CountBy(f => f.Unit).ToDictionary();
        var claims = from f in known
                     where f.Face.Group != BaseGrouping.Nobody
                     group f by (f.Face.Group, f.Unit) into shared
                     let count = shared.Count()
                     where 2 * count > facesOfUnit[shared.Key.Unit] && keepable(shared.Key.Unit)
                     select (shared.Key.Group, shared.Key.Unit, Count: count);
        // Also those that belong to nobody yet: a user may have parted them when their photo was read before.
        var facesOf = faces.ToLookup(f => f.Group, f => f.FaceId);
        return claims.Where(claim => !JoinsParted(claim.Unit, facesOf[claim.Group], earlier))
            .GroupBy(claim => claim.Group)
            .ToDictionary(group => group.Key, group => group
                .OrderByDescending(claim => Named(claim.Unit, earlier)).ThenByDescending(claim => linked.Contains(claim.Unit))
                .ThenByDescending(claim => claim.Count).ThenBy(claim => claim.Unit)
                .First().Unit);
    }

    // Faces nobody placed go where their group's id goes; that may not be the person a user parted them from. Nor may it for
    // faces that were placed by something else that was said, for that may be taken back.
    private static bool JoinsParted(int unit, IEnumerable<int> faces, FoldedPeople earlier)
    {
        var person = earlier.Redirects.GetValueOrDefault(unit, unit);
        return faces.Any(face => earlier.PartedFromUnits.Contains((face, unit)) || earlier.PartedFaces.Contains((face, person))
            || (!earlier.Placed.Contains(face) && earlier.Parted.Contains((earlier.PersonOf[face], person))));
    }

    private static bool Named(int unit, FoldedPeople earlier) => earlier.Find(unit)?.Name is not null;

    private sealed record Place(string Path, FaceBox Box, string Key) : IComparable<Place>
    {
        public int CompareTo(Place? other) => other is null ? 1
            : string.CompareOrdinal(Path, other.Path) is not 0 and var byPath ? byPath
            : (Box.X1, Box.Y1, Box.X2, Box.Y2).CompareTo((other.Box.X1, other.Box.Y1, other.Box.X2, other.Box.Y2)) is not 0 and var byBox
            ? byBox
            : string.CompareOrdinal(Key, other.Key);
    }
}
