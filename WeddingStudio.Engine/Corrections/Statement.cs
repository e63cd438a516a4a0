using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Corrections;

public enum CorrectionKind
{
    Named,
    Merged,
    Split,
    Moved,
    NotThisPerson,
    NotAFace,
    SamePerson,
    DifferentPeople,
    Hidden,
    AlwaysShow,
    NeverShow,
    KeptFromGuests,

    /// <summary>Show another photo instead of this one: it comes only when no other is left.</summary>
    SetAside,
    FaceDrawn,
    Undone,
    Redone,
}

/// <summary>A place in a photo that survives re-grouping, re-detection and another model. Box null = the whole photo.</summary>
/// <param name="ContentHash">SHA-256 of the photo's file.</param>
/// <param name="Box">The face, in pixels of the upright full-size photo.</param>
/// <param name="PersonId">The person the statement puts this face in (<see cref="Nobody"/>: it is no face); null: it only helps to find somebody again.</param>
public sealed record Anchor(string ContentHash, FaceBox? Box, int? PersonId = null)
{
    public const int Nobody = -1;
}

/// <summary>
/// What a user says, before it is a journal row. People by id, faces and photos by row id; the journal turns them into anchors.
/// </summary>
/// <param name="Kind">What is said.</param>
/// <param name="PersonIds">Named, Hidden, NotThisPerson: the person. Merged: all that are one person. Split, Moved: from, [to; none = somebody new].
/// AlwaysShow, NeverShow, SetAside: for whom (nobody named = for everybody). FaceDrawn: [whose face].</param>
/// <param name="FaceIds">Split, Moved, NotThisPerson, NotAFace, SamePerson, DifferentPeople, FaceDrawn: the faces meant. Named, Merged, Hidden: optional, a
/// face of each person as the page showed them; the statement is refused when it has moved to somebody else since.</param>
/// <param name="PhotoIds">AlwaysShow, NeverShow, KeptFromGuests, SetAside: the photos meant.</param>
public sealed record Statement(
    CorrectionKind Kind,
    IReadOnlyList<int> PersonIds,
    IReadOnlyList<int> FaceIds,
    IReadOnlyList<int> PhotoIds)
{
    /// <summary>Named: the new name and role (null or empty clears them).</summary>
    public string? Name { get; init; }
    public string? Role { get; init; }

    /// <summary>Hidden, AlwaysShow, NeverShow, KeptFromGuests, SetAside: false takes the flag back.</summary>
    public bool On { get; init; } = true;

    /// <summary>The page showed provisional numbers. Once they are final such a statement is refused: its people may have others.</summary>
    public bool Provisional { get; init; }
}

/// <summary>Whether a statement was taken. Message says what happened or why not, in words for the page.</summary>
/// <param name="NewPersonId">The person a Split or Move made, else null.</param>
public sealed record CorrectionOutcome(bool Accepted, string Message, int? NewPersonId = null);
