namespace WeddingStudio.Engine.Moments;

/// <summary>How alike the colours of two photos are.</summary>
internal static class Looks
{
    /// <returns>Bhattacharyya coefficient, 0..1; 0 where one was not measured.</returns>
    public static double Likeness(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (a.Length != b.Length)
            return 0;
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += Math.Sqrt(a[i] * b[i]);
        return sum;
    }
}
