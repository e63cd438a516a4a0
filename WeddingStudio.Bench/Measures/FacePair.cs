using System.Globalization;

namespace WeddingStudio.Bench.Measures;

/// <summary>Two pictures and whether they show the same person; Fold is 0-based.</summary>
public sealed record FacePair(string FirstPath, string SecondPath, bool Same, int Fold)
{
    /// <summary>
    /// Reads a list in LFW's form: a line `folds pairs`, then per fold that many lines `name n m` (same person) and as many
    /// `name n other m`. Picture n of a name is `name/name_000n.jpg`.
    /// </summary>
    public static IReadOnlyList<FacePair> Parse(IReadOnlyList<string> lines)
    {
        var head = lines[0].Split('\t', ' ');
        if (head.Length != 2 || !int.TryParse(head[0], out var folds) || !int.TryParse(head[1], out var perKind) || folds < 2)
            throw new FormatException("line 1: expected the number of folds (2 or more) and of pairs per kind");

        var pairs = lines.Skip(1).Where(line => line.Length > 0).Select((line, i) => ParseLine(line, i + 2, i / (2 * perKind))).ToList();
        return pairs.Count == folds * perKind * 2
            ? pairs
            : throw new FormatException($"expected {folds * perKind * 2} pairs, found {pairs.Count}");
    }

    private static FacePair ParseLine(string line, int number, int fold) => line.Split('\t') switch
    {
        [var name, var n, var m] => new FacePair(Picture(name, n), Picture(name, m), true, fold),
        [var name, var n, var other, var m] => new FacePair(Picture(name, n), Picture(other, m), false, fold),
        _ => throw new FormatException($"line {number}: expected `name n m` or `name n other m`, tab-separated"),
    };

    private static string Picture(string name, string number) =>
        $"{name}/{name}_{int.Parse(number, CultureInfo.InvariantCulture):0000}.jpg";
}
