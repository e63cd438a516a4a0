using FsCheck.Xunit;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Tests.Scores;

public sealed class PhotoScoresTests
{
    private static readonly ScoresOptions Options = new();

    private static MeasuredFace Any(Random random, int id, bool wild)
    {
        double N(double from, double to) => from + (to - from) * random.NextDouble() * (wild ? 3 : 1) - (wild ? to : 0);
        var (x, y) = (N(-50, 2800), N(-50, 1800));
        return new MeasuredFace(id, id, Roles.All[random.Next(Roles.All.Count)], new FaceBox(x, y, x + N(10, 600), y + N(10, 700)),
            [.. Enumerable.Range(0, 10).Select(_ => (float)N(0, 3000))], random.Next(4) == 0 ? [] : Paper.Landmarks(x, y, N(-1, 1)),
            random.Next(4) == 0 ? [] : [(float)N(0, 1), (float)N(0, 1), 0, 0, 0, 0, 0],
            new FaceMeasures
            {
                Sharpness = N(0, 2000), Luma = N(0, 1), Clipped = random.NextDouble(), EyeAspectLeft = N(0, .5), EyeAspectRight = N(0, .5),
                YawDegrees = N(-90, 90), PitchDegrees = N(-60, 60), RollDegrees = N(-60, 60),
            });
    }

    private static MeasuredFrame Frame(Random random) => new(3000, 2000, new PhotoMeasures
    {
        Sharpness = 2000 * random.NextDouble(), MeanLuma = random.NextDouble(), Contrast = random.NextDouble(),
        ClippedHighlights = random.NextDouble(), ClippedShadows = random.NextDouble(), Noise = 30 * random.NextDouble(),
    });

    [Property(MaxTest = 300)]
    public bool Every_part_is_0_to_1_and_overall_is_the_weighted_sum(int seed, bool wild)
    {
        var random = new Random(seed);
        var faces = Enumerable.Range(1, 1 + random.Next(8)).Select(id => Any(random, id, wild)).ToArray();

        return PhotoScores.Of(Frame(random), faces, Options).All(s =>
            new[] { s.Technical, s.Composition, s.Expression, s.Context, s.Overall }.All(v => v is >= 0 and <= 1 && Math.Round(v, 4) == v)
            && Math.Abs(.25 * s.Technical + .20 * s.Composition + .35 * s.Expression + .20 * s.Context - s.Overall) <= 5.1e-5);
    }

    [Property]
    public bool The_order_of_faces_does_not_matter(int seed)
    {
        var random = new Random(seed);
        var frame = Frame(random);
        var faces = Enumerable.Range(1, 6).Select(id => Any(random, id, false)).ToArray();
        var scores = PhotoScores.Of(frame, faces, Options).ToDictionary(s => s.FaceId);
        random.Shuffle(faces);

        return PhotoScores.Of(frame, faces, Options).All(s => scores[s.FaceId] == s);
    }
}
