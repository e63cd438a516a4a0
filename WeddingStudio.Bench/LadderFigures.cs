using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Measures;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Bench;

/// <summary>How often the technical score falls when a picture is made worse by a step.</summary>
internal static class LadderFigures
{
    /// <summary>Faces of middle brightness: for a dark one more light is a repair.</summary>
    private const double Darkest = .4, Brightest = .6;

    private sealed record Step(string Kind, string Name, bool Falls, bool Lost);

    public static void Write(FaceReader reader, string folder, int wanted)
    {
        var portraits = Choose(reader, folder, wanted);
        var steps = portraits.AsParallel().AsOrdered().WithDegreeOfParallelism(Environment.ProcessorCount)
            .SelectMany(portrait => Degradations.All.SelectMany(ladder => Climb(reader, portrait, ladder))).ToList();
        Console.WriteLine(Line($"{portraits.Count} pictures whose face's median brightness is {Darkest} to {Brightest}: the technical ",
            $"score falls in {steps.Count(s => s.Falls)} of {steps.Count} steps, {steps.Average(s => s.Falls ? 1.0 : 0):0.0000}"));
        foreach (var kind in steps.GroupBy(s => s.Kind))
            Console.WriteLine(Line($"  {kind.Key}: {kind.Average(s => s.Falls ? 1.0 : 0):0.0000}")
                + string.Concat(kind.GroupBy(s => s.Name)
                    .Select(step => Line($"; {step.Key} {step.Average(s => s.Falls ? 1.0 : 0):0.000}"))));
        Console.WriteLine($"  faces no longer found: {steps.Count(s => s.Lost)}, which count as scored 0");
        WriteMotion(portraits);
    }

    /// <summary>Motion of 9 px in four directions against a blur of 2 px, which costs about as much detail.</summary>
    private static void WriteMotion(List<ScoredPortrait> portraits)
    {
        var moved = portraits.AsParallel()
            .SelectMany(p => new[] { 10, 55, 100, 145 }.Select(degrees => OneWay(p, Degradations.Moved(p.Picture, 9, degrees)))).ToList();
        var unsharp = portraits.AsParallel().Select(p => OneWay(p, Degradations.Blurred(p.Picture, 2))).ToList();
        Console.WriteLine(Line($"  motion told from being out of focus: AUC {Auc.Of(moved, unsharp):0.000}"));
    }

    private static double OneWay(ScoredPortrait portrait, Raster worse) => FaceDetail.Of(worse, portrait.Face.Points).OneWay;

    private static List<ScoredPortrait> Choose(FaceReader reader, string folder, int wanted)
    {
        List<ScoredPortrait> chosen = [];
        foreach (var some in ScoredPortrait.SpreadOver(folder, wanted).Chunk(64))
        {
            chosen.AddRange(some.AsParallel().AsOrdered().Select(file => ScoredPortrait.Of(reader, PhotoReader.Read(file)))
                .OfType<ScoredPortrait>().Where(p => p.MedianLuma is >= Darkest and <= Brightest));
            if (chosen.Count >= wanted)
                break;
        }

        return [.. chosen.Take(wanted)];
    }

    private static List<Step> Climb(FaceReader reader, ScoredPortrait portrait, Degradations.Ladder ladder)
    {
        List<Step> steps = [];
        var before = portrait.Score.Technical;
        foreach (var (name, worsen) in ladder.Steps)
        {
            var worse = ScoredPortrait.Of(reader, Read(worsen(portrait.Picture)), portrait.Face.Box);
            var after = worse?.Score.Technical ?? 0;
            steps.Add(new Step(ladder.Kind, name, after < before, worse is null));
            before = after;
        }

        return steps;
    }

    /// <summary>Through a file, as every photo comes.</summary>
    private static Raster Read(byte[] file)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            return PhotoReader.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Line(params FormattableString[] text) => string.Concat(text.Select(FormattableString.Invariant));
}
