using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Bench.Commands;

/// <summary>`secondlook`: which photos are looked at in tiles, and how finely: what each policy finds and costs; a table.</summary>
internal static class SecondLookCommand
{
    private const int Seed = 5, PortraitsPerCrowd = 9, KeptQuality = 92;

    /// <summary>The smallest face that anybody can be told by, in pixels of the photo.</summary>
    private const double SmallestToldPx = 32;

    public static Command Create()
    {
        var pack = new Option<string>("--models") { Description = "A model pack.", HelpName = "DIR", Required = true };
        var data = new Option<string>("--data") { Description = "The folder of lfw.", HelpName = "DIR", Required = true };
        var crowds = new Option<int>("--crowds")
        {
            Description = "Photos of crowds; nine times as many portraits.", DefaultValueFactory = _ => 6,
        };
        var keep = new Option<string?>("--keep") { Description = "Keep the photos here, for `pipeline`.", HelpName = "DIR" };
        var command = new Command("secondlook", "Compares policies for the second look at photos of 24 megapixels, a tenth of them crowds.")
        {
            pack, data, crowds, keep,
        };
        command.SetAction(line =>
        {
            using var sessions = new SessionFactory(Options.Create(new InferenceOptions()), NullLogger<SessionFactory>.Instance);
            var models = ModelSet.From(ModelLibrary.Look([line.GetValue(pack)!]), "", "");
            Compare(models, sessions, line.GetValue(data)!, line.GetValue(crowds), line.GetValue(keep));
        });
        return command;
    }

    /// <summary>One row of the table. Find is given the reduced photo, the photo, and what the first look found (photo pixels).</summary>
    private sealed record Policy(string Name, Func<Raster, Raster, IReadOnlyList<FaceBox>, IEnumerable<FaceBox>> Find)
    {
        public int Found { get; set; }
        public int False { get; set; }
        public TimeSpan Spent { get; set; }
    }

    private static void Compare(ModelSet models, SessionFactory sessions, string data, int crowds, string? keep)
    {
        var options = new FacesOptions();
        var detector = Detectors.Open(models.Detector, sessions, options);
        var tiles = new SmallFaces(detector, options.LongSidePx);
        List<Policy> policies =
        [
            new("none", (_, _, _) => []),
            new("near small faces, enlarged half scale (default)", (reduced, photo, first) =>
                tiles.AreLikely(photo.WidthPx, photo.HeightPx, first) ? Tiles(reduced, first) : []),
            new("every tile, enlarged half scale", (reduced, _, first) => Tiles(reduced, first.Where(box => box.WidthPx > 400))),
            new("every tile, full size", (_, photo, _) =>
                tiles.Detect(photo, [], isReduced: false, CancellationToken.None).Select(face => face.Box)),
        ];
        var portraits = Directory.EnumerateFiles(Path.Combine(data, "lfw", "images"), "*.jpg", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).ToList();
        var scenes = new CrowdScenes(portraits, portrait => detector.Detect(portrait).FirstOrDefault()?.Box, Seed);
        var (photos, known, firstLook) = (crowds * (1 + PortraitsPerCrowd), 0, TimeSpan.Zero);
        for (var i = 0; i < photos; i++)
        {
            var scene = i % (1 + PortraitsPerCrowd) == 0 ? scenes.Crowd() : scenes.Portrait();
            if (keep is not null)
                JpegWriter.Save(scene.Photo, Path.Combine(Directory.CreateDirectory(keep).FullName, $"{i:000}.jpg"), KeptQuality);
            var reduced = RasterResize.Resize(scene.Photo, CrowdScenes.WidthPx / 2, CrowdScenes.HeightPx / 2);
            var started = Stopwatch.GetTimestamp();
            FaceBox[] first = [.. detector.Detect(reduced).Select(face => face.Box.Scale(2))];
            firstLook += Stopwatch.GetElapsedTime(started);
            FaceBox[] told = [.. scene.Faces.Where(face => Math.Max(face.WidthPx, face.HeightPx) >= SmallestToldPx)];
            known += told.Length;
            foreach (var policy in policies)
            {
                started = Stopwatch.GetTimestamp();
                FaceBox[] found = [.. first, .. policy.Find(reduced, scene.Photo, first)];
                policy.Spent += Stopwatch.GetElapsedTime(started);
                policy.Found += told.Count(face => Array.Exists(found, box => box.IoU(face) >= AnchorIoU));
                policy.False += found.Count(box => !scene.Faces.Any(face => face.ShareOfSmaller(box) >= AnchorIoU));
            }
        }

        Write(policies, photos, known, firstLook);

        IEnumerable<FaceBox> Tiles(Raster reduced, IEnumerable<FaceBox> first) =>
            tiles.Detect(reduced, [.. first.Select(box => box.Scale(.5))], isReduced: true, CancellationToken.None)
                .Select(face => face.Box.Scale(2));
    }

    /// <summary>From here on a box is on a face.</summary>
    private const double AnchorIoU = .3;

    private static void Write(List<Policy> policies, int photos, int known, TimeSpan firstLook)
    {
        Line($"{photos} photos, {known} faces of {SmallestToldPx} px and more; ",
            $"first look {firstLook.TotalMilliseconds / photos:0} ms of detector a photo");
        Console.WriteLine("| second look | found | of what every tile at full size finds | false | more ms a photo |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var policy in policies)
            Line($"| {policy.Name} | {(double)policy.Found / known:0.000} | {(double)policy.Found / policies[^1].Found:0.000} ",
                $"| {policy.False} | {policy.Spent.TotalMilliseconds / photos:0} |");

        static void Line(params FormattableString[] text) => Console.WriteLine(string.Concat(text.Select(FormattableString.Invariant)));
    }
}
