using System.Numerics;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Picks;

/// <summary>
/// How good a set of one person's photos is together: how good each is, how many moments of the day they show, in what company and in what kinds of
/// photo, and how well they stand for all the others. Monotone and submodular: another photo never makes a set worse, and adds the less the more
/// there is already, so that picking the best addition again and again comes near the best set (Nemhauser, Wolsey and Fisher 1978).
/// </summary>
internal sealed class Choice
{
    /// <summary>More than all the rest of one photo: a moment not yet shown comes before a better photo of one that is.</summary>
    private const double PerMoment = 2;

    /// <summary>The sums of what all companies, all kinds and all likenesses together can add, against at most 1 for how good a single photo is.</summary>
    private const double Company = .3, Kinds = .3, Standing = .3;

    /// <summary>A person may be in a thousand photos; so many of them, spread over the day, stand for all.</summary>
    private const int MostStandFor = 48;

    private static readonly ScoreFacts[] _companies =
    [
        ScoreFacts.WithCouple, ScoreFacts.WithBride, ScoreFacts.WithGroom, ScoreFacts.WithPartner, ScoreFacts.WithFamily, ScoreFacts.WithParty,
        ScoreFacts.WithHousehold, ScoreFacts.WithTable,
    ];

    private static readonly ScoreFacts[] _kinds = [ScoreFacts.Alone, ScoreFacts.InGroup, ScoreFacts.Candid, ScoreFacts.CloseUp];

    private readonly IReadOnlyList<Candidate> _photos;
    private readonly ScoreFacts _possible;
    private readonly float[][] _likeTo;

    /// <param name="photos">All that can be picked, in an order that does not depend on the caller.</param>
    /// <param name="options">What makes two photos alike.</param>
    public Choice(IReadOnlyList<Candidate> photos, PicksOptions options)
    {
        _photos = photos;
        _possible = photos.Aggregate(ScoreFacts.None, (all, photo) => all | photo.Facts);
        Candidate[] overTheDay = [.. photos.OrderBy(p => p.At ?? DateTime.MaxValue).ThenBy(p => p.PhotoPath, StringComparer.Ordinal)];
        var count = Math.Min(MostStandFor, photos.Count);
        Candidate[] stoodFor = [.. Enumerable.Range(0, count).Select(i => overTheDay[(int)((long)i * photos.Count / count)])];
        _likeTo = [.. photos.Select(photo => Array.ConvertAll(stoodFor, other => (float)Likeness.Of(photo, other, options)))];
    }

    /// <param name="chosen">Indices of photos.</param>
    public double Of(IReadOnlyList<int> chosen)
    {
        var (sum, facts, moments) = (0.0, ScoreFacts.None, new HashSet<int>());
        foreach (var i in chosen)
        {
            sum += _photos[i].Worth;
            facts |= _photos[i].Facts;
            if (_photos[i].MomentId is { } moment)
                moments.Add(moment);
        }

        return sum + PerMoment * moments.Count + Company * Share(facts, _companies) + Kinds * Share(facts, _kinds) + Standing * StandsFor(chosen);
    }

    /// <summary>Of what this person's photos can show at all.</summary>
    private double Share(ScoreFacts facts, ScoreFacts[] among)
    {
        var mask = among.Aggregate(ScoreFacts.None, (all, fact) => all | fact) & _possible;
        return mask == 0 ? 0 : (double)BitOperations.PopCount((uint)(facts & mask)) / BitOperations.PopCount((uint)mask);
    }

    /// <summary>Mean over the photos of the day of how alike the most alike of the chosen is (facility location).</summary>
    private double StandsFor(IReadOnlyList<int> chosen)
    {
        if (chosen.Count == 0)
            return 0;
        var sum = 0.0;
        for (var other = 0; other < _likeTo[0].Length; other++)
        {
            var best = 0f;
            foreach (var i in chosen)
                best = Math.Max(best, _likeTo[i][other]);
            sum += best;
        }

        return sum / _likeTo[0].Length;
    }
}
