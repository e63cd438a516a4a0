namespace WeddingStudio.Bench.Measures;

/// <summary>
/// How well found borders of moments agree with true ones. Photos stand in the order of their true times; a border lies between
/// two neighbours of different moments. A found border is right when it lies between the same two photos as a true one, or at
/// most two photos before or after it; every true border is found once at most.
/// </summary>
internal sealed record BorderTally(int True, int Found, int Right)
{
    private const int Tolerance = 2;

    public double Precision => Found == 0 ? 1 : (double)Right / Found;
    public double Recall => True == 0 ? 1 : (double)Right / True;
    public double F => Right == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static BorderTally Of<TTrue, TFound>(IReadOnlyList<(TTrue True, TFound Found)> photos)
    {
        var truth = Borders([.. photos.Select(p => p.True)]);
        var found = Borders([.. photos.Select(p => p.Found)]);
        var left = truth.ToList();
        var right = 0;
        foreach (var border in found)
        {
            var nearest = left.FindIndex(t => Math.Abs(t - border) <= Tolerance);
            if (nearest < 0)
                continue;
            left.RemoveAt(nearest);
            right++;
        }

        return new BorderTally(truth.Count, found.Count, right);
    }

    private static List<int> Borders<T>(IReadOnlyList<T> moments) =>
    [
        .. Enumerable.Range(1, Math.Max(0, moments.Count - 1)).Where(i => !EqualityComparer<T>.Default.Equals(moments[i], moments[i - 1])),
    ];
}
