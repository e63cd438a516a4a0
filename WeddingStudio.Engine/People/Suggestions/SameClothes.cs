namespace WeddingStudio.Engine.People.Suggestions;

/// <summary>What the clothes of two people say.</summary>
/// <param name="LogOdds">How much more likely this is of one person than of two.</param>
/// <param name="Apart">Between the two photos nearest in time in which they are alike.</param>
public readonly record struct SameClothes(double LogOdds, TimeSpan Apart)
{
    /// <summary>Three to one; less is no reason to give.</summary>
    private static readonly double Telling = Math.Log(3);

    public bool IsTelling => LogOdds >= Telling;
}
