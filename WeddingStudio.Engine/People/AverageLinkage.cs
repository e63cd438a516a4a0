using System.Numerics.Tensors;
using WeddingStudio.Engine.Inference;

namespace WeddingStudio.Engine.People;

/// <summary>
/// Agglomerative grouping by mean likeness (UPGMA, Sokal and Michener 1958): the two groups whose faces are most alike on
/// average become one, until no two are alike enough; never two groups that meet in a photo. O(n^2) time, O(n) memory: the
/// mean cosine of two groups of unit vectors is the product of their sums, over the numbers of their faces. Groups that stand
/// start as they are, and become one only where a face that came later makes them.
/// </summary>
internal static class AverageLinkage
{
    /// <summary>Fewer pairs of faces in one photo than this say nothing about an album's strangers.</summary>
    private const int FewestStrangers = 50;

    /// <summary>Smaller faces look like anybody. Pixels.</summary>
    private const double StrangerFromPx = 24;

    /// <param name="faces">[n] in an order that does not depend on the caller.</param>
    /// <param name="bound">Of this album, <see cref="Bound"/>.</param>
    /// <param name="smallGroups">What small groups owe, <see cref="LinkageSettings.SmallGroups"/>.</param>
    /// <returns>[n] group, numbered by its first face.</returns>
    public static int[] Cluster(IReadOnlyList<FaceVector> faces, double bound, double smallGroups) => new Merging(faces, bound, smallGroups).Run();

    /// <summary>The least mean cosine of one person's faces in this album.</summary>
    public static double Bound(IReadOnlyList<FaceVector> faces, LinkageSettings settings) => Math.Max(settings.MinCosine, MedianOfStrangers(faces) * settings.TimesStrangers);

    /// <summary>
    /// Two faces in one photo are two people, so their cosines show how alike strangers are in this album: families, children
    /// and drawn people are more so than the public the embedder learnt from. -1 with too few pairs to tell.
    /// </summary>
    internal static double MedianOfStrangers(IReadOnlyList<FaceVector> faces)
    {
        List<float> cosines = [];
        foreach (var photo in faces.Where(face => face.WidthPx >= StrangerFromPx).GroupBy(face => face.PhotoId, face => face.Embedding))
        {
            float[][] here = [.. photo];
            for (var i = 0; i < here.Length; i++)
            {
                for (var j = i + 1; j < here.Length; j++)
                    cosines.Add(TensorPrimitives.Dot<float>(here[i], here[j]));
            }
        }

        cosines.Sort();
        return cosines.Count < FewestStrangers ? -1 : cosines[cosines.Count / 2];
    }

    /// <summary>The best partner known of a group; out of date once the partner has changed, but then still an upper bound.</summary>
    private readonly record struct Offer(int Partner, int PartnerVersion, double Likeness)
    {
        public static readonly Offer None = new(-1, 0, double.NegativeInfinity);

        public bool IsBetterThan(Offer other) => Likeness > other.Likeness || (Likeness == other.Likeness && Partner < other.Partner);
    }

    /// <summary>One run. A group is named by its first face; a dead one has no faces left.</summary>
    private sealed class Merging
    {
        private readonly int _dim;
        private readonly double _bound;
        private readonly double _smallGroups;
        private readonly float[] _sums;
        private readonly int[] _sizes;
        private readonly int[] _versions;
        private readonly HashSet<int>[] _photos;
        private readonly bool[] _grows;
        private readonly bool[] _settled;
        private readonly int[] _owner;
        private readonly Offer[] _offers;
        private readonly PriorityQueue<(int Group, Offer Offer), (double, int, int)> _queue = new();
        private readonly List<int> _alive;

        public Merging(IReadOnlyList<FaceVector> faces, double bound, double smallGroups)
        {
            (_bound, _smallGroups) = (bound, smallGroups);
            _dim = faces.Count > 0 ? faces[0].Embedding.Length : 0;
            _sums = new float[faces.Count * _dim];
            for (var i = 0; i < faces.Count; i++)
                faces[i].Embedding.CopyTo(_sums, i * _dim);
            _sizes = Enumerable.Repeat(1, faces.Count).ToArray();
            _versions = new int[faces.Count];
            _photos = [.. faces.Select(face => new HashSet<int> { face.PhotoId })];
            _owner = [.. Enumerable.Range(0, faces.Count)];
            _grows = [.. faces.Select(face => face.Standing is null)];
            _settled = [.. faces.Select(face => face.Standing is { Settled: true })];
            _offers = new Offer[faces.Count];
            foreach (var group in _owner.Where(face => faces[face].Standing is not null).GroupBy(face => faces[face].Standing!.Value.Group).ToList())
            {
                var first = group.First();
                foreach (var face in group.Skip(1))
                    Absorb(first, face);
            }

            _alive = [.. _owner.Where((first, face) => first == face)];
        }

        public int[] Run()
        {
            Parallel.ForEach(_alive, group => _offers[group] = BestOf(group));
            foreach (var group in _alive)
                Enqueue(group);
            while (_queue.TryDequeue(out var next, out _))
            {
                var (group, offer) = next;
                if (_sizes[group] == 0 || offer != _offers[group])
                    continue;
                if (offer.PartnerVersion == _versions[offer.Partner])
                {
                    Merge(Math.Min(group, offer.Partner), Math.Max(group, offer.Partner));
                    continue;
                }

                _offers[group] = BestOf(group);
                Enqueue(group);
            }

            return _owner;
        }

        private void Absorb(int into, int from)
        {
            var sum = Sum(into);
            TensorPrimitives.Add(sum, Sum(from), sum);
            _sizes[into] += _sizes[from];
            _sizes[from] = 0;
            _photos[into].UnionWith(_photos[from]);
            _grows[into] |= _grows[from];
            _settled[into] |= _settled[from];
            _owner[from] = into;
        }

        private void Merge(int into, int from)
        {
            Absorb(into, from);
            for (var face = 0; face < _owner.Length; face++)
            {
                if (_owner[face] == from)
                    _owner[face] = into;
            }

            _versions[into]++;
            _versions[from]++;
            _alive.Remove(from);
            _offers[into] = Offer.None;
            foreach (var other in _alive)
            {
                var likeness = other == into ? double.NegativeInfinity : Likeness(into, other);
                if (double.IsNegativeInfinity(likeness))
                    continue;
                var mine = new Offer(other, _versions[other], likeness);
                if (mine.IsBetterThan(_offers[into]))
                    _offers[into] = mine;
                var theirs = new Offer(into, _versions[into], likeness);
                if (theirs.IsBetterThan(_offers[other]))
                {
                    _offers[other] = theirs;
                    Enqueue(other);
                }
            }

            Enqueue(into);
        }

        private Offer BestOf(int group)
        {
            var best = Offer.None;
            foreach (var other in _alive)
            {
                if (other != group && new Offer(other, _versions[other], Likeness(group, other)) is var offer && offer.IsBetterThan(best))
                    best = offer;
            }

            return best;
        }

        private void Enqueue(int group)
        {
            var offer = _offers[group];
            if (!double.IsNegativeInfinity(offer.Likeness))
                _queue.Enqueue((group, offer), (-offer.Likeness, Math.Min(group, offer.Partner), Math.Max(group, offer.Partner)));
        }

        /// <summary>Mean cosine less what small groups owe, or -infinity where they must not become one.</summary>
        private double Likeness(int a, int b)
        {
            if ((!_grows[a] && !_grows[b]) || (_settled[a] && _settled[b]))
                return double.NegativeInfinity;
            var pairs = (double)_sizes[a] * _sizes[b];
            var likeness = TensorPrimitives.Dot<float>(Sum(a), Sum(b)) / pairs - _smallGroups / Math.Sqrt(pairs);
            return likeness >= _bound && !_photos[a].Overlaps(_photos[b]) ? likeness : double.NegativeInfinity;
        }

        private Span<float> Sum(int group) => _sums.AsSpan(group * _dim, _dim);
    }
}
