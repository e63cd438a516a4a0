using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Bench.Commands;

/// <summary>
/// `students`: the built-in pack beside the pack it learnt from, on pictures that were kept out of its training; a Markdown table.
/// </summary>
internal static class StudentsCommand
{
    private const int TimedPhotos = 40;

    public static Command Create()
    {
        var student = Folder("--student", "The pack that learnt.");
        var teacher = Folder("--teacher", "The pack it learnt from.");
        var data = Folder("--data", "The folder of lfw, friends and dlib_faces.");
        var mosaics = Folder("--mosaics", "What models/training/mosaics.py made.");
        var drawn = Folder("--drawn", "A drawn wedding, as `demo --out DIR` made it.");
        var firstLetter = new Option<string>("--from") { Description = "People of lfw from this name on were kept out of the training.",
            HelpName = "NAME", DefaultValueFactory = _ => "N" };
        var command = new Command("students", "Compares the built-in models with their teachers.")
        {
            student, teacher, data, mosaics, drawn, firstLetter,
        };
        command.SetAction(line =>
        {
            using var a = Services(line.GetValue(student)!);
            using var b = Services(line.GetValue(teacher)!);
            var (first, second) = (Pack(a), Pack(b));
            var folder = line.GetValue(data)!;
            Console.WriteLine($"| measured | {first.Title} | {second.Title} |\n|---|---|---|");
            WriteDetection(first, second, folder, line.GetValue(mosaics)!, line.GetValue(drawn)!);
            WritePortraits(first, second, Path.Combine(folder, "lfw"), line.GetValue(firstLetter)!);
            WritePeople(first, second, Path.Combine(folder, "friends"), line.GetValue(drawn)!);
        });
        return command;
    }

    private static Option<string> Folder(string name, string description) =>
        new(name) { Description = description, HelpName = "DIR", Required = true };

    private static ServiceProvider Services(string pack)
    {
        var configuration = BenchModels.Configuration(pack);
        return BenchModels.Services(configuration).AddInference(configuration).BuildServiceProvider();
    }

    private static PackFigures Pack(IServiceProvider services) =>
        new(services.GetRequiredService<ModelLibrary>().Choose(), services.GetRequiredService<SessionFactory>());

    private static void WriteDetection(PackFigures first, PackFigures second, string data, string mosaics, string drawn)
    {
        var pictures = Mosaics(mosaics);
        var (a, b) = (first.Detect(pictures), second.Detect(pictures));
        Row("mosaics: recall of faces from 32 px", Share(a.LargeFound, a.Large), Share(b.LargeFound, b.Large));
        Row("mosaics: recall of faces of 16 to 32 px", Share(a.SmallFound, a.Small), Share(b.SmallFound, b.Small));
        Row($"mosaics: false detections per 100 of {a.Pictures} pictures", Number(100.0 * a.False / a.Pictures),
            Number(100.0 * b.False / b.Pictures));
        Row("mosaics: point error in eye distances", Number(a.PointError), Number(b.PointError));
        var boxes = PictureList.Dlib(Path.Combine(data, "dlib_faces", "testing.xml"));
        (a, b) = (first.Detect(boxes), second.Detect(boxes));
        Row("testing.xml: faces found", Share(a.LargeFound + a.SmallFound, a.Large + a.Small),
            Share(b.LargeFound + b.SmallFound, b.Large + b.Small));
        var photos = Directory.EnumerateFiles(Path.Combine(drawn, "photos"), "*.jpg").Order(StringComparer.Ordinal)
            .Take(TimedPhotos).ToList();
        var (mine, theirs) = (first.MillisecondsPerPhoto(photos), second.MillisecondsPerPhoto(photos));
        Row("milliseconds per photo of 1280 px, one thread", Number(mine), Number(theirs));
        Row("the same as a ratio", Number(mine / theirs), "1");
    }

    private static void WritePortraits(PackFigures first, PackFigures second, string lfw, string from)
    {
        var files = Directory.EnumerateDirectories(Path.Combine(lfw, "images"))
            .Where(person => string.Compare(Path.GetFileName(person), from, StringComparison.OrdinalIgnoreCase) >= 0)
            .SelectMany(Directory.EnumerateFiles).Order(StringComparer.Ordinal).ToList();
        var people = files.ConvertAll(file => Path.GetFileName(Path.GetDirectoryName(file)!));
        var (a, b) = (first.Portraits(files), second.Portraits(files));
        Row($"lfw from {from}: pictures with a face", Share(a.Count(face => face is not null), files.Count),
            Share(b.Count(face => face is not null), files.Count));
        double[] rates = [1e-3, 1e-4];
        var (mine, theirs) = (Rates(a), Rates(b));
        for (var i = 0; i < rates.Length; i++)
        {
            Row(string.Create(CultureInfo.InvariantCulture, $"lfw from {from}, all pairs: true positives at {rates[i]} false matches"),
                Number(mine[i]), Number(theirs[i]));
            Row("the same as a share of the teacher's", Number(mine[i] / theirs[i]), "1");
        }

        var aspects = a.Zip(b, (x, y) => (Mine: PackFigures.EyeAspect(x), Theirs: PackFigures.EyeAspect(y)))
            .Where(pair => pair is { Mine: not null, Theirs: not null }).ToList();
        Row("eye aspect ratio: r with the teacher's",
            Number(Pearson.Of([.. aspects.Select(pair => pair.Mine!.Value)], [.. aspects.Select(pair => pair.Theirs!.Value)])), "1");

        var smiles = File.ReadLines(Path.Combine(lfw, "smile_labels.csv")).Skip(1).Select(row => row.Split(','))
            .ToDictionary(row => Path.GetFullPath(Path.Combine(lfw, row[0])), row => row[1] == "1");
        Row("smile AUC on lfw's labels", Number(SmileAuc(a)), Number(SmileAuc(b)));

        double[] Rates(IReadOnlyList<FaceReading?> faces) =>
            AllPairsRates.TruePositiveRates([.. faces.Select(face => face?.Embedding)], people, rates);

        double SmileAuc(IReadOnlyList<FaceReading?> faces)
        {
            var labelled = files.Zip(faces).Where(pair => smiles.ContainsKey(Path.GetFullPath(pair.First)))
                .Select(pair => (Smiles: smiles[Path.GetFullPath(pair.First)], Value: PackFigures.Smile(pair.Second) ?? 0))
                .ToLookup(pair => pair.Smiles, pair => pair.Value);
            return Auc.Of([.. labelled[true]], [.. labelled[false]]);
        }
    }

    private static void WritePeople(PackFigures first, PackFigures second, string friends, string drawn)
    {
        using var text = File.OpenText(Path.Combine(friends, "faces.csv"));
        var labels = LabelledFace.Read(text);
        WriteScore("friends", first.People(labels, friends), second.People(labels, friends));
        var (a, b) = (first.Drawn(drawn), second.Drawn(drawn));
        WriteScore("drawn wedding", a.People, b.People);
        Row("drawn wedding: shut eyes told", Share(a.Eyes.ScoredClosed, a.Eyes.Closed), Share(b.Eyes.ScoredClosed, b.Eyes.Closed));
        Row("drawn wedding: open eyes told", Share(a.Eyes.ScoredOpen, a.Eyes.Open), Share(b.Eyes.ScoredOpen, b.Eyes.Open));
    }

    private static void WriteScore(string name, PeopleFigures a, PeopleFigures b)
    {
        Row($"{name}: B-cubed F", Number(a.Score.F), Number(b.Score.F));
        Row($"{name}: B-cubed precision", Number(a.Score.Precision), Number(b.Score.Precision));
        Row($"{name}: B-cubed recall", Number(a.Score.Recall), Number(b.Score.Recall));
    }

    private sealed record MosaicLine(string File, double[][] Faces, double[][] Doubtful);

    private static List<KnownPicture> Mosaics(string directory) =>
    [
        .. from line in File.ReadLines(Path.Combine(directory, "mosaics.jsonl"))
           let mosaic = JsonSerializer.Deserialize<MosaicLine>(line, JsonSerializerOptions.Web)!
           select new KnownPicture(
               Path.Combine(directory, mosaic.File),
               [.. mosaic.Faces.Select(Box)],
               [.. mosaic.Faces.Select(row => Enumerable.Range(0, 5).Select(i => new PointPx(row[4 + 2 * i], row[5 + 2 * i])).ToArray())],
               [.. mosaic.Doubtful.Select(Box)])
    ];

    private static FaceBox Box(double[] row) => new(row[0], row[1], row[2], row[3]);

    private static void Row(string what, string student, string teacher) => Console.WriteLine($"| {what} | {student} | {teacher} |");

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Share(int some, int all) =>
        string.Create(CultureInfo.InvariantCulture, $"{(all > 0 ? (double)some / all : double.NaN):0.0000} ({some} of {all})");
}
