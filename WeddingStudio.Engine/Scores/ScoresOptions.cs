using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Scores;

/// <summary>What a score is made of; bound from Studio:Scores. The four weights add up to 1.</summary>
public sealed record ScoresOptions
{
    public double TechnicalWeight { get; init; } = .25;
    public double CompositionWeight { get; init; } = .20;
    public double ExpressionWeight { get; init; } = .35;
    public double ContextWeight { get; init; } = .20;

    /// <summary>Eye aspect ratio at or below which an eye is shut (reference pack, 98 points: shut eyes .04 to .06).</summary>
    public double EyeClosedAspect { get; init; } = .10;

    /// <summary>Eye aspect ratio from which an eye is open (reference pack: neutral .25 to .40, laughing .15 to .22).</summary>
    public double EyeOpenAspect { get; init; } = .17;

    /// <summary>Probability of `happy` that is a full smile (reference pack: clear smiles .75 to 1, neutral faces below .04).</summary>
    public double SmileHappy { get; init; } = .70;

    /// <summary>With the weights of a wedding that has its own.</summary>
    public ScoresOptions For(Wedding wedding) => wedding is
    {
        TechnicalWeight: { } technical, CompositionWeight: { } composition, ExpressionWeight: { } expression, ContextWeight: { } context,
    }
        ? this with { TechnicalWeight = technical, CompositionWeight = composition, ExpressionWeight = expression, ContextWeight = context }
        : this;

    internal bool IsValid =>
        Math.Abs(TechnicalWeight + CompositionWeight + ExpressionWeight + ContextWeight - 1) < 1e-9
        && Math.Min(Math.Min(TechnicalWeight, CompositionWeight), Math.Min(ExpressionWeight, ContextWeight)) >= 0
        && EyeClosedAspect < EyeOpenAspect && SmileHappy > 0;
}
