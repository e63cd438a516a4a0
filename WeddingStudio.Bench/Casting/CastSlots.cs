using WeddingStudio.Drawn.Portraits;

namespace WeddingStudio.Bench.Casting;

/// <summary>Who is wanted for the drawn wedding: what `cast` may choose is the face, not the part.</summary>
internal sealed record CastSlot(
    string Name, string? Role, bool Feminine, int Age, HairStyle[] Hairs, HatStyle Hat = HatStyle.None, string? TwinOf = null)
{
    private static readonly HairStyle[] Free = [];

    public static readonly IReadOnlyList<CastSlot> All =
    [
        new("Robin Alder", "bride", true, 29, [HairStyle.Waves, HairStyle.Bun, HairStyle.Long], HatStyle.Veil),
        new("Kim Okafor", "groom", false, 31, [HairStyle.SidePart, HairStyle.Quiff, HairStyle.Curls, HairStyle.Buzz]),
        new("Helen Alder", "mother_bride", true, 57, [HairStyle.Bob, HairStyle.Pixie, HairStyle.Waves], HatStyle.Fascinator),
        new("George Alder", "father_bride", false, 60, Free),
        new("Adaeze Okafor", "mother_groom", true, 55, [HairStyle.Hijab, HairStyle.Afro, HairStyle.Braid]),
        new("Samuel Okafor", "father_groom", false, 62, Free),
        new("Ruth Marlow", "grandmother", true, 81, [HairStyle.Bun, HairStyle.Curls, HairStyle.Bob]),
        new("Walter Marlow", "grandfather", false, 84, [HairStyle.Receding, HairStyle.Bald]),
        new("Priya Nair", "maid_of_honor", true, 28, [HairStyle.Braid, HairStyle.Long, HairStyle.Bun]),
        new("Tom Becker", "best_man", false, 32, Free),
        new("Mia Sandoval", "bridesmaid", true, 27, [HairStyle.Waves, HairStyle.Fringe, HairStyle.Ponytail]),
        new("Lea Sandoval", "bridesmaid", true, 27, Free, TwinOf: "Mia Sandoval"),
        new("Joy Tanaka", "bridesmaid", true, 30, [HairStyle.Bob, HairStyle.Fringe, HairStyle.Ponytail]),
        new("David Stern", "groomsman", false, 33, Free),
        new("Nora Alder", "sister", true, 24, Free, HatStyle.FlowerCrown),
        new("Ben Okafor", "brother", false, 35, Free),
        new("Carla Rossi", "aunt", true, 50, Free),
        new("Enzo Rossi", "uncle", false, 54, Free),
        new("Ella Rossi", "cousin", true, 9, [HairStyle.Ponytail, HairStyle.Fringe, HairStyle.Braid, HairStyle.Long]),
        new("Theo Rossi", "cousin", false, 7, [HairStyle.Swept, HairStyle.Curls, HairStyle.SidePart, HairStyle.Buzz]),
        new("Amira Haddad", "friend", true, 29, [HairStyle.Hijab]),
        new("Oscar Lind", "friend", false, 34, Free),
        new("Grace Mensah", "friend", true, 33, [HairStyle.Afro, HairStyle.Curls]),
        new("Ravi Patel", "friend", false, 30, Free),
        new("Olga Petrova", "friend", true, 64, Free),
        new("Paul Weiss", "friend", false, 67, Free),
        new("Yusuf Demir", "groomsman", false, 28, Free),
        new("Zoe Marlow", "cousin", true, 19, Free),
        new("Chloe Martin", "friend", true, 31, Free),
        new("Luka Horvat", "friend", false, 30, Free),
        new("Hana Kim", "friend", true, 26, Free),
        new("Diego Cruz", "friend", false, 41, Free),
        new("Sofia Novak", "aunt", true, 58, Free),
        new("Arthur Bell", "uncle", false, 72, Free),
        new("Lily Chen", "cousin", true, 12, Free),
        new("Noah Fischer", "cousin", false, 15, Free),
        new("Ingrid Lund", "friend", true, 46, Free),
        new("Kofi Boateng", "friend", false, 37, Free),
        new("Emma Schmidt", "friend", true, 38, Free),
        new("Mateo Silva", "friend", false, 23, Free),
        .. Enumerable.Range(1, 8).Select(i => new CastSlot($"Stranger {i}", Cast.Stranger, i % 2 == 0, 20 + 7 * i, Free)),
    ];

    public CastMember Candidate(Random random)
    {
        var looks = Looks.Any(Feminine, Age, random);
        return new CastMember(Name, Role,
            InFamily(looks with { Hair = Hairs.Length > 0 ? Hairs[random.Next(Hairs.Length)] : looks.Hair, Hat = Hat }));
    }

    /// <summary>Relatives are about as fair or dark as each other.</summary>
    public Looks InFamily(Looks looks)
    {
        var (from, to) = Name.Split(' ')[^1] switch { "Alder" or "Marlow" or "Rossi" => (0, .48), "Okafor" => (.62, 1.0), _ => (0.0, 1.0) };
        var traits = looks.Traits.ToArray();
        var skin = traits[(int)Trait.Skin];
        traits[(int)Trait.Skin] = skin >= from && skin <= to ? skin : Math.Round(from + (to - from) * skin, 2);
        return looks with { Traits = traits };
    }
}
