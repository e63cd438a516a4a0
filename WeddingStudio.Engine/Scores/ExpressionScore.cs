namespace WeddingStudio.Engine.Scores;

/// <summary>Eyes open, smiling, looking at the camera; one who laughs with somebody need not look at it.</summary>
public static class ExpressionScore
{
    public static double Of(Look look) =>
        .45 * look.Eyes + .30 * look.Smile + .25 * Math.Max(look.AtCamera, .6 * look.Smile);
}
