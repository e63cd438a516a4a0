using System.CommandLine;
using System.Diagnostics;
using WeddingStudio.Engine.People.Suggestions;

namespace WeddingStudio.Bench.Commands;

/// <summary>
/// `questions-clock`: how long the search for questions takes in a large wedding: about 20,000 made
/// faces of 400 people, and 2,000 people seen once.
/// </summary>
internal static class QuestionsClockCommand
{
    private const int People = 400, SeenOnce = 2000, FacesEach = 45, Photos = 6000, Minutes = 700, Numbers = 512,
        Colours = 150, Clothes = 40;
    private const double FaceWidthPx = 80, Nearness = 12;

    public static Command Create()
    {
        var command = new Command("questions-clock", "Measures how long the search for questions takes in a large wedding of made faces.");
        command.SetAction(_ => Run());
        return command;
    }

    private static void Run()
    {
        var faces = Made(new Random(1));
        SuggestedPairs.Find(faces, (_, _) => true);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var questions = SuggestedPairs.Find(faces, (_, _) => true);
        process.Refresh();
        Console.WriteLine($"{faces.Count} faces, {questions.Count} questions: {clock.ElapsedMilliseconds} ms, "
            + $"{(process.TotalProcessorTime - before).TotalMilliseconds:0} ms of processors");
    }

    private static List<ComparedFace> Made(Random random)
    {
        var clothes = Enumerable.Range(0, Clothes).Select(_ => Vector(random, null)).ToArray();
        List<ComparedFace> faces = [];
        for (var person = 0; person < People + SeenOnce; person++)
        {
            var centre = Vector(random, null);
            for (var i = 0; i < (person < People ? FacesEach : 1); i++)
            {
                faces.Add(new ComparedFace(faces.Count, person, random.Next(Photos), DateTime.UnixEpoch.AddMinutes(random.Next(Minutes)),
                    FaceWidthPx, random.NextDouble())
                {
                    Embedding = Vector(random, centre),
                    Clothes = [.. clothes[random.Next(Clothes)].Take(Colours).Select(value => Math.Abs(value) / 6)],
                });
            }
        }

        return faces;
    }

    /// <summary>[512] of unit length, near another one or anywhere.</summary>
    private static float[] Vector(Random random, float[]? near)
    {
        var vector = Enumerable.Range(0, Numbers)
            .Select(i => (float)(random.NextDouble() - .5 + (near is null ? 0 : near[i] * Nearness))).ToArray();
        var norm = Math.Sqrt(vector.Sum(v => v * v));
        return Array.ConvertAll(vector, v => (float)(v / norm));
    }
}
