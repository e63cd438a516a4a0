namespace WeddingStudio.Engine.People.Suggestions;

/// <summary>Weighs what the witnesses say about two people: each adds its log odds, and what is likely enough is asked.</summary>
internal sealed class Verdict(IReadOnlyList<WitnessPerson> people)
{
    /// <summary>
    /// Log odds for each spread of likeness above chance, and what two people picked by chance start with: in an album of n people one
    /// has a second half somewhere about every sixth time, so any one other is it with odds of 1 to 6 n.
    /// </summary>
    private const double PerSpread = 2.6, StartOfOne = -1.8;

    /// <summary>Even odds: a question for nothing is one click, but nobody answers a row of them.</summary>
    private const double AskFrom = 0;

    /// <summary>
    /// Where only faces can speak they must say more: strangers of a large album have doubles. From even odds on, the drawn weddings of
    /// seeds 1 and 2 asked for their faces alone six and four, of which two and none were right, and LFW wedding 1 sixty, of which one
    /// was; from here on two, none and nine, of which two, none and none.
    /// </summary>
    private const double AskFromFacesAlone = 2;

    /// <summary>Sure is sure: from here on what comes first is what concerns more photos.</summary>
    private const double Sure = 4;
    private const double PerPhotos = .5;

    private readonly FaceWitness _faces = new(people);
    private readonly ClothesWitness _clothes = new(people);
    private readonly double _start = StartOfOne - Math.Log(people.Count);

    /// <summary>
    /// Blurred faces are alike because they are blurred: without this four strangers out of focus made six questions of a drawn wedding.
    /// </summary>
    private static double Trust(double quality) => Math.Min(1, .3 + 7 * quality);

    /// <summary>Null when they are not to be asked about.</summary>
    public Suggestion? On(WitnessPerson a, WitnessPerson b)
    {
        var odds = _start + PerSpread * _faces.AboveChance(a, b) * Trust(Math.Min(a.Clear[0].Quality, b.Clear[0].Quality));
        if (odds + ClothesWitness.MostFor < AskFrom)
            return null;
        var clothes = _clothes.Ask(a, b);
        odds += clothes?.LogOdds ?? 0;
        if (odds < (clothes is null ? AskFromFacesAlone : AskFrom))
            return null;
        var (first, second) = (a.Photos.Count, -a.Id).CompareTo((b.Photos.Count, -b.Id)) >= 0 ? (a, b) : (b, a);
        return new Suggestion(first.Id, second.Id, SuggestedPairs.ToShow(first), SuggestedPairs.ToShow(second), clothes, second.Photos.Count)
        {
            LogOdds = odds,
            Worth = Math.Min(odds, Sure) + PerPhotos * Math.Log(first.Photos.Count + second.Photos.Count),
        };
    }
}
