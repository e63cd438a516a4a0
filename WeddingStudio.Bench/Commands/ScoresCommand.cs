using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Bench.Commands;

/// <summary>`scores`: whether the technical score falls as pictures are made worse, and whether eyes and smiles are told rightly.</summary>
internal static class ScoresCommand
{
    public static Command Create()
    {
        var images = new Option<string?>("--images")
        {
            Description = "A folder of portraits; some are made worse, of some the eyes are shut.", HelpName = "DIR",
        };
        var count = new Option<int>("--count")
        {
            Description = "How many portraits are made worse.", DefaultValueFactory = _ => 200, HelpName = "N",
        };
        var lids = new Option<string?>("--lids")
        {
            Description = "Another pack, with 68 points: it says where lids are drawn over the eyes of 300 portraits.", HelpName = "DIR",
        };
        var smiles = new Option<string?>("--smiles")
        {
            Description = "Lines of file,smile with 1 or 0; files are looked for beside it.", HelpName = "FILE",
        };
        var drawn = new Option<string[]>("--drawn") { Description = "Drawn weddings, as `demo --out DIR` made them: "
            + "blinks are told from open eyes.", HelpName = "DIR", AllowMultipleArgumentsPerToken = true };
        var eyes = new Option<string?>("--eyes")
        {
            Description = "Only write where the eyes of all portraits are, for models/training/eyes.py.", HelpName = "FILE",
        };
        var command = new Command("scores", "Measures scores on pictures made worse, on shut eyes and on smiles.")
        {
            images, count, lids, smiles, drawn, eyes,
        };
        var models = new BenchModels(command);
        command.SetAction(line =>
        {
            var configuration = models.Configuration(line);
            using var services = BenchModels.Services(configuration).AddInference(configuration).BuildServiceProvider();
            var sessions = services.GetRequiredService<SessionFactory>();
            var set = services.GetRequiredService<ModelLibrary>().Choose();
            var reader = FaceReader.Open(set, sessions, new FacesOptions());
            Console.WriteLine($"Detector {set.Detector.Entry.Name}, points {set.Landmarks?.Entry.Name}, "
                + $"expressions {set.Expression?.Entry.Name}");
            if (line.GetValue(images) is { } all && line.GetValue(eyes) is { } file)
            {
                EyeLines.Write(reader, all, file);
                return;
            }

            if (line.GetValue(images) is { } folder)
                LadderFigures.Write(reader, folder, line.GetValue(count));
            if (line.GetValue(images) is { } portraits && line.GetValue(lids) is { } pack)
                LookFigures.WriteLids(reader, set, sessions, portraits, pack);
            if (line.GetValue(smiles) is { } labels)
                LookFigures.WriteSmiles(reader, labels);
            foreach (var wedding in line.GetValue(drawn) ?? [])
                LookFigures.WriteBlinks(reader, wedding);
        });
        return command;
    }
}
