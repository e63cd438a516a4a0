namespace WeddingStudio.Contracts;

/// <summary>Bounds that pages show and the engine keeps.</summary>
public static class Limits
{
    /// <summary>Letters of the name somebody signs in with.</summary>
    public const int UserNameLetters = 60;

    /// <summary>More than anybody looks at as "the best".</summary>
    public const int BestPhotos = 20;

    /// <summary>Faces shown while an analysis begins.</summary>
    public const int FirstFaces = 24;
}
