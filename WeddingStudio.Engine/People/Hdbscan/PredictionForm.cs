namespace WeddingStudio.Engine.People.Hdbscan;

/// <summary>Which clusters new points are placed into.</summary>
public enum PredictionForm
{
    /// <summary>The clusters that were really selected.</summary>
    Fixed,

    /// <summary>
    /// The clusters the reference library 0.8.43 guesses from the labels; after an epsilon merge they are the wrong ones
    /// and the label numbers are permuted (its issues 361, 375, 445). For comparison runs only.
    /// </summary>
    Library,
}
