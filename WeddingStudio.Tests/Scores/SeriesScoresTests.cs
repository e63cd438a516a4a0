using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Tests.Scores;

public sealed class SeriesScoresTests
{
    private static FaceScore Face(int id, int person, double overall, bool eyesOpen = true) =>
        new(id, person, 0, 0, 0, 0, overall, eyesOpen ? ScoreFacts.EyesOpen : ScoreFacts.None) { Exact = overall };

    private static Dictionary<int, FaceScore> Judge(params ScoredFrame[] frames) => SeriesScores.Judge(frames).ToDictionary(f => f.FaceId);

    [Fact]
    public void A_photo_of_its_own_is_not_judged()
    {
        var judged = Judge(new ScoredFrame(null, [Face(1, 7, .6)]));

        Assert.Equal((null, ScoreFacts.EyesOpen), (judged[1].InSeries, judged[1].Facts));
    }

    /// <summary>Anna (1) smiles a little more while Ben (2) blinks: the other frame is better for both.</summary>
    [Fact]
    public void A_frame_is_worth_less_to_all_when_one_in_it_came_out_worse_than_they_can()
    {
        var judged = Judge(
            new ScoredFrame(9, [Face(10, 1, .72), Face(11, 2, .50, eyesOpen: false)]),
            new ScoredFrame(9, [Face(20, 1, .70), Face(21, 2, .66)]));

        Assert.Equal(.56, judged[10].InSeries);
        Assert.Equal(.70, judged[20].InSeries!.Value, 2);
        Assert.True(judged[10].Facts.HasFlag(ScoreFacts.BetterInSeries) && judged[11].Facts.HasFlag(ScoreFacts.BetterInSeries));
        Assert.False(judged[20].Facts.HasFlag(ScoreFacts.BetterInSeries) || judged[21].Facts.HasFlag(ScoreFacts.BetterInSeries));
    }

    [Fact]
    public void Shut_eyes_give_way_to_open_ones_whatever_the_score()
    {
        var judged = Judge(new ScoredFrame(9, [Face(10, 1, .61, eyesOpen: false)]), new ScoredFrame(9, [Face(20, 1, .62)]));

        Assert.True(judged[10].Facts.HasFlag(ScoreFacts.BetterInSeries));
    }

    [Fact]
    public void Frames_that_hardly_differ_are_all_good()
    {
        var judged = Judge(new ScoredFrame(9, [Face(10, 1, .60)]), new ScoredFrame(9, [Face(20, 1, .62)]),
            new ScoredFrame(9, [Face(30, 2, .3)]));

        Assert.DoesNotContain(judged.Values, f => f.Facts.HasFlag(ScoreFacts.BetterInSeries));
        Assert.Equal(.3, judged[30].InSeries);
    }
}
