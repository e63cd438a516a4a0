namespace WeddingStudio.Engine.Data;

/// <summary>Why a file did not become a photo. Stored by name: names stay.</summary>
public enum PhotoProblemKind
{
    /// <summary>It was there once; the photo is as it was as soon as it is back.</summary>
    Gone,

    /// <summary>It is a link or lies behind one.</summary>
    Link,

    /// <summary>Nobody has looked at what lies there now, so nobody gets it.</summary>
    Another,
    CannotBeOpened,
    FolderCannotBeOpened,
    NoFile,
    Empty,
    UnreadFormat,
    NotAnImage,
    TooLarge,
    NeedsTooMuch,
    TakesTooMuch,
    TakesTooLong,
    CutOff,
    Damaged,
    BreaksOff,
    CrashedHelper,
    CrashedReader,

    /// <summary>As an earlier version put it.</summary>
    Other,
}
