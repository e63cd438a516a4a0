namespace WeddingStudio.Contracts;

/// <summary>
/// What a user says, before it is a journal row. People by id, faces and photos by row id; the journal turns them into anchors.
/// </summary>
/// <param name="Kind">What is said.</param>
/// <param name="PersonIds">Named, Hidden, NotThisPerson: the person. Merged: all that are one person.
/// Split, Moved: from, [to; none = somebody new].
/// AlwaysShow, NeverShow, SetAside: for whom (nobody named = for everybody). FaceDrawn: [whose face].</param>
/// <param name="FaceIds">Split, Moved, NotThisPerson, NotAFace, SamePerson, DifferentPeople, FaceDrawn: the faces meant. Named, Merged,
/// Hidden: optional, a face of each person as the page showed them; the statement is refused when
/// it has moved to somebody else since.</param>
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
