using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using WeddingStudio.Bench.Albums;

namespace WeddingStudio.Bench.Commands;

/// <summary>`embed`: the embeddings of all faces as bare float32, and beside them a table that says whose they are.</summary>
internal static class EmbedCommand
{
    public static Command Create()
    {
        var images = new Argument<string[]>("IMAGE") { Description = "The pictures.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "Float32 little-endian, one face after the other; "
            + "the same name with .csv lists them.", HelpName = "e.f32", Required = true };
        var command = new Command("embed", "Writes the embeddings of all faces in pictures.") { images, output };
        var models = new BenchModels(command);
        command.SetAction(line =>
        {
            var reader = models.Open(line, out var services);
            using (services)
            {
                var pictures = PictureFaces.ReadAll(line.GetValue(images)!, path => path, reader);
                var faces = Write(line.GetValue(output)!, pictures);
                Console.WriteLine($"{faces} embeddings from {pictures.Count(p => p.Problem is null)} pictures, "
                    + $"{pictures.Count(p => p.Problem is not null)} unreadable");
                return pictures.Any(p => p.Problem is not null) ? 1 : 0;
            }
        });
        return command;
    }

    private static int Write(string path, IReadOnlyList<PictureFaces> pictures)
    {
        using var vectors = File.Create(path);
        using var table = new StreamWriter(Path.ChangeExtension(path, ".csv"));
        table.WriteLine("file,x1,y1,x2,y2");
        var count = 0;
        foreach (var (picture, face) in pictures.SelectMany(p => p.Faces.Where(f => f.Embedding.Length > 0).Select(f => (p, f))))
        {
            vectors.Write(MemoryMarshal.AsBytes<float>(face.Embedding));
            table.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"\"{picture.Name.Replace("\"", "\"\"")}\",{face.Box.X1:0.####},{face.Box.Y1:0.####},{face.Box.X2:0.####},"
                + $"{face.Box.Y2:0.####}"));
            count++;
        }

        return count;
    }
}
