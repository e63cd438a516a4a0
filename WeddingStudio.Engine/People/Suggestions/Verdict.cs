namespace WeddingStudio.Engine.People.Suggestions;

/// <summary>Weighs what the witnesses say about two people: each adds its log odds, and what is likely enough is asked.</summary>
internal sealed class Verdict(IReadOnlyList<WitnessFace> faces, IReadOnlyList<WitnessPerson> people, Witnesses heard)
{
    /// <summary>
    /// Log odds for each spread of likeness above chance, and what two people picked by chance start with: in an album of n people one
    /// has a second half somewhere about every sixth time, so any one other is it with odds of 1 to 6 n.
    /// </summary>
    private const double PerSpread = 2.6, StartOfOne = -1.8;

    /// <summary>Even odds: a question for nothing is one click, but nobody answers a row of them.</summary>
    private const double AskFrom = 0;

    /// <summary>
    /// Where only faces can speak they must say more: strangers of a large album have doubles. On LFW wedding 1, which has neither clothes
    /// nor company, five of the fourteen questions from here on were right, and one of the next forty-six.
    /// </summary>
    private const double AskFromFacesAlone = 2;

    /// <summary>What the second witnesses can add at most; whoever would not be asked even so is not looked at closer.</summary>
    private const double MostOfOthers = 3.3;

    /// <summary>Sure is sure: from here on what comes first is what concerns more photos.</summary>
    private const double Sure = 4;
    private const double PerPhotos = .5;

    private readonly FaceWitness _faces = new(people);
    private readonly ClothesWitness _clothes = new(people);
    private readonly CompanyWitness _company = new(faces, people);
    private readonly double _start = StartOfOne - Math.Log(people.Count);

    /// <summary>
    /// Blurred faces are alike because they are blurred: without this four strangers out of focus made six questions of a drawn wedding.
    /// </summary>
    private static double Trust(double quality) => Math.Min(1, .3 + 7 * quality);

    /// <summary>Null when they are not to be asked about.</summary>
    public Suggestion? On(WitnessPerson a, WitnessPerson b)
    {
        var odds = _start + PerSpread * _faces.AboveChance(a, b) * Trust(Math.Min(a.Clear[0].Quality, b.Clear[0].Quality));
        if (odds + MostOfOthers < AskFrom)
            return null;
        var clothes = heard.HasFlag(Witnesses.Clothes) ? _clothes.Ask(a, b) : null;
        if (odds + (clothes?.LogOdds ?? 0) + CompanyWitness.Most < AskFrom)
            return null;
        var company = heard.HasFlag(Witnesses.Company) ? _company.Ask(a, b) : default;
        odds += (clothes?.LogOdds ?? 0) + company.LogOdds;
        if (odds < (clothes is null ? AskFromFacesAlone : AskFrom))
            return null;
        var (first, second) = (a.Photos.Count, -a.Id).CompareTo((b.Photos.Count, -b.Id)) >= 0 ? (a, b) : (b, a);
        return new Suggestion(first.Id, second.Id, SuggestedPairs.ToShow(first), SuggestedPairs.ToShow(second), odds, clothes, company.CompanionId, second.Photos.Count)
        {
            Worth = Math.Min(odds, Sure) + PerPhotos * Math.Log(first.Photos.Count + second.Photos.Count),
        };
    }
}
