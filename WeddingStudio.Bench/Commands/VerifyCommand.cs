using System.CommandLine;
using System.Globalization;
using System.Numerics.Tensors;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;

namespace WeddingStudio.Bench.Commands;

/// <summary>`verify`: how well an embedder tells pairs of the same person from pairs of two, in LFW's ten folds.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var list = new Argument<string>("PAIRS") { Description = "A list of pairs in LFW's form." };
        var images = new Option<string>("--images")
        {
            Description = "The folder the pairs' pictures are in.", HelpName = "DIR", Required = true,
        };
        var command = new Command("verify", "Measures an embedder on pairs of pictures.") { list, images };
        var models = new BenchModels(command);
        command.SetAction(line =>
        {
            var pairs = FacePair.Parse(File.ReadAllLines(line.GetValue(list)!));
            var reader = models.Open(line, out var services);
            using (services)
            {
                var names = pairs.SelectMany(p => new[] { p.FirstPath, p.SecondPath }).Distinct().ToList();
                var pictures = PictureFaces.ReadAll(names, name => Path.Combine(line.GetValue(images)!, name), reader);
                Print(pairs, pictures.ToDictionary(p => p.Name, p => p.Central?.Embedding));
            }
        });
        return command;
    }

    private static void Print(IReadOnlyList<FacePair> pairs, Dictionary<string, float[]?> embeddings)
    {
        // Without a face there is no likeness: such a pair counts as two people, right or wrong.
        var similarities = pairs.Select(p => (
            embeddings[p.FirstPath] is { } a && embeddings[p.SecondPath] is { } b ? TensorPrimitives.Dot<float>(a, b) : -1.0,
            p.Same, p.Fold)).ToList();
        var result = Verification.Of(similarities);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"accuracy {100 * result.Accuracy:0.00} % +- {100 * result.StandardError:0.00} over {pairs.Count} pairs, "
            + $"threshold {result.MeanThreshold:0.000} (cosine), {embeddings.Values.Count(e => e is null)} pictures without a face"));
    }
}
