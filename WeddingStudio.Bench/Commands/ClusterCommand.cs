using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Engine.People.Hdbscan;

namespace WeddingStudio.Bench.Commands;

/// <summary>
/// <c>cluster FILE.f32 --dim D ... --out labels.csv</c> clusters a file of little-endian float32 rows;
/// <c>cluster --make N --dim D --seed S</c> makes faces-like vectors and prints T, the clustering time, beside G, the time
/// of one plain pass over all pairs of dot products, and M, what the clustering needs besides the vectors.
/// <c>--predict POINTS.f32 --predicted FILE</c> places new points in the clusters, <c>--centres FILE</c> names what stands for each: the
/// studio itself groups people without either.
/// </summary>
public static class ClusterCommand
{
    private const int WrongArguments = 2;

    private static readonly Argument<FileInfo?> _file = new("file")
    {
        Description = "little-endian float32, row after row", Arity = ArgumentArity.ZeroOrOne,
    };
    private static readonly Option<int> _dim = new("--dim") { Description = "numbers per row", Required = true };
    private static readonly Option<int> _minClusterSize = new("--min-cluster-size") { DefaultValueFactory = _ => 3 };
    private static readonly Option<int> _minSamples = new("--min-samples") { DefaultValueFactory = _ => 2 };
    private static readonly Option<double> _epsilon = new("--epsilon") { Description = "merge clusters closer than this distance" };
    private static readonly Option<SelectionMethod> _method = new("--method") { Description = "eom or leaf" };
    private static readonly Option<bool> _allowSingle = new("--allow-single-cluster");
    private static readonly Option<FileInfo?> _out = new("--out") { Description = "CSV: index,label,probability,outlier_score" };
    private static readonly Option<FileInfo?> _centres = new("--centres")
    {
        Description = "CSV: label, row of its medoid, numbers of its centroid",
    };
    private static readonly Option<FileInfo?> _points = new("--predict")
    {
        Description = "rows to place in the clusters, in the form of FILE",
    };
    private static readonly Option<FileInfo?> _predicted = new("--predicted") { Description = "CSV of these: index,label,strength" };
    private static readonly Option<PredictionForm> _form = new("--form")
    {
        Description = "fixed: the clusters that were selected; library: as hdbscan 0.8.43 guesses them",
    };
    private static readonly Option<int> _make = new("--make")
    {
        Description = "make this many faces-like unit vectors instead of reading a file",
    };
    private static readonly Option<int> _seed = new("--seed") { DefaultValueFactory = _ => 1 };
    private static readonly Option<int> _threads = new("--threads") { Description = "0 = every core" };

    public static Command Create()
    {
        var command = new Command("cluster", "Group vectors with HDBSCAN*")
        {
            _file, _dim, _minClusterSize, _minSamples, _epsilon, _method, _allowSingle, _out, _centres, _points, _predicted,
            _form, _make, _seed, _threads,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(_file) is null == result.GetValue(_make) <= 0)
                result.AddError("Give either FILE.f32 or --make N.");
            if (result.GetValue(_dim) < 1)
                result.AddError("--dim is 1 or more.");
            if (result.GetValue(_points) is null != result.GetValue(_predicted) is null)
                result.AddError("--predict and --predicted go together.");
        });
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        try
        {
            var options = OptionsOf(arguments);
            var dim = arguments.GetValue(_dim);
            var made = arguments.GetValue(_make);
            var vectors = made > 0 ? FacesLike.Make(made, dim, arguments.GetValue(_seed)) : Read(arguments.GetValue(_file)!, dim);
            var resident = Environment.WorkingSet;
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var clock = Stopwatch.StartNew();
            var result = Hdbscan.Fit(vectors, dim, options);
            Report(result, clock.Elapsed.TotalSeconds);
            Console.WriteLine(Invariant($"M besides the data, a face: {PerFace(GC.GetTotalAllocatedBytes(precise: true) - allocated):F2} ",
                $"KiB allocated all in all; ")
                + Invariant($"peak memory of the process grew by {PerFace(PeakMemory() - resident):F2} KiB, code included"));

            double PerFace(long bytes) => bytes / 1024.0 / Math.Max(1, result.Labels.Length);
            if (made > 0)
                Console.WriteLine(Invariant($"G {AllPairs.Seconds(vectors, dim, options.MaxThreads):F3} s"));
            if (arguments.GetValue(_out) is { } file)
                Write(file, result);
            if (arguments.GetValue(_centres) is { } centres)
                WriteCentres(centres, result, vectors, dim);
            if (arguments.GetValue(_points) is { } points)
                WritePredicted(arguments.GetValue(_predicted)!,
                    Prediction.ApproximatePredict(result, vectors, Read(points, dim), dim, arguments.GetValue(_form)));
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Console.Error.WriteLine(exception.Message);
            return WrongArguments;
        }
    }

    private static HdbscanOptions OptionsOf(ParseResult arguments) => new()
    {
        MinClusterSize = arguments.GetValue(_minClusterSize),
        MinSamples = arguments.GetValue(_minSamples),
        Epsilon = arguments.GetValue(_epsilon),
        Method = arguments.GetValue(_method),
        AllowSingleCluster = arguments.GetValue(_allowSingle),
        MaxThreads = arguments.GetValue(_threads),
    };

    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static float[] Read(FileInfo file, int dim)
    {
        var bytes = File.ReadAllBytes(file.FullName);
        if (bytes.Length % (sizeof(float) * dim) != 0)
            throw new ArgumentException($"{file.FullName}: {bytes.Length} bytes are no whole number of rows of {dim} float32.");
        return MemoryMarshal.Cast<byte, float>(bytes).ToArray();
    }

    private static void Report(HdbscanResult result, double seconds)
    {
        Console.WriteLine(Invariant($"T {seconds:F3} s"));
        Console.WriteLine($"{result.Labels.Length} rows, {result.ClusterCount} clusters, {result.Labels.Count(label => label < 0)} noise");
    }

    private static void Write(FileInfo file, HdbscanResult result)
    {
        using var csv = new StreamWriter(file.FullName);
        csv.Write("index,label,probability,outlier_score\n");
        for (var i = 0; i < result.Labels.Length; i++)
            csv.Write(Invariant($"{i},{result.Labels[i]},{result.Probabilities[i]:R},{result.OutlierScores[i]:R}\n"));
    }

    private static void WriteCentres(FileInfo file, HdbscanResult result, float[] vectors, int dim)
    {
        var (medoids, centroids) = (ClusterCentres.Medoids(result, vectors, dim), ClusterCentres.Centroids(result, vectors, dim));
        using var csv = new StreamWriter(file.FullName);
        for (var label = 0; label < medoids.Length; label++)
            csv.Write(Invariant($"{label},{medoids[label]},")
                + string.Join(',', centroids[label].Select(value => Invariant($"{value:R}"))) + "\n");
    }

    private static void WritePredicted(FileInfo file, (int[] Labels, double[] Strengths) predicted)
    {
        using var csv = new StreamWriter(file.FullName);
        csv.Write("index,label,strength\n");
        for (var i = 0; i < predicted.Labels.Length; i++)
            csv.Write(Invariant($"{i},{predicted.Labels[i]},{predicted.Strengths[i]:R}\n"));
    }

    private static string Invariant(params FormattableString[] text) => string.Concat(text.Select(FormattableString.Invariant));
}
