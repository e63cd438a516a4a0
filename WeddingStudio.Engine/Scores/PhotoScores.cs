using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Scores;

/// <summary>The score of one face; every part 0..1 with four decimals, Overall the weighted sum of exactly those parts.</summary>
public readonly record struct FaceScore(
    int FaceId, int PersonId, double Technical, double Composition, double Expression, double Context, double Overall, ScoreFacts Facts)
{
    /// <summary>Overall judged beside the other frames of its series; null for a photo of its own.</summary>
    public double? InSeries { get; init; }

    /// <summary>How many photos of its moment the person is in; null where they were never counted.</summary>
    public int? PhotosOfMoment { get; init; }

    /// <summary>Overall before anything was rounded, not stored: what is equal in two frames cancels in their difference.</summary>
    internal double Exact { get; init; }
}

/// <summary>Scores all people of one photo.</summary>
public static class PhotoScores
{
    public static IEnumerable<FaceScore> Of(MeasuredFrame frame, IReadOnlyList<MeasuredFace> faces, ScoresOptions options)
    {
        // Ordered so that a person's two faces (a mirror) and any order of rows give the same scores.
        MeasuredFace[] inOrder = [.. faces.OrderByDescending(f => f.Box.HeightPx).ThenBy(f => f.Box.X1).ThenBy(f => f.Box.Y1)];
        Companion[] all = [.. inOrder.Select(f => new Companion(f.PersonId, f.Role, f.Box.HeightPx,
            CompositionScore.Whole(f.Box, frame.WidthPx, frame.HeightPx), MutualGaze.In(f, Look.Of(f, options), inOrder))
        {
            Seat = f.Seat,
            PhotosOfMoment = f.PhotosOfMoment,
        })];
        Companion[] everybody = [.. all.DistinctBy(p => p.PersonId)];
        for (var i = 0; i < inOrder.Length; i++)
            yield return One(frame, inOrder[i], all[i], everybody, options);
    }

    private static FaceScore One(MeasuredFrame frame, MeasuredFace face, Companion me, Companion[] everybody, ScoresOptions options)
    {
        var technical = TechnicalScore.Of(face, frame);
        var composition = CompositionScore.Of(face.Box, face.Points, frame.WidthPx, frame.HeightPx);
        var expression = ExpressionScore.Of(me.Look);
        var context = ContextScore.Of(me, everybody);
        return new FaceScore(face.FaceId, face.PersonId, Round(technical), Round(composition), Round(expression), Round(context),
            Round(Weighed(Round(technical), Round(composition), Round(expression), Round(context))),
            FactsAbout.Face(frame, face, me, everybody))
        {
            PhotosOfMoment = me.PhotosOfMoment,
            Exact = Weighed(technical, composition, expression, context),
        };

        static double Round(double part) => Math.Round(part, 4);

        double Weighed(double technical, double composition, double expression, double context) =>
            options.TechnicalWeight * technical + options.CompositionWeight * composition
            + options.ExpressionWeight * expression + options.ContextWeight * context;
    }
}
