using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;

namespace WeddingStudio.Tests.Bench;

public sealed class MeasuresTests
{
    [Fact]
    public void A_perfect_grouping_scores_one()
    {
        var score = BCubed.Of([7, 7, 3, -1], ["a", "a", "b", "c"]);

        Assert.Equal(new BCubed(1, 1), score);
    }

    [Fact]
    public void A_mixed_group_costs_precision_and_a_torn_person_costs_recall()
    {
        // One group a a b, one face of b left alone: solved by hand.
        Assert.Equal(new BCubed(1.0 / 3, .5), BCubed.Of([0, 0, 0, 1], ["a", "a", "b", "b"], [2]));
        var score = BCubed.Of([0, 0, 0, 1], ["a", "a", "b", "b"]);

        Assert.Equal((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1) / 4, score.Precision, 12);
        Assert.Equal((1 + 1 + .5 + .5) / 4, score.Recall, 12);
    }

    [Fact]
    public void Faces_without_a_group_are_groups_of_their_own()
    {
        var score = BCubed.Of([-1, -1], ["a", "b"]);

        Assert.Equal(1, score.Precision);
    }

    [Fact]
    public void Pairs_are_read_with_their_folds()
    {
        var pairs = FacePair.Parse(["2\t1", "Ann\t1\t4", "Ann\t2\tBob\t11", "Cid\t3\t4", "Cid\t1\tBob\t1"]);

        Assert.Equal(new FacePair("Ann/Ann_0001.jpg", "Ann/Ann_0004.jpg", true, 0), pairs[0]);
        Assert.Equal(new FacePair("Ann/Ann_0002.jpg", "Bob/Bob_0011.jpg", false, 0), pairs[1]);
        Assert.Equal([0, 0, 1, 1], pairs.Select(p => p.Fold));
    }

    [Fact]
    public void Each_fold_is_judged_with_the_threshold_of_the_others()
    {
        // Fold 1 alone would choose a threshold that is wrong for fold 0.
        var verification = Verification.Of([(.8, true, 0), (.5, false, 0), (.4, true, 1), (.2, false, 1)]);

        Assert.Equal(.5, verification.Accuracy);
    }

    [Fact]
    public void A_clear_gap_between_the_kinds_is_always_right()
    {
        var verification = Verification.Of([(.8, true, 0), (.3, false, 0), (.9, true, 1), (.2, false, 1)]);

        Assert.Equal(1, verification.Accuracy);
        Assert.Equal(0, verification.StandardError);
    }

    [Fact]
    public void Labels_find_their_faces_one_to_one_by_overlap()
    {
        LabelledFace[] labels = [new("a.jpg", new FaceBox(0, 0, 10, 10), "A"), new("a.jpg", new FaceBox(1, 0, 11, 10), "B"),
            new("a.jpg", new FaceBox(50, 50, 60, 60), "C")];
        FaceBox[] found = [new(1, 0, 11, 10), new(0, 0, 10, 10.5)];

        Assert.Equal([1, 0, -1], LabelledFace.Match(labels, found, 100, 100));
    }

    [Fact]
    public void A_label_without_a_box_means_the_face_nearest_the_centre()
    {
        FaceBox[] found = [new(0, 0, 10, 10), new(45, 40, 55, 60)];

        Assert.Equal([1], LabelledFace.Match([new LabelledFace("a.jpg", null, "A")], found, 100, 100));
    }

    [Fact]
    public void Faces_are_counted_by_size_and_doubtful_ones_not_at_all()
    {
        PointPx[] five = [new(10, 10), new(30, 10), new(20, 20), new(12, 30), new(28, 30)];
        var picture = new KnownPicture("a.jpg", [new(0, 0, 40, 40), new(100, 0, 120, 20), new(200, 0, 212, 12)], [five, five, five],
            [new(300, 0, 330, 30)]);
        var tally = new DetectionTally();

        tally.Add(picture, [(new FaceBox(1, 0, 41, 40), [.. five.Select(p => new PointPx(p.X + 2, p.Y))]),
            (new FaceBox(302, 0, 330, 30), five), (new FaceBox(500, 0, 540, 40), five)]);

        Assert.Equal((1, 1, 1, 0, 1), (tally.Large, tally.LargeFound, tally.Small, tally.SmallFound, tally.False));
        Assert.Equal(.1, tally.PointError, 6);
    }

    [Fact]
    public void True_positives_are_those_above_what_few_strangers_reach()
    {
        // Anna's two pictures are at cosine .8, the strangers at 1, 0 and beneath.
        float[][] vectors = [[1, 0], [.8f, .6f], [0, 1], [0, 1], [-1, 0]];

        var rates = AllPairsRates.TruePositiveRates(vectors, ["Anna", "Anna", "Ben", "Cleo", "Dora"], 0, .2);

        Assert.Equal([0, 1], rates);
        Assert.Equal(-1, Pearson.Of([1, 2, 3], [6, 4, 2]), 9);
    }

    [Fact]
    public void Time_belongs_to_the_stage_that_reported_last()
    {
        var time = new StillClock();
        var clock = new StageClock(time);

        time.Seconds = 2;
        clock.Report(new StageProgress(Stage.Faces, 0, 9));
        time.Seconds = 7;
        clock.Report(new StageProgress(Stage.People, 0, 9));
        clock.Report(new StageProgress(Stage.Faces, 5, 9));
        time.Seconds = 10;

        Assert.Equal([(Stage.Photos, 2), (Stage.Faces, 8), (Stage.People, 0)], clock.Seconds);
    }

    private sealed class StillClock : TimeProvider
    {
        public int Seconds { get; set; }
        public override long TimestampFrequency => 1;
        public override long GetTimestamp() => Seconds;
    }

    [Fact]
    public void Both_forms_of_label_lists_are_read()
    {
        var plain = LabelledFace.Read(new StringReader("file,identity\na.jpg,Ann\n"));
        var boxed = LabelledFace.Read(new StringReader("file,x1,y1,x2,y2,identity\n\"b, c.jpg\",1,2,3.5,4,?\n"));

        Assert.Equal([new LabelledFace("a.jpg", null, "Ann")], plain);
        Assert.Equal([new LabelledFace("b, c.jpg", new FaceBox(1, 2, 3.5, 4), "?")], boxed);
        Assert.False(boxed[0].Counts);
    }
}
