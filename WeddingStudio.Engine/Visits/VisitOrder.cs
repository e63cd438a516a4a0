namespace WeddingStudio.Engine.Visits;

/// <summary>The order photos are visited in: the whole day in coarse steps first, so that everybody shows up in the first minute.</summary>
internal static class VisitOrder
{
    private const int Step = 64;

    /// <summary>Every 64th first, then those half-way between, then the quarters ... each exactly once.</summary>
    public static IReadOnlyList<T> SpreadOut<T>(IReadOnlyList<T> photos)
    {
        List<T> order = new(photos.Count);
        for (var pass = 0; pass < Step; pass++)
        {
            for (var i = ReversedBits(pass); i < photos.Count; i += Step)
                order.Add(photos[i]);
        }

        return order;
    }

    // 0, 32, 16, 48, 8 ...: the offsets of the passes halve the gaps again and again.
    private static int ReversedBits(int pass)
    {
        var reversed = 0;
        for (var bit = 1; bit < Step; bit <<= 1)
            reversed = reversed << 1 | ((pass & bit) == 0 ? 0 : 1);
        return reversed;
    }
}
