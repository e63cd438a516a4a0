using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using WeddingStudio.Engine.People.Hdbscan;
using WeddingStudio.Engine.People.Hdbscan.Distances;
using WeddingStudio.Engine.People.Hdbscan.Trees;

namespace WeddingStudio.Tests.People.Hdbscan;

public sealed record GoldenMst(int[] A, int[] B, double[] WSorted);

public sealed record GoldenTree(int[] Parent, int[] Child, double[] LambdaVal, int[] Size, double[] OutlierScores);

/// <summary>One data set with its golden runs, read once; the spanning trees of all tests are made once per MinSamples.</summary>
public sealed record GoldenCase
{
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private static readonly ConcurrentDictionary<string, Lazy<GoldenCase>> _cases = new();

    private readonly ConcurrentDictionary<int, Lazy<(double[] Core, double[] Inner, SpanningEdge[] Edges)>> _trees = new();

    public string Name { get; init; } = "";

    public int N { get; init; }

    public int D { get; init; }

    public float?[]? Data { get; init; }

    public string? DataFile { get; init; }

    public float[] Heldout { get; init; } = [];

    public Dictionary<string, double[]> Core { get; init; } = [];

    public Dictionary<string, GoldenMst> Mst { get; init; } = [];

    public Dictionary<string, GoldenTree> Trees { get; init; } = [];

    public GoldenRun[] Runs { get; init; } = [];

    [JsonIgnore]
    public float[] Vectors { get; private init; } = [];

    [JsonIgnore]
    public float[] HeldoutVectors { get; private init; } = [];

    public static GoldenCase Load(string name) => _cases.GetOrAdd(name, n => new Lazy<GoldenCase>(() => Read(n))).Value;

    /// <summary>(case, run index) of every golden run that has labels; one row that skips when the files are not here.</summary>
    public static TheoryData<string, int> LabelledRuns() => Select(run => run.Labels is not null);

    public static TheoryData<string, int> PredictedRuns() => Select(run => run.PredictLabels is not null);

    public static TheoryData<string> Names() => [.. All().Select(golden => golden.Name).DefaultIfEmpty("edge_n0")];

    /// <summary>One golden run by our code, on the shared spanning tree.</summary>
    public HdbscanResult Cluster(GoldenRun run, TieOrder ties)
    {
        var options = run.Options(ties);
        var (core, inner, edges) = _trees.GetOrAdd(options.MinSamples, ms => new(() => SpanningTreeOf(ms))).Value;
        return Engine.People.Hdbscan.Hdbscan.FromSpanningTree(edges, options) with { CoreDistances = core, InnerDistances = inner };
    }

    private (double[] Core, double[] Inner, SpanningEdge[] Edges) SpanningTreeOf(int minSamples)
    {
        var points = PackedVectors.Pack(Vectors, D, Enumerable.Range(0, N).ToArray());
        var (core, inner) = CoreDistances.Compute(Vectors, points, Math.Min(N - 1, minSamples), threads: 2);
        return (core, inner, SpanningTree.Prim(Vectors, points, core, alpha: 1, threads: 1));
    }

    private static GoldenCase Read(string name)
    {
        var folder = SharedFiles.Require("golden/hdbscan");
        var golden = JsonSerializer.Deserialize<GoldenCase>(File.ReadAllBytes(Path.Combine(folder, name + ".json")), _json)!;
        if (golden.DataFile is null)
        {
            return golden with
            {
                Vectors = [.. golden.Data!.Select(value => value ?? float.NaN)],
                HeldoutVectors = golden.Heldout,
            };
        }

        var all = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(folder, golden.DataFile)));
        return golden with { Vectors = all[..(golden.N * golden.D)].ToArray(), HeldoutVectors = all[(golden.N * golden.D)..].ToArray() };
    }

    private static IEnumerable<GoldenCase> All()
    {
        if (SharedFiles.Root is null || !Directory.Exists(Path.Combine(SharedFiles.Root, "golden/hdbscan")))
            return [];
        return Directory.EnumerateFiles(Path.Combine(SharedFiles.Root, "golden/hdbscan"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(path => Load(Path.GetFileNameWithoutExtension(path)));
    }

    private static TheoryData<string, int> Select(Func<GoldenRun, bool> wanted)
    {
        var rows = new TheoryData<string, int>();
        foreach (var golden in All())
        {
            for (var run = 0; run < golden.Runs.Length; run++)
            {
                if (wanted(golden.Runs[run]))
                    rows.Add(golden.Name, run);
            }
        }

        if (rows.Count == 0)
            rows.Add("edge_n2", 0);
        return rows;
    }
}
