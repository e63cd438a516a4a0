namespace WeddingStudio.Engine.Scores;

/// <summary>The few curves every part of a score is drawn with; all return 0..1.</summary>
internal static class Ramp
{
    /// <summary>0 at <paramref name="zeroAt"/>, 1 at <paramref name="oneAt"/>, straight between; either may be the larger.</summary>
    public static double Straight(double value, double zeroAt, double oneAt) =>
        Math.Clamp((value - zeroAt) / (oneAt - zeroAt), 0, 1);

    /// <summary>As <see cref="Straight"/> in the logarithm: for measures where doubling is one step.</summary>
    public static double Log(double value, double zeroAt, double oneAt) =>
        Straight(Math.Log(Math.Max(value, 1e-9)), Math.Log(zeroAt), Math.Log(oneAt));

    /// <summary>1 at 0 and falling like a bell on both sides.</summary>
    public static double Bell(double distance, double width) => Math.Exp(-.5 * distance * distance / (width * width));
}
