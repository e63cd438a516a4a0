namespace WeddingStudio.Engine.Scores;

/// <summary>
/// Eyes open, smiling, looking at the camera; one who looks at somebody else or laughs with them need not look at it. Eyes behind dark
/// glass and the smile of a shut mouth are unknown, not bad.
/// </summary>
public static class ExpressionScore
{
    /// <summary>A judgement: a look between two people is nearly as good as one at the camera, a laugh to the side a bit less.</summary>
    private const double LookAtSomeone = .8, LaughAside = .6;

    public static double Of(Look look) =>
        .45 * look.EyesCounted + .30 * look.SmileCounted
        + .25 * Math.Max(look.AtCamera, Math.Max(LookAtSomeone * look.AtSomeone, LaughAside * look.Smile));
}
