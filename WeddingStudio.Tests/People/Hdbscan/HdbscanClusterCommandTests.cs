using System.Globalization;
using System.Runtime.InteropServices;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Commands;
using WeddingStudio.Engine.People.Hdbscan;

namespace WeddingStudio.Tests.People.Hdbscan;

public sealed class HdbscanClusterCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cluster").FullName;

    [Fact]
    public void Cluster_writes_one_line_per_row_with_what_the_engine_says()
    {
        float[] vectors = [0, 1, 3, 98, 99, 102, 1000];
        var (file, csv) = (Path.Combine(_folder, "rows.f32"), Path.Combine(_folder, "labels.csv"));
        File.WriteAllBytes(file, MemoryMarshal.AsBytes(vectors.AsSpan()).ToArray());

        var code = Invoke(file, "--dim", "1", "--min-samples", "1", "--min-cluster-size", "2", "--method", "leaf",
            "--epsilon", "0.3", "--out", csv);

        var expected = Engine.People.Hdbscan.Hdbscan.Fit(vectors, 1, new HdbscanOptions
        {
            MinClusterSize = 2,
            MinSamples = 1,
            Method = SelectionMethod.Leaf,
            Epsilon = 0.3,
        });
        var lines = File.ReadAllLines(csv);
        Assert.Equal(0, code);
        Assert.Equal("index,label,probability,outlier_score", lines[0]);
        Assert.Equal(
            expected.Labels.Select((label, i) => string.Create(CultureInfo.InvariantCulture,
                $"{i},{label},{expected.Probabilities[i]:R},{expected.OutlierScores[i]:R}")),
            lines[1..]);
    }

    [Fact]
    public void Cluster_finds_the_people_in_the_vectors_it_makes()
    {
        var csv = Path.Combine(_folder, "labels.csv");

        var code = Invoke("--make", "300", "--dim", "64", "--seed", "7", "--epsilon", "0.9", "--out", csv);

        Assert.Equal(0, code);
        Assert.InRange(File.ReadAllLines(csv).Skip(1).Select(line => line.Split(',')[1]).Distinct().Count(), 8, 20);
    }

    [Fact]
    public void Made_vectors_have_unit_length_and_depend_on_the_seed_only()
    {
        var vectors = FacesLike.Make(20, 32, seed: 3);

        Assert.Equal(vectors, FacesLike.Make(20, 32, seed: 3));
        Assert.NotEqual(vectors, FacesLike.Make(20, 32, seed: 4));
        Assert.All(vectors.Chunk(32), vector => Assert.Equal(1.0, vector.Sum(value => (double)value * value), 1e-5));
    }

    [Fact]
    public void Cluster_without_a_source_or_with_half_a_row_fails()
    {
        var file = Path.Combine(_folder, "half.f32");
        File.WriteAllBytes(file, new byte[6]);

        Assert.NotEqual(0, Invoke("--dim", "4"));
        Assert.NotEqual(0, Invoke(file, "--dim", "1"));
        Assert.NotEqual(0, Invoke(Path.Combine(_folder, "missing.f32"), "--dim", "1"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static int Invoke(params string[] arguments) => ClusterCommand.Create().Parse(arguments).Invoke();
}
