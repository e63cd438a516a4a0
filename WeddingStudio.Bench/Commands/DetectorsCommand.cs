using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Bench.Commands;

/// <summary>`detectors`: every detector of some packs on the same photos, with and without the look at tiles; a Markdown table.</summary>
internal static class DetectorsCommand
{
    private const int Crowds = 12, MixedPhotos = 20, Seed = 5;
    private static readonly double[] CrowdSizes = [16, 24, 40, 80], MixedSizes = [16, 400];

    public static Command Create()
    {
        var packs = new Option<string[]>("--models")
        {
            Description = "Model packs; of the first the whole pipeline is measured too, the last one's default detector says where a "
                + "portrait's face is.", HelpName = "DIR", Required = true, AllowMultipleArgumentsPerToken = true,
        };
        var data = new Option<string>("--data") { Description = "The folder of lfw and dlib_faces.", HelpName = "DIR", Required = true };
        var only = new Option<string>("--only")
        {
            Description = "Detectors whose name contains this.", HelpName = "NAME", DefaultValueFactory = _ => "",
        };
        var command = new Command("detectors", "Compares detectors on photos with faces at known places.") { packs, data, only };
        command.SetAction(line =>
        {
            using var sessions = new SessionFactory(Options.Create(new InferenceOptions()), NullLogger<SessionFactory>.Instance);
            List<ModelSearch> searches = [.. line.GetValue(packs)!.Select(pack => ModelLibrary.Look([pack]))];
            Compare(searches, sessions, line.GetValue(data)!, line.GetValue(only)!);
        });
        return command;
    }

    /// <summary>One row of the table: something that finds faces.</summary>
    private sealed class Contestant(string name, Func<Raster, IReadOnlyList<FaceBox>> find)
    {
        private TimeSpan _spent;

        public string Name => name;
        public DetectionTally Group { get; } = new([0]);
        public DetectionTally Crowd { get; } = new(CrowdSizes);
        public DetectionTally Mixed { get; } = new(MixedSizes);

        public void See(DetectionTally tally, Raster photo, IReadOnlyList<FaceBox> faces)
        {
            var started = Stopwatch.GetTimestamp();
            var found = find(photo);
            if (tally != Group)
                _spent += Stopwatch.GetElapsedTime(started);
            tally.Add(new KnownPicture("", faces, [], []), [.. found.Select(box => (box, Array.Empty<PointPx>()))]);
        }

        public double MillisecondsPerPhoto => _spent.TotalMilliseconds / (Crowd.Pictures + Mixed.Pictures);
    }

    private static void Compare(List<ModelSearch> packs, SessionFactory sessions, string data, string only)
    {
        var first = FaceReader.Open(Set(packs[0]), sessions, new FacesOptions());
        List<Contestant> contestants =
        [
            new("whole pipeline", photo => Boxes(first.Read(photo))),
            new("whole pipeline, tiles where likely",
                photo => [.. Boxes(first.Read(photo)) is var found && first.HasSmall(photo, found)
                    ? found.Concat(Boxes(first.ReadSmallAsync(photo, found, CancellationToken.None).GetAwaiter().GetResult())) : found]),
            .. packs.SelectMany(pack => Detectors(pack, sessions)).Where(detector => detector.Name.Contains(only, StringComparison.Ordinal))
                .SelectMany(WithAndWithoutTiles),
        ];
        foreach (var (photo, faces) in PictureList.Dlib(Path.Combine(data, "dlib_faces", "testing.xml"))
            .Select(p => (PhotoReader.Read(p.Path), p.Faces)))
            contestants.ForEach(c => c.See(c.Group, photo, faces));

        var portraits = Directory.EnumerateFiles(Path.Combine(data, "lfw", "images"), "*.jpg", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).ToList();
        var truth = Engine.Faces.Detection.Detectors.Open(Set(packs[^1]).Detector, sessions, new FacesOptions());
        var scenes = new CrowdScenes(portraits, portrait => truth.Detect(portrait).FirstOrDefault()?.Box, Seed);
        for (var i = 0; i < Crowds + MixedPhotos; i++)
        {
            var scene = i < Crowds ? scenes.Crowd() : scenes.Mixed();
            contestants.ForEach(c => c.See(i < Crowds ? c.Crowd : c.Mixed, scene.Photo, scene.Faces));
            Console.Error.WriteLine($"{i + 1} of {Crowds + MixedPhotos} made photos");
        }

        Write(contestants);
    }

    private static ModelSet Set(ModelSearch pack) => ModelSet.From(pack, "", "") with { Expression = null, ExpressionLandmarks = null };

    private static IReadOnlyList<FaceBox> Boxes(IReadOnlyList<FaceReading> faces) => [.. faces.Select(face => face.Box)];

    private static IEnumerable<(string Name, IFaceDetector Detector)> Detectors(ModelSearch search, SessionFactory sessions) =>
        from pack in search.Packs
        from entry in pack.InRole("detector")
        select (entry.Name, Engine.Faces.Detection.Detectors.Open(new ChosenModel(pack, entry), sessions, new FacesOptions()));

    private static IEnumerable<Contestant> WithAndWithoutTiles((string Name, IFaceDetector Detector) known)
    {
        var tiles = new SmallFaces(known.Detector, new FacesOptions().LongSidePx);
        yield return new(known.Name, Whole);
        yield return new($"{known.Name}, tiles", photo => [.. Whole(photo) is var found
            ? found.Concat(tiles.Detect(photo, found, isReduced: false, CancellationToken.None).Select(face => face.Box)) : []]);

        IReadOnlyList<FaceBox> Whole(Raster photo) => [.. known.Detector.Detect(photo).Select(face => face.Box)];
    }

    private static void Write(List<Contestant> contestants)
    {
        Console.WriteLine("| detector | testing.xml | crowds 16-24 px | 24-40 | 40-80 | 80-120 | false | doubles | mixed 16-32 px | 800 px "
            + "| false | doubles | ms per 24 MP photo |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var c in contestants)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {c.Name} | {c.Group[0].Found} of {c.Group[0].Known}, {c.Group.False} false | {Share(c.Crowd[0])} | {Share(c.Crowd[1])} "
                + $"| {Share(c.Crowd[2])} | {Share(c.Crowd[3])} | {c.Crowd.False} | {c.Crowd.Doubles} | {Share(c.Mixed[0])} | "
                + $"{Share(c.Mixed[1])} | {c.Mixed.False} | {c.Mixed.Doubles} | {c.MillisecondsPerPhoto:0} |"));
        }
    }

    private static string Share((int Found, int Known) faces) =>
        string.Create(CultureInfo.InvariantCulture, $"{(double)faces.Found / Math.Max(1, faces.Known):0.000}");
}
