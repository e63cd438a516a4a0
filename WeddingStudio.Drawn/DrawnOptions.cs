namespace WeddingStudio.Drawn;

/// <summary>How large a wedding to draw. The defaults are "The wedding of Robin &amp; Kim".</summary>
public sealed record DrawnOptions
{
    /// <summary>Guests who get into photos, the couple included; strangers in the background come on top.</summary>
    public int People { get; init; } = 26;

    public int Photos { get; init; } = 240;

    /// <summary>Size of every photo; null = a mixture from 2 to 12, as two real cameras would give.</summary>
    public double? Megapixels { get; init; }

    /// <summary>The same seed gives the same bytes.</summary>
    public int Seed { get; init; } = 1;
}
