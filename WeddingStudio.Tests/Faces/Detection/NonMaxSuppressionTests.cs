using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Detection;

namespace WeddingStudio.Tests.Faces.Detection;

public sealed class NonMaxSuppressionTests
{
    [Fact]
    public void Of_overlapping_boxes_the_best_stays()
    {
        // 10x10 boxes moved by 2: they share 80 of 120, IoU 2/3. Moved by 6: 40 of 160, IoU 1/4.
        var kept = NonMaxSuppression.Keep([Face(0, .8), Face(2, .9), Face(8, .7), Face(40, .6)], .4);

        Assert.Equal([.9, .7, .6], kept.Select(face => face.Score));
    }

    [Fact]
    public void An_overlap_of_exactly_the_limit_stays()
    {
        var kept = NonMaxSuppression.Keep([Face(0, .9), Face(6, .8)], .25);

        Assert.Equal(2, kept.Count);
    }

    [Fact]
    public void A_suppressed_box_suppresses_nobody()
    {
        // 0 hides 4, and 4 would have hidden 8; 0 and 8 hardly touch.
        var kept = NonMaxSuppression.Keep([Face(0, .9), Face(4, .8), Face(8, .7)], .4);

        Assert.Equal([.9, .7], kept.Select(face => face.Score));
    }

    [Fact]
    public void Equal_scores_keep_their_order()
    {
        var kept = NonMaxSuppression.Keep([Face(1, .5), Face(0, .5)], .4);

        Assert.Equal(1, Assert.Single(kept).Box.X1);
    }

    [Fact]
    public void Nothing_stays_nothing() => Assert.Empty(NonMaxSuppression.Keep([], .4));

    private static DetectedFace Face(double x, double score) => new(new FaceBox(x, 0, x + 10, 10), score, default(FivePoints));
}
