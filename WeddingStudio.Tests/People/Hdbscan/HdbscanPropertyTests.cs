using FsCheck.Xunit;
using WeddingStudio.Engine.People.Hdbscan;
using WeddingStudio.Engine.People.Hdbscan.Distances;
using WeddingStudio.Engine.People.Hdbscan.Trees;

namespace WeddingStudio.Tests.People.Hdbscan;

/// <summary>Laws that hold for any data, on seeded random vectors.</summary>
public sealed class HdbscanPropertyTests
{
    [Property(MaxTest = 40)]
    public bool Row_order_does_not_change_the_partition_when_there_are_no_ties(int seed)
    {
        var random = new Random(seed);
        var (n, dim) = (random.Next(2, 120), random.Next(1, 20));
        var vectors = Blobs(random, n, dim);
        var order = Enumerable.Range(0, n).ToArray();
        random.Shuffle(order);
        float[] shuffled = [.. order.SelectMany(row => vectors.AsSpan(row * dim, dim).ToArray())];
        // MinSamples 1: weights are distances, all different; from 2 on one core distance sets several edges.
        var options = new HdbscanOptions { MinSamples = 1, Method = seed % 2 == 0 ? SelectionMethod.Eom : SelectionMethod.Leaf };

        var before = Engine.People.Hdbscan.Hdbscan.Fit(vectors, dim, options);
        var after = Engine.People.Hdbscan.Hdbscan.Fit(shuffled, dim, options);

        return Partition.Of(order.Select(row => before.Labels[row])).SequenceEqual(Partition.Of(after.Labels))
            && order.Select(row => before.Probabilities[row]).SequenceEqual(after.Probabilities);
    }

    [Property(MaxTest = 40)]
    public bool Packed_distances_and_dense_Prim_equal_the_plain_loops_bit_for_bit(int seed)
    {
        var random = new Random(seed);
        var (n, dim, alpha) = (random.Next(2, 150), random.Next(1, 100), seed % 3 == 0 ? 1.7 : 1);
        var vectors = Blobs(random, n, dim);
        // Duplicates and a lattice bring ties.
        for (var i = 0; i < vectors.Length && seed % 2 == 0; i++)
            vectors[i] = MathF.Round(vectors[i]);
        var minSamples = random.Next(1, Math.Min(6, n));
        var points = PackedVectors.Pack(vectors, dim, Enumerable.Range(0, n).ToArray());

        var (core, _) = CoreDistances.Compute(vectors, points, minSamples, threads: 2);
        var edges = SpanningTree.Prim(vectors, points, core, alpha, threads: 2);

        var plainCore = PlainCore(vectors, n, dim, minSamples);
        return core.SequenceEqual(plainCore) && edges.SequenceEqual(PlainPrim(vectors, n, dim, plainCore, alpha));
    }

    [Property(MaxTest = 40)]
    public bool Numpy_order_is_a_permutation_in_ascending_order(int seed)
    {
        var random = new Random(seed);
        double[] values = [.. Enumerable.Range(0, random.Next(0, 3000)).Select(_ => (double)random.Next(0, random.Next(1, 500)))];

        var order = NumpyArgsort.Order(values);

        return order.Order().SequenceEqual(Enumerable.Range(0, values.Length))
            && order.Select(i => values[i]).SequenceEqual(values.Order());
    }

    [Fact]
    public void Numpy_order_survives_data_made_to_exhaust_its_quicksort()
    {
        var values = QuicksortKiller(20_000);

        var order = NumpyArgsort.Order(values);

        Assert.Equal(values.Order(), order.Select(i => values[i]));
    }

    [Property(MaxTest = 40)]
    public bool Labels_probabilities_and_scores_stay_in_their_ranges(int seed)
    {
        var random = new Random(seed);
        var (n, dim) = (random.Next(0, 100), random.Next(1, 6));
        var options = new HdbscanOptions
        {
            MinClusterSize = random.Next(2, 8),
            MinSamples = random.Next(1, 8),
            Epsilon = random.Next(3) * 0.4,
            Method = (SelectionMethod)random.Next(2),
            AllowSingleCluster = random.Next(2) == 0,
            MaxClusterSize = random.Next(2) * 20,
            EpsilonMax = random.Next(2) == 0 ? 1.1 : double.PositiveInfinity,
        };

        var result = Engine.People.Hdbscan.Hdbscan.Fit(Blobs(random, n, dim), dim, options);

        return result.Labels.All(label => label >= -1 && label < result.ClusterCount)
            && result.Probabilities.Zip(result.Labels).All(pair => pair.Second < 0 ? pair.First == 0 : pair.First is >= 0 and <= 1)
            && result.OutlierScores.All(score => score is >= 0 and <= 1)
            && result.Persistence.Length == result.ClusterCount;
    }

    private static float[] Blobs(Random random, int n, int dim)
    {
        var vectors = new float[n * dim];
        for (var row = 0; row < n; row++)
        {
            var centre = random.Next(4) * 4;
            for (var k = 0; k < dim; k++)
                vectors[row * dim + k] = centre + (float)(random.NextDouble() + random.NextDouble() + random.NextDouble());
        }

        return vectors;
    }

    private static double[] PlainCore(float[] vectors, int n, int dim, int minSamples) =>
        [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Where(j => j != i)
            .Select(j => Distance(vectors, dim, i, j)).Order().ElementAt(minSamples - 1))];

    private static IEnumerable<SpanningEdge> PlainPrim(float[] vectors, int n, int dim, double[] core, double alpha)
    {
        var outside = Enumerable.Range(1, n - 1).ToDictionary(j => j, _ => new SpanningEdge(0, 0, double.PositiveInfinity));
        for (var node = 0; outside.Count > 0;)
        {
            foreach (var j in outside.Keys.Order().ToArray())
            {
                var reach = Math.Max(Distance(vectors, dim, node, j) / alpha, Math.Max(core[node], core[j]));
                if (reach < outside[j].Weight)
                    outside[j] = new SpanningEdge(node, j, reach);
            }

            var edge = outside.OrderBy(entry => entry.Value.Weight).ThenBy(entry => entry.Key).First().Value;
            yield return edge;
            outside.Remove(edge.To);
            node = edge.To;
        }
    }

    private static double Distance(float[] vectors, int dim, int i, int j) =>
        PackedVectors.PlainDistance(vectors.AsSpan(i * dim, dim), vectors.AsSpan(j * dim, dim));

    // Median-of-three killer (Musser 1997): 1, k+1, 3, k+3, ... then the even numbers; makes every partition lopsided.
    private static double[] QuicksortKiller(int length)
    {
        var half = length / 2;
        return [.. Enumerable.Range(1, length).Select(i =>
            (double)(i > half ? 2 * (i - half) : i % 2 == 1 ? i : half + i - 1))];
    }
}
