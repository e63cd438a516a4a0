namespace WeddingStudio.Drawn.Bodies.Clothes;

/// <summary>Who wears what. The party matches, the couple stands out, the guests are as different as their colours allow.</summary>
internal static partial class Wardrobe
{
    private static readonly Colour Ivory = Colour.Of("fbf7f0");
    private static readonly Colour Sage = Colour.Of("9db39a");
    private static readonly Colour Blush = Colour.Of("f0b9ae");
    private static readonly Colour Midnight = Colour.Of("1f2636");
    private static readonly Colour Slate = Colour.Of("4c5d78");

    private static readonly Colour[] Dresses = Palette(
        "c8493f e07a5f d9a441 8a9a3c 3f7d5a 2f7f86 3c6ea8 5b57a6 8d4f95 b8436f e48fa0 7a2e3b f0b48a 5fb0a5 a3b7d9 27476e c77fae "
        + "e3b93b 9c5a3c 6f8f4e");

    private static readonly Colour[] Suits = Palette("2b3a55 3a3d46 6b7280 9aa3ad b89f7c 5d6b4a 6a2f3a 275d66 6e5340 7d9bb8 433a5c c9bda5");

    private static readonly Colour[] Ties = Palette("b33f44 d9a441 3f7d5a 2f6f8f 7a4b8c e08c7a 27476e c06a90 8a9a3c e0c9a6");

    private static readonly Colour[] Shirts = Palette("fdfcfa fdfcfa e6eef7 f7e6e6 eceaf6 f4efe0");

    public static Outfit Choose(string? role, bool feminine, int age, Random random)
    {
        var seed = random.Next();
        var outfit = role switch
        {
            "bride" => Bride(random),
            "spouse_1" or "spouse_2" when feminine => Bride(random),
            "groom" or "spouse_1" or "spouse_2" => Groom(),
            _ when age < 13 => Child(feminine, random),
            "bridesmaid" or "maid_of_honor" when feminine => Bridesmaid(role == "maid_of_honor", random),
            "groomsman" or "best_man" or "bridesmaid" or "maid_of_honor" when !feminine => Groomsman(role is "best_man" or "maid_of_honor"),
            "groomsman" or "best_man" => Bridesmaid(honour: role == "best_man", random) with { Main = Slate },
            "photographer" or "dj" => Crew(feminine),
            _ => feminine ? Guest(role, age, random) : Gentleman(role, random),
        };
        return outfit with { Seed = seed };
    }

    private static Outfit Bride(Random random) => new()
    {
        Garment = Garment.BridalGown, Feminine = true, Main = Ivory, Print = Colour.White, Pattern = ClothPattern.Lace,
        Neck = Pick(random, NeckCut.Sweetheart, NeckCut.V, NeckCut.OffShoulder), Sleeves = Pick(random, SleeveCut.None, SleeveCut.Cap),
        Flare = .75 + .2 * random.NextDouble(), Jewel = Pick(random, Jewel.Pendant, Jewel.Pearls), Veil = true,
        Boutonniere = Blush, Shoes = Ivory,
    };

    private static Outfit Groom() => new()
    {
        Garment = Garment.Suit, Feminine = false, Main = Midnight, Lower = Midnight, Second = Colour.Of("fdfcfa"),
        NeckWear = NeckWear.BowTie, Tie = Colour.Of("15161c"), Lapels = Lapels.Peak, Satin = Colour.Of("10121a"),
        PocketSquare = Colour.White, Boutonniere = Colour.Of("fdf3ea"), Shoes = Colour.Of("17171c"),
    };

    private static Outfit Bridesmaid(bool honour, Random random) => new()
    {
        Garment = Garment.LongDress, Feminine = true, Main = honour ? Sage.Darker(.22) : Sage,
        Neck = Pick(random, NeckCut.V, NeckCut.Halter, NeckCut.OffShoulder, NeckCut.Boat),
        Sleeves = SleeveCut.None, Flare = .4, Jewel = Jewel.Pendant, Boutonniere = Blush, Shoes = Colour.Of("cdb79c"),
    };

    private static Outfit Groomsman(bool best) => new()
    {
        Garment = Garment.Suit, Feminine = false, Main = Slate, Lower = Slate, NeckWear = NeckWear.Tie,
        Tie = best ? Sage.Darker(.22) : Sage,
        PocketSquare = best ? Blush : Sage.Lighter(.4), Boutonniere = Blush, Shoes = Colour.Of("4a2f24"),
    };

    private static Outfit Crew(bool feminine) => new()
    {
        Garment = Garment.Waistcoat, Feminine = feminine, Main = Colour.Of("2e2e33"), Second = Colour.Of("4a4a52"),
        Lower = Colour.Of("2e2e33"), NeckWear = NeckWear.Open,
    };

    private static Outfit Child(bool feminine, Random random)
    {
        var colour = Dyed(Pick(random, Dresses), random);
        return feminine
            ? new()
            {
                Garment = Garment.ChildDress, Feminine = true, Main = colour.Lighter(.35), Second = Pick(random, colour, Ivory),
                Neck = NeckCut.Round, Sleeves = SleeveCut.Cap, Flare = .6,
                Pattern = Pick(random, ClothPattern.Dots, ClothPattern.Florals, ClothPattern.Plain),
                Print = Pick(random, Colour.White, colour.Darker(.15)), Shoes = Pick(random, Colour.White, colour.Darker(.2)),
            }
            : new()
            {
                Garment = Garment.ChildShirt, Feminine = false, Main = Pick(random, Suits).Darker(.1), Second = Pick(random, Shirts),
                Lower = Pick(random, Suits), NeckWear = NeckWear.BowTie, Tie = colour, Sleeves = SleeveCut.Elbow,
            };
    }

    /// <summary>No two people's cloth comes from the same bale.</summary>
    private static Colour Dyed(Colour colour, Random random) =>
        colour.Mix(new((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256)), .1)
            .Mix(random.Next(2) == 0 ? Colour.White : Colour.Black, .14 * random.NextDouble());

    private static T Pick<T>(Random random, params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    private static Colour[] Palette(string colours) => Array.ConvertAll(colours.Split(' '), Colour.Of);
}
