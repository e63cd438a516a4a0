using System.Numerics;
using System.Numerics.Tensors;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Picks.Best;

/// <summary>
/// How good a set of one person's photos is together: how good each is, how many moments of the day they show, in what company and in what
/// kinds of photo, and how well they stand for all the others. Monotone and submodular: another photo never makes a set worse, and adds the
/// less the more there is already, so that picking the best addition again and again comes near the
/// best set (Nemhauser, Wolsey and Fisher 1978).
/// </summary>
internal sealed class Choice
{
    /// <summary>More than all the rest of one photo: a moment not yet shown comes before a better photo of one that is.</summary>
    private const double PerMoment = 2;

    /// <summary>
    /// The sums of what all companies, all kinds and all likenesses together can add, against at most 1 for how good a single photo is.
    /// </summary>
    private const double Company = .3, Kinds = .2, Standing = .3;

    /// <summary>A person may be in a thousand photos; so many of them, spread over the day, stand for all.</summary>
    private const int MostStandFor = 48;

    private const ScoreFacts Companies = ScoreFacts.WithCouple | ScoreFacts.WithBride | ScoreFacts.WithGroom | ScoreFacts.WithPartner
        | ScoreFacts.WithFamily | ScoreFacts.WithParty | ScoreFacts.WithHousehold | ScoreFacts.WithTable;

    private const ScoreFacts KindsOfPhoto = ScoreFacts.Alone | ScoreFacts.InGroup | ScoreFacts.Candid | ScoreFacts.CloseUp;

    private readonly IReadOnlyList<Candidate> _photos;
    private readonly ScoreFacts _companiesHere, _kindsHere;
    private readonly float[][] _likeTo;
    private readonly int _stoodFor;

    /// <param name="photos">All that can be picked, in an order that does not depend on the caller.</param>
    /// <param name="options">What makes two photos alike.</param>
    public Choice(IReadOnlyList<Candidate> photos, PicksOptions options)
    {
        _photos = photos;
        var here = photos.Aggregate(ScoreFacts.None, (all, photo) => all | photo.Facts);
        (_companiesHere, _kindsHere) = (here & Companies, here & KindsOfPhoto);
        Candidate[] overTheDay = [.. photos.OrderBy(p => p.At ?? DateTime.MaxValue).ThenBy(p => p.PhotoPath, StringComparer.Ordinal)];
        _stoodFor = Math.Min(MostStandFor, photos.Count);
        Candidate[] stoodFor = [.. Enumerable.Range(0, _stoodFor).Select(i => overTheDay[(int)((long)i * photos.Count / _stoodFor)])];
        _likeTo = [.. photos.Select(photo => Array.ConvertAll(stoodFor, other => (float)Likeness.Of(photo, other, options)))];
    }

    /// <param name="chosen">Indices of photos.</param>
    public double Of(IReadOnlyList<int> chosen) => chosen.Count == 0 ? 0 : Sum(chosen.SkipLast(1)).With(chosen[^1]);

    /// <summary>A set summed up, so that hundreds of photos can be held against it.</summary>
    public Summed Sum(IEnumerable<int> chosen) => new(this, chosen);

    internal sealed class Summed
    {
        private readonly Choice _all;
        private readonly double _worth;
        private readonly ScoreFacts _facts;
        private readonly HashSet<int> _moments = [];

        /// <summary>How alike the most alike of the set is to each photo that is stood for.</summary>
        private readonly float[] _nearest;

        public Summed(Choice all, IEnumerable<int> chosen)
        {
            _all = all;
            _nearest = new float[all._stoodFor];
            foreach (var i in chosen)
            {
                _worth += all._photos[i].Worth;
                _facts |= all._photos[i].Facts;
                if (all._photos[i].MomentId is { } moment)
                    _moments.Add(moment);
                TensorPrimitives.Max(_nearest, all._likeTo[i], _nearest);
            }
        }

        /// <summary>How good the set is with one more photo.</summary>
        public double With(int added)
        {
            var photo = _all._photos[added];
            var facts = _facts | photo.Facts;
            var moments = _moments.Count + (photo.MomentId is { } moment && !_moments.Contains(moment) ? 1 : 0);
            return _worth + photo.Worth + PerMoment * moments + Company * Share(facts, _all._companiesHere)
                + Kinds * Share(facts, _all._kindsHere)
                + Standing * StandsFor(_all._likeTo[added]);
        }

        /// <summary>Of what this person's photos can show at all.</summary>
        private static double Share(ScoreFacts facts, ScoreFacts here) =>
            here == 0 ? 0 : (double)BitOperations.PopCount((uint)(facts & here)) / BitOperations.PopCount((uint)here);

        /// <summary>Mean over the photos of the day of how alike the most alike of the chosen is (facility location).</summary>
        private double StandsFor(float[] likeTo)
        {
            var sum = 0.0;
            for (var other = 0; other < likeTo.Length; other++)
                sum += Math.Max(_nearest[other], likeTo[other]);
            return sum / likeTo.Length;
        }
    }
}
