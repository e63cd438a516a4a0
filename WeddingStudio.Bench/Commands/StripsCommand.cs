using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Bench.Commands;

/// <summary>`strips`: what booth strips and collages of a few people do to these people's ordinary photos.</summary>
internal static class StripsCommand
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
        var people = new Option<int>("--people")
        {
            Description = "Whose pictures: the first of the list.", HelpName = "N", DefaultValueFactory = _ => 7,
        };
        var each = new Option<int>("--each") { Description = "Ordinary pictures of each, of lists without boxes; "
            + "strips are made of others.", HelpName = "N", DefaultValueFactory = _ => 13 };
        var composed = new Option<int>("--composed") { Description = "Composed pictures of every form: in turn of one person and of three.",
            HelpName = "N", DefaultValueFactory = _ => 8 };
        var command = new Command("strips", "Measures the grouping of people of whom some pictures are composed.")
        {
            list, images, people, each, composed,
        };
        var models = new BenchModels(command);
        command.SetAction(line =>
        {
            using var text = File.OpenText(line.GetValue(list)!);
            var labels = LabelledFace.Read(text);
            var reader = models.Open(line, out var services);
            using (services)
            {
                var set = services.GetRequiredService<ModelLibrary>().Choose();
                var album = StripAlbum.Read(labels, line.GetValue(images)!, line.GetValue(people), line.GetValue(each), reader, set);
                Console.WriteLine($"without: {Text(album.With([], set.Clustering))}");
                foreach (var form in StripForms.All)
                {
                    var pictures = album.Compose(form, line.GetValue(composed), reader, set);
                    Console.WriteLine($"{form.Name}: {Text(album.With(pictures, set.Clustering))}; cut apart: "
                        + $"{Text(album.With(pictures, set.Clustering, cut: true))}");
                }
            }
        });
        return command;
    }

    private static string Text(StripAlbum.Figures found) => string.Create(CultureInfo.InvariantCulture,
        $"precision {found.Score.Precision:0.0000}, recall {found.Score.Recall:0.0000} of {found.Ordinary} ordinary faces, {found.People} "
        + $"people, with their person {found.Placed} of {found.Composed} faces in {found.Reached} of {found.Shown} pictures");
}
