using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Drawn;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.People;
using WeddingStudio.Engine.People.Suggestions;

namespace WeddingStudio.Bench.Commands;

/// <summary>
/// `questions`: which of the pairs of people the studio would ask about are truly one person, and how many such pairs it asks about.
/// </summary>
internal static class QuestionsCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "A drawn wedding, as `demo --out DIR` made it." };
        var results = new Argument<string>("RESULTS") { Description = "What `analyze DIR/photos --out RESULTS` made of it." };
        var all = new Option<bool>("--all") { Description = "Every question with its truth." };
        var command = new Command("questions", "Measures the questions whether two people are one, with and without clothes.")
        {
            directory, results, all,
        };
        var models = new BenchModels(command);
        command.SetAction(async (line, ct) =>
        {
            var configuration = models.Configuration(line);
            await using var services = BenchModels.Services(configuration).AddInference(configuration).BuildServiceProvider();
            var clustering = services.GetRequiredService<ModelLibrary>().Choose().Clustering;
            await RunAsync(line.GetValue(directory)!, line.GetValue(results)!, _ => clustering, line.GetValue(all), ct);
        });
        return command;
    }

    private static async Task RunAsync(string directory, string results, PackClustering packClustering, bool all, CancellationToken ct)
    {
        var truth = TruthFile.Read(Path.Combine(directory, TruthFile.FileName));
        await using var db = AnalysedWedding.Open(Path.Combine(results, ".studio"));
        var rows = await db.Faces.AsNoTracking().Include(f => f.Photo).Where(f => f.PersonId != null).OrderBy(f => f.Id).ToListAsync(ct);
        var faces = await PeopleSuggestions.FacesAsync(db, await db.Weddings.Select(w => w.Id).SingleAsync(ct), packClustering, ct);
        var match = TruthMatch.Of(truth.Photos,
            rows.Select(f => new FoundFace(f.Photo!.Path, f.Box, f.Confidence, f.PersonId!.Value, null, null)));
        var whoOf = match.OfPeople.Where(f => f.Found is not null).GroupBy(f => f.Found!.Person)
            .ToDictionary(group => group.Key,
                group => group.CountBy(f => f.Truth.Person!.Value).OrderByDescending(p => p.Value).ThenBy(p => p.Key).First().Key);
        QuestionFigures.Print(faces, id => whoOf.TryGetValue(id, out var who) ? $"{who}" : null, all);
    }
}
