namespace WeddingStudio.Engine.People.Suggestions;

/// <summary>Weighs what the witnesses say about two people: each adds its log odds, and what is likely enough is asked.</summary>
internal sealed class Verdict(IReadOnlyList<ComparedPerson> people)
{
    /// <summary>
    /// Log odds for each spread of likeness above chance, and what two people picked by chance start with: in an album of n people one
    /// has a second half somewhere about every twentieth time (15 pairs among 299 people of two drawn weddings and LFW wedding 1), so any
    /// one other is it with odds of 1 to 20 n.
    /// </summary>
    private const double PerSpread = 2.6, StartOfOne = -3;

    /// <summary>Even odds: a question for nothing is one click, but nobody answers a row of them.</summary>
    private const double AskFrom = 0;

    /// <summary>
    /// Where only faces can speak they must say more: strangers of a large album have doubles. Of LFW wedding 1's no pair up to 3.6 is one
    /// person; the two pairs of a drawn wedding that faces alone tell are at 4.7 and more.
    /// </summary>
    private const double AskFromFacesAlone = 4;

    /// <summary>Sure is sure: from here on what comes first is what concerns more photos.</summary>
    private const double Sure = 4;
    private const double PerPhotos = .5;

    private readonly FaceEvidence _faces = new(people);
    private readonly ClothesEvidence _clothes = new(people);
    private readonly double _start = StartOfOne - Math.Log(people.Count);

    /// <summary>
    /// Blurred faces are alike because they are blurred: without this four strangers out of focus made six questions of a drawn wedding.
    /// </summary>
    private static double Trust(double quality) => Math.Min(1, .3 + 7 * quality);

    /// <summary>Null when they are not to be asked about.</summary>
    public Suggestion? On(ComparedPerson a, ComparedPerson b)
    {
        var odds = _start + PerSpread * _faces.AboveChance(a, b) * Trust(Math.Min(a.Clear[0].Quality, b.Clear[0].Quality));
        if (odds + ClothesEvidence.MostFor < AskFrom)
            return null;
        var clothes = _clothes.Ask(a, b);
        odds += clothes?.LogOdds ?? 0;
        if (odds < (clothes is null ? AskFromFacesAlone : AskFrom))
            return null;
        var (first, second) = (a.Photos.Count, -a.Id).CompareTo((b.Photos.Count, -b.Id)) >= 0 ? (a, b) : (b, a);
        return new Suggestion(first.Id, second.Id, SuggestedPairs.ToShow(first), SuggestedPairs.ToShow(second),
            clothes, second.Photos.Count)
        {
            LogOdds = odds,
            Worth = Math.Min(odds, Sure) + PerPhotos * Math.Log(first.Photos.Count + second.Photos.Count),
        };
    }
}
