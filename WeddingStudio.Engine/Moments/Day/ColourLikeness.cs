namespace WeddingStudio.Engine.Moments.Day;

/// <summary>How alike the colours of two photos are.</summary>
internal static class ColourLikeness
{
    /// <summary>Colours of quite different places still have this much in common (drawn weddings: .9 within a moment, .6 across).</summary>
    private const double Unlike = .6;

    /// <returns>0 = another place, 1 = the same colours (Bhattacharyya coefficient from <see cref="Unlike"/>
    /// on); 0 where one was not measured.</returns>
    public static double Likeness(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (a.Length != b.Length)
            return 0;
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += Math.Sqrt(a[i] * b[i]);
        return Math.Clamp((sum - Unlike) / (1 - Unlike), 0, 1);
    }
}
