namespace WeddingStudio.Drawn.Bodies.Clothes;

internal enum Garment
{
    BridalGown,
    Suit,
    Waistcoat,
    LongDress,
    CocktailDress,
    BlouseAndSkirt,
    Jumpsuit,
    Sari,
    Kaftan,
    WrapRobe,
    ChildDress,
    ChildShirt,
}

internal enum NeckCut { Round, V, Sweetheart, OffShoulder, Halter, Boat, High }

internal enum SleeveCut { None, Cap, Elbow, Long }

internal enum ClothPattern { Plain, Dots, Stripes, Florals, Check, Lace }

internal enum NeckWear { Open, Tie, BowTie }

internal enum Lapels { Notch, Peak, Shawl }

internal enum Jewel { None, Pearls, Chain, Pendant }

/// <summary>What somebody wears the whole day.</summary>
internal sealed record Outfit
{
    public required Garment Garment { get; init; }

    /// <summary>The cut: it decides how shoulders, waist and hips are shaped.</summary>
    public required bool Feminine { get; init; }

    /// <summary>Dress, jacket, waistcoat or robe.</summary>
    public required Colour Main { get; init; }

    /// <summary>Shirt, blouse, sash, or the blouse below a sari.</summary>
    public Colour Second { get; init; } = Colour.White;

    /// <summary>Trousers, or the skirt below a blouse.</summary>
    public Colour Lower { get; init; }

    public Colour Print { get; init; } = Colour.White;

    public Colour Shoes { get; init; } = Colour.Of("3a2b2a");

    public NeckCut Neck { get; init; }

    public SleeveCut Sleeves { get; init; }

    public ClothPattern Pattern { get; init; }

    public NeckWear NeckWear { get; init; }

    public Colour Tie { get; init; }

    public Lapels Lapels { get; init; }

    /// <summary>Colour of tuxedo lapels and of their trousers' stripe; null = the jacket's own cloth.</summary>
    public Colour? Satin { get; init; }

    public Colour? PocketSquare { get; init; }

    public Colour? Boutonniere { get; init; }

    public Jewel Jewel { get; init; }

    public Colour? Shawl { get; init; }

    public bool Veil { get; init; }

    /// <summary>0 = straight, 1 = a ball gown.</summary>
    public double Flare { get; init; } = .35;

    /// <summary>Lays out prints and flowers.</summary>
    public int Seed { get; init; }

    public static Outfit For(string? role, bool feminine, int age, Random random) => Wardrobe.Choose(role, feminine, age, random);

    /// <summary>Jacket, waistcoat or plain shirt: a collar at the neck and trousers below.</summary>
    internal bool Tailored => Garment is Garment.Suit or Garment.Waistcoat or Garment.ChildShirt;

    internal bool Trousers => Tailored || Garment == Garment.Jumpsuit;
}
