using WeddingStudio.Drawn.Bodies.Clothes;
using WeddingStudio.Drawn.Portraits;

namespace WeddingStudio.Drawn.Day;

/// <summary>Who comes to a wedding of a given size, and who passes by.</summary>
internal sealed class Guests
{
    private static readonly string[] _firstNames =
    [
        "Alma", "Bruno", "Celia", "Dario", "Edith", "Felix", "Gloria", "Hugo", "Ida", "Jonas", "Klara", "Leon", "Marta", "Nils", "Oona",
        "Pablo", "Rosa", "Stefan", "Tilda", "Viktor",
    ];
    private static readonly string[] _lastNames =
    [
        "Andersen", "Bianchi", "Costa", "Dubois", "Evans", "Ferrari", "Garcia", "Hansen", "Ito", "Jensen", "Kowalski", "Larsen", "Moreau",
        "Nguyen", "Olsen", "Park", "Quinn", "Ricci", "Santos", "Turner",
    ];

    public Guests(int people, int seed)
    {
        var cast = Cast.Read();
        var invited = cast.Where(m => m.Role != Cast.Stranger).Take(people).ToList();
        var random = new Random(seed);
        for (var i = invited.Count; i < people; i++)
            invited.Add(Invented(i, random));
        All = [.. invited.Select((m, i) => Dressed(i + 1, m))];
        List<Figure> strangers = [.. cast.Where(m => m.Role == Cast.Stranger).Select((m, i) => Dressed(-1 - i, m with { Role = null }))];
        (Strangers, OnPoster) = (strangers[..^1], strangers[^1] with { Id = 0 });
    }

    /// <summary>The couple first.</summary>
    public IReadOnlyList<Figure> All { get; }

    public IReadOnlyList<Figure> Strangers { get; }

    public Figure Bride => All[0];

    public Figure Groom => All[1];

    /// <summary>A face that hangs on a wall and is nobody's here: the last of the strangers never passes by.</summary>
    public Figure OnPoster { get; }

    public IEnumerable<Figure> WithRole(params IReadOnlyList<string> roles) => All.Where(f => f.Role is { } role && roles.Contains(role));

    private static CastMember Invented(int at, Random random)
    {
        var feminine = at % 2 == 0;
        var name = $"{_firstNames[at % _firstNames.Length]} {_lastNames[at / _firstNames.Length % _lastNames.Length]}";
        if (at >= _firstNames.Length * _lastNames.Length)
            name += $" {1 + at / (_firstNames.Length * _lastNames.Length)}";
        return new CastMember(name, "friend", Looks.Any(feminine, random.Next(18, 80), random));
    }

    /// <summary>The outfit hangs on who somebody is, not on the size of the wedding.</summary>
    private static Figure Dressed(int id, CastMember member)
    {
        var random = new Random(1000 + id);
        var outfit = Outfit.For(member.Role, member.Looks.Feminine, member.Looks.Age, random);
        return new Figure(id, member.Name, member.Role, member.Looks, outfit, Math.Round(random.NextDouble() * .8, 2));
    }
}
