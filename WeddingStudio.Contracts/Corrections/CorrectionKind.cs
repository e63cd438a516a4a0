namespace WeddingStudio.Contracts;

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
