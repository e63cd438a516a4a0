using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Tests.Corrections;

public sealed class AnchorMatcherTests
{
    private static readonly FaceBox Box = new(100, 100, 200, 200);

    [Fact]
    public void An_anchor_finds_the_face_that_overlaps_best_in_its_photo()
    {
        var matcher = new AnchorMatcher(
            [new(1, "p", new FaceBox(140, 100, 240, 200)), new(2, "p", new FaceBox(105, 95, 205, 195)), new(3, "q", Box)]);

        Assert.Equal(2, matcher.Find("p", Box));
        Assert.Equal(3, matcher.Find("q", Box));
        Assert.Null(matcher.Find("r", Box));
    }

    [Fact]
    public void Less_than_the_overlap_of_the_design_is_another_face()
    {
        // Shifted by s of 100 px: IoU = (100 - s) / (100 + s).
        Assert.Equal(1, new AnchorMatcher([new(1, "p", new FaceBox(142, 100, 242, 200))]).Find("p", Box));
        Assert.Null(new AnchorMatcher([new(1, "p", new FaceBox(144, 100, 244, 200))]).Find("p", Box));
    }

    [Fact]
    public void No_face_is_given_to_two_anchors()
    {
        var matcher = new AnchorMatcher([new(1, "p", Box), new(2, "p", new FaceBox(130, 100, 230, 200))]);

        var found = matcher.Match([new Anchor("p", new FaceBox(110, 100, 210, 200)), new Anchor("p", Box), new Anchor("p", null)]);

        Assert.Equal([2, 1, null], found);
    }

    [Fact]
    public void A_journal_row_survives_the_database_columns()
    {
        var entry = new JournalEntry(3, "kim", new DateTime(2026, 6, 20, 0, 0, 0, DateTimeKind.Utc), CorrectionKind.Split, [4, 9],
            [new Anchor("abc", new FaceBox(1.5, 2, 3, 4), 9), new Anchor("def", null)],
            new CorrectionPayload { Name = "Anna", NewPersonIds = [9], On = false });

        var read = JournalEntry.Read(entry.ToRow(TestWedding.Id));

        Assert.Equal((entry.Seq, entry.UserId, entry.At, entry.Kind), (read.Seq, read.UserId, read.At, read.Kind));
        Assert.Equal(entry.PersonIds, read.PersonIds);
        Assert.Equal(entry.Anchors, read.Anchors);
        Assert.Equal(("Anna", false, 9), (read.Payload.Name, read.Payload.On, read.Payload.NewPersonIds.Single()));
        Assert.Equal("[{\"contentHash\":\"abc\",\"box\":[1.5,2,3,4],\"personId\":9},{\"contentHash\":\"def\"}]",
            entry.ToRow(TestWedding.Id).Anchors);
    }
}
