namespace WeddingStudio.Engine.Data;

public enum PhotoState
{
    /// <summary>Found, not yet read.</summary>
    Waiting,

    /// <summary>Being read; found so at start, the reader crashed on it.</summary>
    Attempting,
    Ready,

    /// <summary>Could not be read; <see cref="Photo.Problem"/> says why.</summary>
    Problem,

    /// <summary>Same bytes as <see cref="Photo.DuplicateOfId"/>.</summary>
    Duplicate,

    /// <summary>Its file is not there; <see cref="Photo.Problem"/> says so. All that is known of it waits for its return.</summary>
    Gone,
}
