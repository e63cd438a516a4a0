using FsCheck.Xunit;
using WeddingStudio.Engine.People.Hdbscan;
using WeddingStudio.Engine.People.Hdbscan.Distances;
using WeddingStudio.Engine.People.Hdbscan.Trees;

namespace WeddingStudio.Tests.People.Hdbscan;

/// <summary>The filtered way must give the dense one's numbers bit for bit, edges in the same order, whatever the data.</summary>
public sealed class FilteredTreeTests
{
    [Property(MaxTest = 120)]
    public bool Filtered_cores_and_tree_equal_the_dense_ones_bit_for_bit(int seed)
    {
        var random = new Random(seed);
        var (n, dim) = (random.Next(2, 700), random.Next(3) == 0 ? random.Next(1, 4) : random.Next(1, 90));
        var vectors = Data(random, n, dim, random.Next(5));
        return Same(vectors, dim, Math.Min(n - 1, random.Next(1, 12)), random.Next(3) switch { 0 => 1.7, 1 => 0.6, _ => 1 },
            1 + 2 * random.Next(2));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(3, 5)]
    public void Thousands_of_people_like_vectors_are_the_same_both_ways(int seed, int minSamples) =>
        Assert.True(Same(People(new Random(seed), 2500, 64), 64, minSamples, 1, threads: 2));

    [Fact]
    public void A_fit_of_thousands_with_rows_of_no_numbers_is_the_same_with_one_and_three_threads()
    {
        var vectors = People(new Random(4), 2300, 32);
        vectors[5 * 32] = float.NaN;
        vectors[700 * 32 + 3] = float.PositiveInfinity;

        var one = Engine.People.Hdbscan.Hdbscan.Fit(vectors, 32, new HdbscanOptions { MaxThreads = 1 });
        var three = Engine.People.Hdbscan.Hdbscan.Fit(vectors, 32, new HdbscanOptions { MaxThreads = 3 });

        Assert.Equal(one.MinimumSpanningTree, three.MinimumSpanningTree);
        Assert.Equal(one.Labels, three.Labels);
        Assert.Equal(-1, one.Labels[5]);
        Assert.Equal(2297, one.MinimumSpanningTree.Length);
    }

    [Fact]
    public void People_like_vectors_need_no_dense_tree_and_equal_rows_everywhere_do()
    {
        Assert.NotNull(Filtered(People(new Random(5), 2200, 64)));
        Assert.Null(Filtered(new float[300 * 64]));

        static SpanningEdge[]? Filtered(float[] vectors)
        {
            var rows = new BlockedRows(vectors, 64);
            var candidates = NearestCandidates.Find(rows, 16, threads: 2);
            var (core, _) = CoreDistances.FromCandidates(vectors, rows, candidates, 2, threads: 2);
            var prim = new SparsePrim(rows.Count);
            return FilteredTree.Better(rows, core, FirstTree.Build(rows, core, candidates, prim, 1), prim, 1, threads: 2);
        }
    }

    [Fact]
    public void Equal_rows_everywhere_are_the_same_both_ways() => Assert.True(Same(new float[300 * 5], 5, 3, 1, threads: 3));

    [Fact]
    public void Rows_too_large_for_single_precision_take_the_dense_way()
    {
        Assert.False(FilteredTree.Fits(new BlockedRows([1e16f, 0, 0, 1], 2), 1, 1));
        Assert.True(FilteredTree.Fits(new BlockedRows([1, 0, 0, 1], 2), 1, 1));
    }

    private static bool Same(float[] vectors, int dim, int minSamples, double alpha, int threads)
    {
        var points = PackedVectors.Pack(vectors, dim, Enumerable.Range(0, vectors.Length / dim).ToArray());
        var (core, inner) = CoreDistances.Compute(vectors, points, minSamples, threads: 2);
        var edges = SpanningTree.Prim(vectors, points, core, alpha, threads: 2);

        var filtered = FilteredTree.Build(vectors, new BlockedRows(vectors, dim), minSamples, alpha, threads);

        return core.SequenceEqual(filtered.Core) && inner.SequenceEqual(filtered.Inner) && edges.SequenceEqual(filtered.Edges);
    }

    private static float[] Data(Random random, int n, int dim, int kind)
    {
        var vectors = People(random, n, dim);
        for (var i = 0; i < vectors.Length && kind is (1 or 2); i++)
            vectors[i] = MathF.Round(vectors[i] * (kind == 1 ? 2 : 8));
        // Copies of other rows, and data far from the origin, where single precision says little.
        for (var row = 0; row < n && kind == 3; row += random.Next(1, 4))
            vectors.AsSpan(random.Next(n) * dim, dim).CopyTo(vectors.AsSpan(row * dim));
        for (var i = 0; i < vectors.Length && kind == 4; i++)
            vectors[i] += 30;
        return vectors;
    }

    private static float[] People(Random random, int n, int dim)
    {
        var centres = Enumerable.Range(0, 1 + random.Next(1 + n / 4)).Select(_ => Normal(dim, 1)).ToArray();
        return [.. Enumerable.Range(0, n).SelectMany(_ =>
            centres[(int)(centres.Length * Math.Pow(random.NextDouble(), 3))].Zip(Normal(dim, 0.7f), (centre, noise) => centre + noise))];

        float[] Normal(int length, float scale) => [.. Enumerable.Range(0, length).Select(_ =>
            scale * (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())
                / Math.Sqrt(length)))];
    }
}
