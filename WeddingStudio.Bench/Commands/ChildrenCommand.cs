using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Bench.Commands;

/// <summary>
/// `children`: children of as many families among adults, as at a wedding; with the directions of the pack taken out and without.
/// </summary>
internal static class ChildrenCommand
{
    public static Command Create()
    {
        var list = new Argument<string>("LIST") { Description = "person: folders of children, FAMILY/PERSON." };
        var families = new Option<string>("--families")
        {
            Description = "The folder the list's folders are in, with one face in each picture.", HelpName = "DIR", Required = true,
        };
        var adults = new Option<string>("--adults")
        {
            Description = "A folder with a folder for each adult; those from --from on are used.", HelpName = "DIR", Required = true,
        };
        var from = new Option<string>("--from")
        {
            Description = "Adults before this name were trained on.", HelpName = "NAME", DefaultValueFactory = _ => "N",
        };
        var draws = new Option<int>("--draws") { Description = "Albums drawn.", HelpName = "N", DefaultValueFactory = _ => 10 };
        var command = new Command("children", "Measures the grouping of children among adults.") { list, families, adults, from, draws };
        var models = new BenchModels(command);
        command.SetAction(line =>
        {
            var children = File.ReadLines(line.GetValue(list)!).Skip(1).Select(row => Path.Combine(line.GetValue(families)!, row)).ToList();
            var grown = PeopleFolders.From(line.GetValue(adults)!, line.GetValue(from)!);
            var reader = models.Open(line, out var services);
            using (services)
            {
                var clustering = services.GetRequiredService<ModelLibrary>().Choose().Clustering;
                var albums = Enumerable.Range(1, line.GetValue(draws))
                    .Select(seed => ChildrenAlbum.Draw(children, grown, new Random(seed))).ToList();
                var pictures = albums.SelectMany(album => album.Pictures).Distinct()
                    .ToLookup(picture => children.Contains(Path.GetDirectoryName(picture)!));
                var read = PictureFaces.ReadAll([.. pictures[true]], path => path,
                    picture => BorderedPicture.Of(picture, BorderedPicture.Share), reader)
                    .Concat(PictureFaces.ReadAll([.. pictures[false]], path => path, reader)).ToDictionary(picture => picture.Name);
                Print("as the pack says", albums.ConvertAll(album => album.Grouped(read, clustering)));
                if (clustering.Directions is not null)
                    Print("nothing taken out", albums.ConvertAll(album => album.Grouped(read, clustering with { Directions = [] })));
            }
        });
        return command;
    }

    private static void Print(string what, List<ChildrenAlbum.Figures> found)
    {
        Console.WriteLine($"{what}:");
        foreach (var (draw, figures) in found.Index())
            Console.WriteLine($"  draw {draw + 1}: {Text(figures)}");
        Console.WriteLine(
            $"  mean: {Text(new(Mean(f => f.Children), Mean(f => f.Adults), found.Sum(f => f.NotFound), found.Max(f => f.LargestMix)))}");

        BCubed Mean(Func<ChildrenAlbum.Figures, BCubed> of) => new(found.Average(f => of(f).Precision), found.Average(f => of(f).Recall));
    }

    private static string Text(ChildrenAlbum.Figures found) => string.Create(CultureInfo.InvariantCulture,
        $"children precision {found.Children.Precision:0.0000}, recall {found.Children.Recall:0.0000}; adults F {found.Adults.F:0.0000}; "
        + $"{found.NotFound} faces not found; at most {found.LargestMix} children in one person");
}
