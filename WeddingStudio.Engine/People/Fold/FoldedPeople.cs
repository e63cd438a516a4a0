using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.People.Fold;

/// <summary>A face as the fold sees it: where it is, never what it looks like.</summary>
/// <param name="PersonId">The person it belonged to after the last fold, null for none.</param>
/// <param name="Drawn">There only as long as a statement says whose it is.</param>
public sealed record FoldFace(int Id, string Key, int PhotoId, string ContentHash, FaceBox Box, int? PersonId, bool Drawn = false);

/// <summary>A person with at least one face.</summary>
public sealed record FoldedPerson(int Id, string? Name, string? Role, bool Hidden, IReadOnlyList<FoldFace> Faces);

/// <summary>A photo rule that holds now, for one person or (null) for everybody.</summary>
public readonly record struct FoldedRule(int PhotoId, int? PersonId, PhotoRuleKind Kind);

/// <summary>A face or photo somebody spoke of that is not there now; the statement lives on and applies again when it is.</summary>
public readonly record struct LostAnchor(int Seq, Anchor Anchor);

/// <summary>The people of a wedding at one moment: what journal and base partition come to.</summary>
public sealed record FoldedPeople
{
    /// <summary>
    /// Face.Id to unit: the group the base or a statement put the face in, before merges. Merges join units into people, so
    /// that taking a merge back, or a new base, finds each unit again. <see cref="Anchor.Nobody"/> for none.
    /// </summary>
    public required IReadOnlyDictionary<int, int> UnitOf { get; init; }

    /// <summary>Face.Id to Person.Id, <see cref="Anchor.Nobody"/> for none.</summary>
    public required IReadOnlyDictionary<int, int> PersonOf { get; init; }

    /// <summary>Faces that a live statement put where they are.</summary>
    public required IReadOnlySet<int> Placed { get; init; }

    public required IReadOnlyDictionary<int, FoldedPerson> People { get; init; }

    /// <summary>Ids that were merged away, to whom they lead.</summary>
    public required IReadOnlyDictionary<int, int> Redirects { get; init; }

    public required IReadOnlySet<FoldedRule> Rules { get; init; }

    /// <summary>(a, b): by a live statement, faces of person a must not become person b.</summary>
    public required IReadOnlySet<(int From, int To)> Parted { get; init; }

    /// <summary>(face, b): the same for faces the person had when that was said, wherever a new base put them since.</summary>
    public required IReadOnlySet<(int FaceId, int To)> PartedFaces { get; init; }

    /// <summary>The same by unit, whatever else was said of faces and units since: a merge that hides it may be taken back.</summary>
    public required IReadOnlySet<(int FaceId, int Unit)> PartedFromUnits { get; init; }

    public required IReadOnlyList<LostAnchor> Lost { get; init; }

    /// <summary>The next Person.Id to give out.</summary>
    public required int NextPersonId { get; init; }

    /// <summary>The person with this id, or whom they were merged into; null when there is no such person.</summary>
    public FoldedPerson? Find(int personId) => People.GetValueOrDefault(Redirects.GetValueOrDefault(personId, personId));

    /// <summary>The person of a face; null for none.</summary>
    public FoldedPerson? PersonOfFace(int faceId) =>
        PersonOf.TryGetValue(faceId, out var id) ? People.GetValueOrDefault(id) : null;
}
