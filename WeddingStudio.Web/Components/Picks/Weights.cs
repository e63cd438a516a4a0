namespace WeddingStudio.Web.Components.Picks;

/// <summary>Four whole hundredths that always add up to 100: what one takes, the others give in proportion.</summary>
public sealed class Weights
{
    private const int All = 100;
    private readonly int[] _hundredths = [25, 20, 35, 20];

    public int this[int part] => _hundredths[part];

    public static Weights Of(WhatCountsView view)
    {
        var weights = new Weights();
        weights.Share([0, 1, 2, 3], [view.Technical, view.Composition, view.Expression, view.Context], All);
        return weights;
    }

    public void Set(int part, int hundredths)
    {
        _hundredths[part] = Math.Clamp(hundredths, 0, All);
        int[] others = [.. Enumerable.Range(0, _hundredths.Length).Where(i => i != part)];
        var before = others.Select(i => (double)_hundredths[i]).ToArray();

        // Three that count nothing have no proportion: they share alike.
        Share(others, before.Sum() > 0 ? before : [1, 1, 1], All - _hundredths[part]);
    }

    /// <summary>Whole hundredths by largest remainder, so that nothing is lost in rounding.</summary>
    private void Share(int[] parts, double[] proportions, int whole)
    {
        var exact = proportions.Select(p => whole * p / proportions.Sum()).ToArray();
        for (var i = 0; i < parts.Length; i++)
            _hundredths[parts[i]] = (int)exact[i];
        var left = whole - parts.Sum(i => _hundredths[i]);
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - (int)exact[i]).Take(left))
            _hundredths[parts[i]]++;
    }
}
