namespace WeddingStudio.Drawn.Places;

/// <summary>The colours of the day: one stationer's palette for every place, so that an album looks of a piece.</summary>
internal static class Palette
{
    public static readonly Colour Ivory = Colour.Of("fffaf1");
    public static readonly Colour Cream = Colour.Of("f8eedd");
    public static readonly Colour Sand = Colour.Of("e9d9bf");
    public static readonly Colour Stone = Colour.Of("cfc0a8");
    public static readonly Colour Blush = Colour.Of("ecd9ea");
    public static readonly Colour Rose = Colour.Of("c98fb4");
    public static readonly Colour Berry = Colour.Of("933f68");
    public static readonly Colour Apricot = Colour.Of("f3bb92");
    public static readonly Colour Butter = Colour.Of("f8e1a8");
    public static readonly Colour Honey = Colour.Of("f9c877");
    public static readonly Colour Gold = Colour.Of("cf9f52");
    public static readonly Colour Lilac = Colour.Of("b9a5cf");
    public static readonly Colour Sage = Colour.Of("a3b391");
    public static readonly Colour Leaf = Colour.Of("728c63");
    public static readonly Colour Moss = Colour.Of("869a57");
    public static readonly Colour Forest = Colour.Of("3e5a4a");
    public static readonly Colour Oak = Colour.Of("c49a6c");
    public static readonly Colour Wood = Colour.Of("9a6b45");
    public static readonly Colour Bark = Colour.Of("5f4433");
    public static readonly Colour Sky = Colour.Of("b5d4e6");
    public static readonly Colour Dusk = Colour.Of("58678f");
    public static readonly Colour Night = Colour.Of("1c1b3a");
    public static readonly Colour Plum = Colour.Of("4b2a5c");

    public static readonly Colour Mauve = Colour.Of("c39ab3");

    /// <summary>
    /// What the florist ordered. Nothing in the colours of skin: a round apricot or pink bloom is a face to many a detector.
    /// </summary>
    public static readonly Colour[] Blooms = [Ivory, Blush, Rose, Mauve, Ivory, Berry];
}
