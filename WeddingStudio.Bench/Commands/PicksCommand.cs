using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Drawn;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Bench.Commands;

/// <summary>
/// `picks`: how long all picks of a made wedding take, and a correction until its picks are pushed. `picks DIR RESULTS`: how good the picks
/// of a drawn wedding are.
/// </summary>
internal static class PicksCommand
{
    public static Command Create()
    {
        var directory = new Argument<string?>("DIR")
        {
            Description = "A drawn wedding, as `demo --out DIR` made it.", Arity = ArgumentArity.ZeroOrOne,
        };
        var results = new Argument<string?>("RESULTS")
        {
            Description = "What `analyze DIR/photos --out RESULTS` made of it.", Arity = ArgumentArity.ZeroOrOne,
        };
        var make = new Option<int>("--make")
        {
            Description = "Faces of the made wedding.", HelpName = "N", DefaultValueFactory = _ => 20_000,
        };
        var people = new Option<int>("--people") { DefaultValueFactory = _ => 300 };
        var command = new Command("picks", "Times picking, or judges the picks of a drawn wedding.") { directory, results, make, people };
        command.Validators.Add(line =>
        {
            if (line.GetValue(directory) is not null && line.GetValue(results) is null)
                line.AddError("Name RESULTS too: what `analyze DIR/photos --out RESULTS` made.");
        });
        command.SetAction((line, ct) => line.GetValue(directory) is { } drawn
            ? JudgeAsync(drawn, line.GetValue(results)!, ct)
            : PicksClock.RunAsync(line.GetValue(make), line.GetValue(people), ct));
        return command;
    }

    private static async Task JudgeAsync(string directory, string results, CancellationToken ct)
    {
        var truth = TruthFile.Read(Path.Combine(directory, TruthFile.FileName));
        await using var db = AnalysedWedding.Open(Path.Combine(results, ".studio"));
        var rows = await db.Faces.AsNoTracking().Include(f => f.Photo).Where(f => f.PersonId != null && f.Photo!.State == PhotoState.Ready)
            .OrderBy(f => f.Id).ToListAsync(ct);
        var match = TruthMatch.Of(truth.Photos,
            rows.Select(f => new FoundFace(f.Photo!.Path, f.Box, f.Confidence, f.PersonId!.Value, null, null)));
        var paths = await db.Photos.ToDictionaryAsync(p => p.Id, p => p.Path, ct);
        var picks = (await db.Picks.AsNoTracking().OrderBy(p => p.PersonId).ThenBy(p => p.Rank).ToListAsync(ct))
            .ConvertAll(p => (p.PersonId, Photo: paths[p.PhotoId]));
        PickFigures.Of(truth, match, picks.ToLookup(p => p.PersonId, p => p.Photo), await db.Weddings.Select(w => w.PicksPerPerson)
            .SingleAsync(ct)).Print();
    }
}
