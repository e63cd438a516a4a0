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
    FaceDrawn,
    Undone,
    Redone,
}

/// <summary>A place in a photo that survives re-grouping, re-detection and another model. Box null = the whole photo.</summary>
public sealed record Anchor(string ContentHash, FaceBox? Box);

/// <summary>
/// What a user says, before it is a journal row. People by id, faces and photos by row id; the journal turns them into anchors.
/// </summary>
/// <param name="Kind">What is said.</param>
/// <param name="PersonIds">Named, Hidden: the person. Merged: all that are one person. Split, Moved: from, [to]. AlwaysShow, NeverShow: for whom.</param>
/// <param name="FaceIds">Split, Moved, NotThisPerson, NotAFace, SamePerson, DifferentPeople: the faces meant.</param>
/// <param name="PhotoIds">AlwaysShow, NeverShow, KeptFromGuests: the photos meant.</param>
public sealed record Statement(
    CorrectionKind Kind,
    IReadOnlyList<int> PersonIds,
    IReadOnlyList<int> FaceIds,
    IReadOnlyList<int> PhotoIds)
{
    /// <summary>Named: the new name and role (null or empty clears them).</summary>
    public string? Name { get; init; }
    public string? Role { get; init; }

    /// <summary>Hidden, AlwaysShow, NeverShow, KeptFromGuests: false takes the flag back.</summary>
    public bool On { get; init; } = true;
}

/// <summary>Whether a statement was taken. Message says what happened or why not, in words for the page.</summary>
/// <param name="NewPersonId">The person a Split or Move made, else null.</param>
public sealed record CorrectionOutcome(bool Accepted, string Message, int? NewPersonId = null);
