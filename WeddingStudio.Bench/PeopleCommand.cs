using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.People;

namespace WeddingStudio.Bench;

/// <summary>`people`: how well faces become people, as B-cubed precision, recall and F against known identities.</summary>
internal static class PeopleCommand
{
    public static Command Create()
    {
        var list = new Argument<string>("LIST") { Description = "file,identity (the face nearest the centre is meant) or file,x1,y1,x2,y2,identity." };
        var images = new Option<string>("--images") { Description = "The folder the list's files are relative to.", HelpName = "DIR", Required = true };
        var epsilon = new Option<double?>("--epsilon") { Description = "Where grouping stops to split; the pack's if not given.", HelpName = "E" };
        var command = new Command("people", "Measures the grouping of faces into people.") { list, images, epsilon };
        var models = new BenchModels(command);
        command.SetAction(line =>
        {
            using var text = File.OpenText(line.GetValue(list)!);
            var labels = LabelledFace.Read(text);
            var reader = models.Open(line, out var services);
            using (services)
            {
                var set = services.GetRequiredService<ModelLibrary>().Choose();
                var names = labels.Select(l => l.File).Distinct().ToList();
                var pictures = PictureFaces.ReadAll(names, name => Path.Combine(line.GetValue(images)!, name), reader);
                Measure(labels, pictures, line.GetValue(epsilon) ?? set.ClusteringEpsilon);
            }
        });
        return command;
    }

    private static void Measure(IReadOnlyList<LabelledFace> labels, IReadOnlyList<PictureFaces> pictures, double epsilon)
    {
        var faces = new List<FaceVector>();
        var groupIndex = new List<(LabelledFace Label, int Face)>();
        for (var photo = 0; photo < pictures.Count; photo++)
        {
            // A list without boxes speaks of one face per picture; whoever else is in it is not known and stays out.
            var own = labels.Where(l => l.File == pictures[photo].Name).ToList();
            IReadOnlyList<FaceReading> readings = own[0].Box is not null ? pictures[photo].Faces
                : pictures[photo].Central is { } central ? [central] : [];
            var match = LabelledFace.Match(own, [.. readings.Select(r => r.Box)], pictures[photo].WidthPx, pictures[photo].HeightPx);
            groupIndex.AddRange(own.Select((label, i) => (label, match[i] < 0 ? -1 : faces.Count + match[i])));
            faces.AddRange(readings.Select((r, i) => new FaceVector(
                string.Create(CultureInfo.InvariantCulture, $"{photo:000000}-{i:0000}"), photo, r.Box.WidthPx, r.Embedding)));
        }

        var groups = BaseGrouping.Group(faces, epsilon);
        var counted = groupIndex.Where(g => g.Label.Counts).ToList();
        var score = BCubed.Of([.. counted.Select(g => g.Face < 0 ? -1 : groups[g.Face])], [.. counted.Select(g => g.Label.Identity)]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"B-cubed F {score.F:0.0000}, precision {score.Precision:0.0000}, recall {score.Recall:0.0000} over {counted.Count} faces of {counted.Select(g => g.Label.Identity).Distinct().Count()} people; "
            + $"{counted.Count(g => g.Face < 0)} not found, {groups.Where(g => g >= 0).Distinct().Count()} groups, epsilon {epsilon:0.###}"));
    }
}
