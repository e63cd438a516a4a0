using System.CommandLine;
using System.Globalization;
using System.Numerics.Tensors;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.People.Grouping;

namespace WeddingStudio.Bench.Commands;

/// <summary>`groups`: how surely faces are found and told apart among people of one age, and of one look.</summary>
internal static class GroupsCommand
{
    /// <param name="Person">Null where nobody has two pictures.</param>
    private sealed record Portrait(string Path, string? Person);

    /// <param name="Border">What is drawn out around its pictures, see <see cref="BorderedPicture"/>.</param>
    private sealed record Group(string Name, double Border, List<Portrait> Portraits);

    public static Command Create()
    {
        var ages = new Option<string?>("--ages")
        {
            Description = "Portraits of UTKFace, named AGE_GENDER_GROUP_*, nobody in two of them.", HelpName = "DIR",
        };
        var list = new Option<string?>("--children")
        {
            Description = "person: folders of children, FAMILY/PERSON, in --families.", HelpName = "LIST",
        };
        var families = new Option<string?>("--families") { Description = "The folder the list's folders are in.", HelpName = "DIR" };
        var adults = new Option<string?>("--adults")
        {
            Description = "A folder with a folder for each adult; those from --from on are used.", HelpName = "DIR",
        };
        var from = new Option<string>("--from")
        {
            Description = "Adults before this name were trained on.", HelpName = "NAME", DefaultValueFactory = _ => "N",
        };
        var most = new Option<int>("--most")
        {
            Description = "At most so many pictures of a group.", HelpName = "N", DefaultValueFactory = _ => 1000,
        };
        var command = new Command("groups", "Measures detection and recognition for each age and each look.")
        {
            ages, list, families, adults, from, most,
        };
        var models = new BenchModels(command);
        command.SetAction(line =>
        {
            List<Group> groups = [];
            if (line.GetValue(ages) is { } folder)
                groups.AddRange(OfAges([.. Directory.EnumerateFiles(folder, "*.jpg").Order(StringComparer.Ordinal)]));
            if (line.GetValue(list) is { } children && line.GetValue(families) is { } parents)
                groups.Add(new("children of families", BorderedPicture.Share,
                    [.. File.ReadLines(children).Skip(1).SelectMany(child => Of(Path.Combine(parents, child), child))]));
            if (line.GetValue(adults) is { } grown)
                groups.Add(new("adults", 0,
                    [.. PeopleFolders.From(grown, line.GetValue(from)!).SelectMany(person => Of(person, Path.GetFileName(person)))]));
            var reader = models.Open(line, out var services);
            using (services)
            {
                var clustering = services.GetRequiredService<ModelLibrary>().Choose().Clustering;
                Console.WriteLine($"| group | pictures | found | strangers taken for one from {clustering.OnePersonFrom():0.00} on | two "
                    + "pictures of one taken for one |\n|---|---|---|---|---|");
                foreach (var (name, border, all) in groups)
                {
                    var chosen = all.Exists(p => p.Person is not null) ? all : Spread(all, line.GetValue(most));
                    var read = PictureFaces.ReadAll([.. chosen.Select(p => p.Path)], path => path,
                        picture => BorderedPicture.Of(picture, border), reader);
                    Console.WriteLine(Row(name, chosen, read, clustering));
                }
            }
        });
        return command;
    }

    /// <summary>Bands of ages, and what the set calls race, among adults so that ages do not differ.</summary>
    private static IEnumerable<Group> OfAges(List<string> files)
    {
        var told = files.Select(file => (File: file, Parts: Path.GetFileName(file).Split('_'))).Where(f => f.Parts.Length > 3)
            .Select(f => (Portrait: new Portrait(f.File, null), Age: int.Parse(f.Parts[0], CultureInfo.InvariantCulture),
                Group: f.Parts[2])).ToList();
        foreach (var (low, high) in new[] { (0, 3), (4, 12), (13, 19), (20, 39), (40, 59), (60, 120) })
            yield return new($"ages {low} to {high}", BorderedPicture.Share,
                [.. told.Where(p => p.Age >= low && p.Age <= high).Select(p => p.Portrait)]);
        foreach (var (name, code) in new[] { ("White", "0"), ("Black", "1"), ("Asian", "2"), ("Indian", "3"), ("others", "4") })
            yield return new($"{name}, 20 to 59", BorderedPicture.Share,
                [.. told.Where(p => p.Group == code && p.Age is >= 20 and <= 59).Select(p => p.Portrait)]);
    }

    private static IEnumerable<Portrait> Of(string folder, string person) =>
        PeopleFolders.Pictures(folder).Select(file => new Portrait(file, person));

    private static List<Portrait> Spread(List<Portrait> all, int most) =>
        all.Count <= most ? all : [.. Enumerable.Range(0, most).Select(i => all[(int)((long)i * all.Count / most)])];

    private static string Row(
        string name, IReadOnlyList<Portrait> portraits, IReadOnlyList<PictureFaces> read, ClusteringSettings clustering)
    {
        var vectors = read.Select(picture => picture.Central is { } face ? Vectors.Without(face.Embedding, clustering.Directions ?? [])
            : null).ToList();
        long strangers = 0, taken = 0, pairs = 0, known = 0;
        for (var i = 0; i < vectors.Count; i++)
        {
            for (var j = i + 1; j < vectors.Count; j++)
            {
                if (vectors[i] is not { } a || vectors[j] is not { } b)
                    continue;
                var one = TensorPrimitives.Dot<float>(a, b) >= clustering.OnePersonFrom() ? 1 : 0;
                if (portraits[i].Person is { } person && person == portraits[j].Person)
                    (pairs, known) = (pairs + 1, known + one);
                else if (portraits[i].Person is null || Family(portraits[i]) != Family(portraits[j]))
                    (strangers, taken) = (strangers + 1, taken + one);
            }
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {portraits.Count} | {vectors.Count(v => v is not null) / (double)portraits.Count:0.000} | "
            + $"{taken / (double)strangers:0.0000} | {(pairs == 0 ? "not measured" : $"{known / (double)pairs:0.000}")} |");
    }

    private static string Family(Portrait portrait) => portrait.Person!.Split('/')[0];
}
