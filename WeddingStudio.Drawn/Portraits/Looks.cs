namespace WeddingStudio.Drawn.Portraits;

/// <summary>One person's unchanging looks.</summary>
/// <param name="Feminine">Softer forms and make-up, as illustrators signal it.</param>
/// <param name="Age">In years: grey, lines, a child's proportions.</param>
internal sealed record Looks(
    bool Feminine, int Age, HairStyle Hair, BeardStyle Beard, GlassesStyle Glasses, HatStyle Hat, IReadOnlyList<double> Traits)
{
    public static readonly int TraitCount = Enum.GetValues<Trait>().Length;

    public double this[Trait trait] => Traits[(int)trait];

    /// <summary>A trait in its range: 0 gives <paramref name="from"/>, 1 gives <paramref name="to"/>.</summary>
    public double In(Trait trait, double from, double to) => from + (to - from) * this[trait];

    /// <summary>1 for small children, 0 from 15 years on.</summary>
    public double Childlike => Math.Clamp((15 - Age) / 11.0, 0, 1);

    /// <summary>0 until 35 years, 1 from 80 on.</summary>
    public double Aged => Math.Clamp((Age - 35) / 45.0, 0, 1);

    public static Looks Any(bool feminine, int age, Random random)
    {
        var traits = new double[TraitCount];
        for (var i = 0; i < traits.Length; i++)
            traits[i] = Math.Round(random.NextDouble(), 2);
        return new Looks(feminine, age, AnyHair(feminine, age, random), AnyBeard(feminine, age, random), AnyGlasses(age, random),
            HatStyle.None, traits);
    }

    public static HairStyle AnyHair(bool feminine, int age, Random random)
    {
        HairStyle[] styles = (feminine, age) switch
        {
            (true, < 15) => [HairStyle.Long, HairStyle.Ponytail, HairStyle.Fringe, HairStyle.Braid, HairStyle.Curls, HairStyle.Afro],
            (true, < 55) => [HairStyle.Bob, HairStyle.Long, HairStyle.Waves, HairStyle.Bun, HairStyle.Ponytail, HairStyle.Pixie,
                HairStyle.Fringe, HairStyle.Braid, HairStyle.Curls, HairStyle.Afro],
            (true, _) => [HairStyle.Bob, HairStyle.Pixie, HairStyle.Bun, HairStyle.Curls, HairStyle.Waves],
            (false, < 15) => [HairStyle.SidePart, HairStyle.Buzz, HairStyle.Swept, HairStyle.Curls, HairStyle.Afro],
            (false, < 50) => [HairStyle.SidePart, HairStyle.Quiff, HairStyle.Swept, HairStyle.Buzz, HairStyle.Curls, HairStyle.Afro,
                HairStyle.Bald, HairStyle.Bun],
            _ => [HairStyle.Receding, HairStyle.Bald, HairStyle.SidePart, HairStyle.Buzz, HairStyle.Curls],
        };
        return styles[random.Next(styles.Length)];
    }

    public static BeardStyle AnyBeard(bool feminine, int age, Random random)
    {
        BeardStyle[] styles = [BeardStyle.None, BeardStyle.None, BeardStyle.None, BeardStyle.Stubble, BeardStyle.Full, BeardStyle.Full,
            BeardStyle.Goatee, BeardStyle.Moustache, BeardStyle.Chinstrap];
        return feminine || age < 19 ? BeardStyle.None : styles[random.Next(styles.Length)];
    }

    public static GlassesStyle AnyGlasses(int age, Random random)
    {
        GlassesStyle[] styles = [GlassesStyle.Round, GlassesStyle.Square, GlassesStyle.Cat, GlassesStyle.HalfRim];
        return random.NextDouble() < (age > 45 ? .45 : .25) ? styles[random.Next(styles.Length)] : GlassesStyle.None;
    }
}
