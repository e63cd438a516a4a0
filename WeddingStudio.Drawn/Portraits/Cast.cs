using System.Globalization;

namespace WeddingStudio.Drawn.Portraits;

/// <summary>Somebody who can be drawn.</summary>
/// <param name="Name">As on the guest list.</param>
/// <param name="Role">One of the mission's role codes; null for friends of friends, `stranger` for passers-by.</param>
internal sealed record CastMember(string Name, string? Role, Looks Looks);

/// <summary>
/// The drawn people, `cast.csv`. Their traits were searched by `WeddingStudio.Bench cast` until a face embedder tells all of
/// them apart and models see their blinks and smiles; the order is the order in which weddings of growing size invite them.
/// </summary>
internal static class Cast
{
    public const string Stranger = "stranger";
    private const int Fixed = 8;

    public static IReadOnlyList<CastMember> Read()
    {
        using var stream = typeof(Cast).Assembly.GetManifestResourceStream("WeddingStudio.Drawn.Portraits.cast.csv")!;
        using var text = new StreamReader(stream);
        return Parse(text.ReadToEnd());
    }

    public static IReadOnlyList<CastMember> Parse(string csv) =>
        [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => OfLine(line.Split(',')))];

    public static string Write(IEnumerable<CastMember> members) =>
        $"name,role,feminine,age,hair,beard,glasses,hat,{string.Join(',', Enum.GetNames<Trait>())}\n"
        + string.Concat(members.Select(m => string.Join(',',
        [
            m.Name, m.Role ?? "", m.Looks.Feminine ? "1" : "0", m.Looks.Age.ToString(CultureInfo.InvariantCulture),
            m.Looks.Hair.ToString(), m.Looks.Beard.ToString(), m.Looks.Glasses.ToString(), m.Looks.Hat.ToString(),
            .. m.Looks.Traits.Select(t => t.ToString("0.##", CultureInfo.InvariantCulture)),
        ]) + "\n"));

    private static CastMember OfLine(string[] cells) => new(cells[0], cells[1] is { Length: > 0 } role ? role : null, new Looks(
        cells[2] == "1", int.Parse(cells[3], CultureInfo.InvariantCulture), Enum.Parse<HairStyle>(cells[4]),
        Enum.Parse<BeardStyle>(cells[5]), Enum.Parse<GlassesStyle>(cells[6]), Enum.Parse<HatStyle>(cells[7]),
        [.. cells.Skip(Fixed).Select(c => double.Parse(c, CultureInfo.InvariantCulture))]));
}
