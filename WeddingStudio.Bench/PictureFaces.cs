using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Photos;

namespace WeddingStudio.Bench;

/// <summary>The faces of one picture; Problem says why there are none when the picture could not be read.</summary>
internal sealed record PictureFaces(string Name, int WidthPx, int HeightPx, IReadOnlyList<FaceReading> Faces, string? Problem = null)
{
    /// <summary>The face nearest the centre among those large enough to embed; null when there is none.</summary>
    public FaceReading? Central
    {
        get
        {
            var embedded = Faces.Where(f => f.Embedding.Length > 0).ToList();
            var at = LabelledFace.NearestCentre([.. embedded.Select(f => f.Box)], WidthPx, HeightPx);
            return at < 0 ? null : embedded[at];
        }
    }

    /// <summary>Reads pictures side by side; the answer keeps their order. Pictures that cannot be read are named on standard error.</summary>
    public static IReadOnlyList<PictureFaces> ReadAll(IReadOnlyList<string> names, Func<string, string> path, FaceReader reader)
    {
        var read = new PictureFaces[names.Count];
        var done = 0;
        Parallel.For(0, names.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            read[i] = Read(names[i], path(names[i]), reader);
            if (Interlocked.Increment(ref done) % 500 == 0)
                Console.Error.WriteLine($"{done} of {names.Count} pictures");
        });
        foreach (var failed in read.Where(r => r.Problem is not null))
            Console.Error.WriteLine($"'{failed.Name}' {failed.Problem}");
        return read;
    }

    private static PictureFaces Read(string name, string path, FaceReader reader)
    {
        try
        {
            var picture = PhotoReader.Read(path);
            return new PictureFaces(name, picture.WidthPx, picture.HeightPx, reader.Read(picture));
        }
        catch (PhotoProblemException problem)
        {
            return new PictureFaces(name, 0, 0, [], problem.Message);
        }
    }
}
