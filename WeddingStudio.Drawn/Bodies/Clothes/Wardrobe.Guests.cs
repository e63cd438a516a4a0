namespace WeddingStudio.Drawn.Bodies.Clothes;

internal static partial class Wardrobe
{
    // Chosen by chance: what stands here twice is worn twice as often.
    private static readonly Garment[] Gowns =
    [
        Garment.LongDress, Garment.LongDress, Garment.LongDress, Garment.CocktailDress, Garment.CocktailDress, Garment.CocktailDress,
        Garment.CocktailDress,
        Garment.BlouseAndSkirt, Garment.BlouseAndSkirt, Garment.Jumpsuit, Garment.Jumpsuit, Garment.Sari, Garment.Kaftan, Garment.WrapRobe,
    ];

    private static readonly ClothPattern[] DressPatterns =
    [
        ClothPattern.Plain, ClothPattern.Plain, ClothPattern.Plain, ClothPattern.Florals, ClothPattern.Florals, ClothPattern.Dots,
        ClothPattern.Stripes,
    ];

    private static readonly ClothPattern[] SuitPatterns =
        [ClothPattern.Plain, ClothPattern.Plain, ClothPattern.Plain, ClothPattern.Check, ClothPattern.Stripes];

    private static Outfit Guest(string? role, int age, Random random)
    {
        var (colour, second) = (Dyed(Pick(random, Dresses), random), Dyed(Pick(random, Dresses), random));
        var mother = role is "mother_bride" or "mother_groom" or "grandmother";
        var garment = Pick(random, Gowns);
        var outfit = new Outfit
        {
            Garment = garment, Feminine = true, Main = colour, Lower = colour, Second = Pick(random, Colour.White, Colour.White, second),
            Print = Pick(random, Colour.White, Colour.Of("fbe9d2"), second.Lighter(.3), colour.Lighter(.5)),
            Neck = age > 50 ? Pick(random, NeckCut.Round, NeckCut.V, NeckCut.Boat) : Pick(random, Enum.GetValues<NeckCut>()),
            Sleeves = age > 50 ? Pick(random, SleeveCut.Elbow, SleeveCut.Long, SleeveCut.Cap)
                : Pick(random, SleeveCut.None, SleeveCut.None, SleeveCut.Cap, SleeveCut.Elbow),
            Pattern = Pick(random, DressPatterns), Flare = .15 + .45 * random.NextDouble(),
            Jewel = mother ? Jewel.Pearls : Pick(random, Enum.GetValues<Jewel>()),
            Shawl = random.Next(mother ? 2 : 7) == 0 ? colour.Lighter(.6) : null, Shoes = second.Darker(.35),
        };
        var festive = outfit with
        {
            Second = second, Print = Colour.Of("e2b44e").Mix(second, .25), Pattern = ClothPattern.Plain, Shawl = null,
        };
        return garment switch
        {
            Garment.BlouseAndSkirt => outfit with { Lower = second, Second = colour.Lighter(.45) },
            Garment.Jumpsuit => outfit with { Pattern = ClothPattern.Plain },
            Garment.Sari => festive with { Neck = Pick(random, NeckCut.Round, NeckCut.V), Sleeves = SleeveCut.Cap },
            Garment.Kaftan =>
                festive with { Neck = NeckCut.Round, Sleeves = SleeveCut.Long, Flare = .3, Second = Colour.White, Jewel = Jewel.None },
            Garment.WrapRobe => festive with { Neck = NeckCut.V, Sleeves = SleeveCut.Long, Flare = .3, Jewel = Jewel.None },
            _ => outfit,
        };
    }

    private static Outfit Gentleman(string? role, Random random)
    {
        var suit = Dyed(Pick(random, Suits), random);
        var father = role is "father_bride" or "father_groom" or "grandfather";
        var tie = Pick(random, Ties);
        return new()
        {
            Garment = !father && random.Next(4) == 0 ? Garment.Waistcoat : Garment.Suit, Feminine = false,
            Main = suit, Lower = Pick(random, suit, suit, suit, Pick(random, Suits)), Second = Pick(random, Shirts),
            NeckWear = father ? NeckWear.Tie : Pick(random, NeckWear.Tie, NeckWear.Tie, NeckWear.BowTie, NeckWear.Open), Tie = tie,
            Lapels = Pick(random, Lapels.Notch, Lapels.Notch, Lapels.Peak), Pattern = Pick(random, SuitPatterns), Print = suit.Lighter(.45),
            PocketSquare = random.Next(2) == 0 ? tie.Lighter(.3) : null, Boutonniere = father ? Blush : null,
            Shoes = Pick(random, Colour.Of("4a2f24"), Colour.Of("2a2426"), Colour.Of("6b4429")),
        };
    }
}
