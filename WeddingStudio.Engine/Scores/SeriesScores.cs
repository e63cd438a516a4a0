using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Scores;

/// <summary>A photo whose people have scores.</summary>
internal readonly record struct ScoredFrame(int? SeriesId, FaceScore[] Faces);

/// <summary>
/// Frames of a series show one scene, so what differs between them is what happened in that second: everybody is judged against how they
/// came out in the other frames, and a frame is worth as much less to all as the one in it who came out worst lost against their best.
/// </summary>
internal static class SeriesScores
{
    /// <summary>
    /// Two frames differ by less than this in nothing anybody would see: moved a little, a shade
    /// more of a smile. Shut eyes cost .1 and more.
    /// </summary>
    private const double ClearlyBetter = .05;

    public static IEnumerable<FaceScore> Judge(IEnumerable<ScoredFrame> frames)
    {
        List<ScoredFrame> all = [.. frames];
        var alone = all.Where(f => f.SeriesId is null).SelectMany(f => f.Faces);
        return alone.Concat(all.Where(f => f.SeriesId is not null).GroupBy(f => f.SeriesId).SelectMany(series => JudgeSeries([.. series])));
    }

    private static IEnumerable<FaceScore> JudgeSeries(List<ScoredFrame> series)
    {
        var bestOf = series.SelectMany(f => f.Faces).GroupBy(f => f.PersonId)
            .ToDictionary(person => person.Key, person => person.Max(f => f.Exact));
        FaceScore[] judged =
        [
            .. series.SelectMany(frame => frame.Faces.Select(face => face with { InSeries = Math.Round(InFrame(face, frame), 4) })),
        ];
        var best = judged.GroupBy(f => f.PersonId).ToDictionary(person => person.Key, person => person.MaxBy(f => f.InSeries));
        return judged.Select(face =>
            IsClearlyBetter(best[face.PersonId], face) ? face with { Facts = face.Facts | ScoreFacts.BetterInSeries } : face);

        double InFrame(FaceScore face, ScoredFrame frame) =>
            Math.Clamp(face.Overall + frame.Faces.Where(f => f.PersonId != face.PersonId).Select(f => f.Exact - bestOf[f.PersonId])
                .DefaultIfEmpty().Min(), 0, 1);
    }

    private static bool IsClearlyBetter(FaceScore best, FaceScore face) => best.InSeries - face.InSeries >= ClearlyBetter
        || (best.Facts.HasFlag(ScoreFacts.EyesOpen) && !face.Facts.HasFlag(ScoreFacts.EyesOpen));
}
