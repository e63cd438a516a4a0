using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People.Grouping;

/// <summary>
/// Agglomerative grouping by mean likeness (UPGMA, Sokal and Michener 1958): the two groups whose faces are most alike on
/// average become one, until a rule finds no two alike enough; never two groups that meet in a photo. The mean cosine of two groups of
/// unit vectors is the product of their sums, over the numbers of their faces. Groups that stand become one only where a face that came
/// later makes them.
/// </summary>
internal static class AverageLinkage
{
    /// <param name="faces">[n] in an order that does not depend on the caller.</param>
    /// <param name="rule">When two groups become one.</param>
    /// <param name="start">[n] the groups to start from, each named by its first face; every face alone if not given.</param>
    /// <returns>[n] group, named by its first face.</returns>
    public static int[] Cluster(IReadOnlyList<FaceVector> faces, LinkRule rule, IReadOnlyList<int>? start = null) =>
        new Merging(faces, rule, start).Run();

    /// <summary>
    /// The best partner known of a group; out of date once the partner has changed, but then never
    /// too low: whoever became better came forward.
    /// </summary>
    private readonly record struct Offer(int Partner, int PartnerVersion, double Likeness)
    {
        public static readonly Offer None = new(-1, 0, double.NegativeInfinity);

        public bool IsBetterThan(Offer other) => Likeness > other.Likeness || (Likeness == other.Likeness && Partner < other.Partner);
    }

    /// <summary>One run. A group is named by its first face; a dead one has no faces left.</summary>
    private sealed class Merging
    {
        private readonly int _dim;
        private readonly LinkRule _rule;
        private readonly float[] _sums;
        private readonly LinkRule.Group[] _groups;
        private readonly int[] _versions;
        private readonly HashSet<int>[] _photos;
        private readonly bool[] _grows;
        private readonly bool[] _settled;
        private readonly int[] _owner;
        private readonly Offer[] _offers;
        private readonly PriorityQueue<(int Group, Offer Offer), (double, int, int)> _queue = new();
        private readonly List<int> _alive;
        private readonly List<int> _growing;
        private readonly AlikePairs? _near;

        public Merging(IReadOnlyList<FaceVector> faces, LinkRule rule, IReadOnlyList<int>? start)
        {
            _rule = rule;
            _dim = faces.Count > 0 ? faces[0].Embedding.Length : 0;
            _sums = new float[faces.Count * _dim];
            for (var i = 0; i < faces.Count; i++)
                faces[i].Embedding.CopyTo(_sums, i * _dim);
            _groups = [.. faces.Select(face => new LinkRule.Group(1, 0, face.Quality))];
            _versions = new int[faces.Count];
            _photos = [.. faces.Select(face => new HashSet<int> { face.PhotoId })];
            _owner = [.. Enumerable.Range(0, faces.Count)];
            _grows = [.. faces.Select(face => face.Standing is null)];
            _settled = [.. faces.Select(face => face.Standing is { Settled: true })];
            _offers = new Offer[faces.Count];
            for (var i = 0; start is not null && i < faces.Count; i++)
            {
                if (start[i] != i)
                    Absorb(start[i], i);
            }

            _alive = [.. _owner.Where((first, face) => first == face)];
            _growing = _alive.FindAll(group => _grows[group]);

            // A mean reaches no bound that none of its pairs reaches. Later rounds start from groups, few enough to look at all.
            _near = _alive.Count == faces.Count && rule.OwnLikeness == 0 ? AlikePairs.Find(_sums, _dim, rule.Bound) : null;
        }

        public int[] Run()
        {
            Parallel.ForEach(_alive, group => _offers[group] = BestOf(group));
            foreach (var group in _alive)
                Enqueue(group);
            while (_queue.TryDequeue(out var next, out _))
            {
                var (group, offer) = next;
                if (_groups[group].Size == 0 || offer != _offers[group])
                    continue;
                if (offer.PartnerVersion == _versions[offer.Partner])
                {
                    Merge(Math.Min(group, offer.Partner), Math.Max(group, offer.Partner));
                    continue;
                }

                _offers[group] = BestOf(group);
                Enqueue(group);
            }

            // Whatever a face was absorbed by comes before it.
            for (var face = 0; face < _owner.Length; face++)
                _owner[face] = _owner[_owner[face]];
            return _owner;
        }

        private void Absorb(int into, int from)
        {
            var sum = Sum(into);
            TensorPrimitives.Add(sum, Sum(from), sum);
            var size = _groups[into].Size + _groups[from].Size;
            (_groups[into], _groups[from]) = (new LinkRule.Group(size, Vectors.OwnMean(sum, size), 0), default);
            _photos[into].UnionWith(_photos[from]);
            _grows[into] |= _grows[from];
            _settled[into] |= _settled[from];
            _owner[from] = into;
        }

        private void Merge(int into, int from)
        {
            var grew = _grows[into];
            Absorb(into, from);
            _versions[into]++;
            _versions[from]++;
            _offers[into] = Offer.None;
            if (_near is not null)
            {
                _near.Merge(into, from);
                foreach (ref readonly var alike in _near.Of(into))
                    Offered(into, alike.Group, alike.Product);
            }
            else
            {
                _alive.Remove(from);
                _growing.Remove(from);
                if (!grew)
                    _growing.Add(into);
                foreach (var other in Others(into))
                    Offered(into, other, null);
            }

            Enqueue(into);
        }

        /// <summary>A new group and another may be the best each knows.</summary>
        private void Offered(int group, int other, float? product)
        {
            var likeness = Likeness(group, other, product, Math.Min(_offers[group].Likeness, _offers[other].Likeness));
            if (double.IsNegativeInfinity(likeness))
                return;
            var mine = new Offer(other, _versions[other], likeness);
            if (mine.IsBetterThan(_offers[group]))
                _offers[group] = mine;
            var theirs = new Offer(group, _versions[group], likeness);
            if (theirs.IsBetterThan(_offers[other]))
            {
                _offers[other] = theirs;
                Enqueue(other);
            }
        }

        private List<int> Others(int group) => _grows[group] ? _alive : _growing;

        private Offer BestOf(int group)
        {
            var best = Offer.None;
            if (_near is not null)
            {
                foreach (ref readonly var alike in _near.Of(group))
                    Consider(alike.Group, alike.Product);
            }
            else
            {
                foreach (var other in Others(group))
                    Consider(other, null);
            }

            return best;

            void Consider(int other, float? product)
            {
                var likeness = Likeness(group, other, product, best.Likeness);
                if (new Offer(other, _versions[other], likeness) is var offer && offer.IsBetterThan(best))
                    best = offer;
            }
        }

        private void Enqueue(int group)
        {
            var offer = _offers[group];
            if (!double.IsNegativeInfinity(offer.Likeness))
                _queue.Enqueue((group, offer), (-offer.Likeness, Math.Min(group, offer.Partner), Math.Max(group, offer.Partner)));
        }

        /// <param name="known">The product of their sums, where it is known.</param>
        /// <param name="least">Less is as good as nothing.</param>
        private double Likeness(int a, int b, float? known, double least)
        {
            if (a == b || (!_grows[a] && !_grows[b]) || (_settled[a] && _settled[b]))
                return double.NegativeInfinity;
            var product = known ?? TensorPrimitives.Dot<float>(Sum(a), Sum(b));
            var mean = product / ((double)_groups[a].Size * _groups[b].Size);
            var left = _rule.Left(mean, _groups[a], _groups[b]);
            return left > double.NegativeInfinity && left >= least && !Meet(a, b) ? left : double.NegativeInfinity;
        }

        // Asked for many pairs, mostly of a lone face: looks up the photos of the smaller group, without an enumerator on the heap.
        private bool Meet(int a, int b)
        {
            var (few, many) = _photos[a].Count < _photos[b].Count ? (_photos[a], _photos[b]) : (_photos[b], _photos[a]);
            foreach (var photo in few)
            {
                if (many.Contains(photo))
                    return true;
            }

            return false;
        }

        private Span<float> Sum(int group) => _sums.AsSpan(group * _dim, _dim);
    }
}
