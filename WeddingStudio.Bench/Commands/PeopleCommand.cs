using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Bench.Commands;

/// <summary>`people`: how well faces become people, as B-cubed precision, recall and F against known identities.</summary>
internal static class PeopleCommand
{
    public static Command Create()
    {
        var list = new Argument<string>("LIST")
        {
            Description = "file,identity (the face nearest the centre is meant) or file,x1,y1,x2,y2,identity.",
        };
        var images = new Option<string>("--images")
        {
            Description = "The folder the list's files are relative to.", HelpName = "DIR", Required = true,
        };
        var epsilon = new Option<double?>("--epsilon")
        {
            Description = "Where grouping stops to split; the pack's if not given.", HelpName = "E",
        };
        var questions = new Option<bool>("--questions")
        {
            Description = "Also which pairs of people would be asked about; of lists without boxes.",
        };
        var later = new Option<double>("--later") { Description = "Also with this share of the pictures, the list's last, "
            + "coming when the others are people already.", HelpName = "SHARE" };
        var command = new Command("people", "Measures the grouping of faces into people.") { list, images, epsilon, questions, later };
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
                var pictures = PictureFaces.ReadAll(names, name => Path.Combine(line.GetValue(images)!, name), reader, set);
                var used = line.GetValue(epsilon) is { } asked ? new ClusteringSettings(asked) : set.Clustering;
                Print("", PeopleFigures.Of(labels, pictures, used), used);
                if (line.GetValue(later) is > 0 and < 1 and var share)
                    Print(string.Create(CultureInfo.InvariantCulture, $"{share:0%} later: "),
                        PeopleFigures.Of(labels, pictures, used, share), used);
                if (line.GetValue(questions))
                    ListQuestions.Print(labels, pictures, used, all: true);
            }
        });
        return command;
    }

    private static void Print(string what, PeopleFigures found, ClusteringSettings clustering) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}B-cubed F {found.Score.F:0.0000}, precision {found.Score.Precision:0.0000}, recall {found.Score.Recall:0.0000} over "
            + $"{found.Faces} faces of {found.Identities} people; "
            + $"{found.NotFound} not found, {found.Groups} groups; of {found.Poor.Faces} poor faces {found.Poor.Joined} of somebody "
            + $"joined, {found.Poor.Wrong} of them wrongly, "
            + $"and {found.Poor.UnknownJoined} of {found.Poor.Unknown} without a label; {clustering}"));
}
