using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Engine.Faces;

namespace WeddingStudio.Bench.Commands;

/// <summary>`detect`: the faces of pictures as lines of JSON, as in RESULTS/faces.jsonl without people and scores.</summary>
internal static class DetectCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed record Line(
        string FaceId, string PhotoId, double[] Box, double[][] Landmarks, double Confidence, double Quality);

    public static Command Create()
    {
        var images = new Argument<string[]>("IMAGE") { Description = "The pictures.", Arity = ArgumentArity.OneOrMore };
        var threshold = new Option<double?>("--threshold")
        {
            Description = "Least detector score; the pack's if not given.", HelpName = "T",
        };
        var output = new Option<string>("--out") { Description = "Where the lines go.", HelpName = "faces.jsonl", Required = true };
        var command = new Command("detect", "Finds faces in pictures.") { images, threshold, output };
        var models = new BenchModels(command);
        command.SetAction(line =>
        {
            var reader = models.Open(line, out var services, line.GetValue(threshold));
            using (services)
            {
                var pictures = PictureFaces.ReadAll(line.GetValue(images)!, path => path, reader);
                File.WriteAllLines(line.GetValue(output)!, pictures.SelectMany(Lines).Select(face => JsonSerializer.Serialize(face, Json)));
                Console.WriteLine($"{pictures.Sum(p => p.Faces.Count)} faces in {pictures.Count(p => p.Problem is null)} pictures, "
                    + $"{pictures.Count(p => p.Problem is not null)} unreadable");
                return pictures.Any(p => p.Problem is not null) ? 1 : 0;
            }
        });
        return command;
    }

    private static IEnumerable<Line> Lines(PictureFaces picture)
    {
        if (picture.Faces.Count == 0)
            return [];
        using var file = File.OpenRead(picture.Name);
        var keys = FaceKey.OfAll(Convert.ToHexStringLower(SHA256.HashData(file)), picture.Faces.Select(f => f.Box));
        return picture.Faces.Zip(keys, (face, key) => new Line(
            key, picture.Name,
            [Round(face.Box.X1), Round(face.Box.Y1), Round(face.Box.X2), Round(face.Box.Y2)],
            [.. face.Points.ToArray().Select(point => new[] { Round(point.X), Round(point.Y) })],
            Round(face.Confidence), Round(face.Quality)));
    }

    private static double Round(double value) => Math.Round(value, 4) + 0.0;
}
