using System.CommandLine;
using System.Globalization;
using System.Numerics.Tensors;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Drawn.Portraits;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Bench.Casting;

/// <summary>
/// `cast`: searches the traits of the drawn people, so that a face embedder tells all of them apart while each stays one
/// person, and models see their blinks and smiles. Writes the table the engine draws from, and a contact sheet to look at.
/// </summary>
internal static class CastCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "The table of people.", HelpName = "cast.csv", Required = true };
        var sheet = new Option<string>("--sheet") { Description = "A contact sheet of all of them.", HelpName = "PNG" };
        var candidates = new Option<int>("--candidates")
        {
            Description = "Faces tried per person and round.", DefaultValueFactory = _ => 60,
        };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of the search.", DefaultValueFactory = _ => 3 };
        var seed = new Option<int>("--seed") { Description = "Of the search.", DefaultValueFactory = _ => 1 };
        var from = new Option<string>("--from") { Description = "A table to go on from.", HelpName = "cast.csv" };
        var only = new Option<string[]>("--only")
        {
            Description = "Change these people alone.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("cast", "Searches drawn people whom an embedder tells apart.")
        {
            output, sheet, candidates, rounds, seed, from, only,
        };
        var models = new BenchModels(command);
        command.SetAction(line =>
        {
            var configuration = models.Configuration(line);
            using var services = BenchModels.Services(configuration).AddInference(configuration).BuildServiceProvider();
            var set = services.GetRequiredService<ModelLibrary>().Choose();
            var reader = FaceReader.Open(set, services.GetRequiredService<SessionFactory>(), new FacesOptions());
            var search = new CastSearch(reader, line.GetValue(candidates), line.GetValue(seed), line.GetValue(only) ?? []);
            var cast = search.Run(line.GetValue(rounds), line.GetValue(from) is { } table ? Cast.Parse(File.ReadAllText(table)) : []);
            File.WriteAllText(line.GetValue(output)!, Cast.Write(cast.Select(c => c.Member)));
            if (line.GetValue(sheet) is { } picture)
                CastSheet.Write([.. cast.Select(c => c.Member)], picture);
            Report(cast);
        });
        return command;
    }

    private static void Report(IReadOnlyList<CastFace> cast)
    {
        var closest = cast.SelectMany((a, i) => cast.Take(i).Select(b => (A: a, B: b, Likeness: a.Likeness(b))))
            .OrderByDescending(p => p.Likeness).ToList();
        foreach (var (a, b, likeness) in closest.Take(12))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{a.Member.Name} - {b.Member.Name}: {likeness:0.000}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{cast.Count} people; closest pair of neutral faces {closest.Max(p => TensorPrimitives.Dot(p.A.Neutral, p.B.Neutral)):0.000}; "
            + $"least likeness of one person's pictures {cast.Min(c => c.Sameness):0.000}; flaws {cast.Sum(c => c.Flaws):0.000}"));
    }
}
