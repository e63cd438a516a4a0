using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Tests.Scores;

/// <summary>What the guest list and the moments tell about a person in a photo.</summary>
public sealed class CompanyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Companion Guest(int id, string? table = null, string? household = null, int size = 0, int photos = 0) =>
        new(id, null, 400, 1, new Look(1, 1, 0, 1)) { Seat = new Seat(table, household, size), PhotosOfMoment = photos };

    private static double With(Companion me, params Companion[] others) => ContextScore.Of(me, [me, .. others]);

    [Fact]
    public void The_own_household_is_better_company_than_the_table_and_that_than_anybody()
    {
        var me = Guest(1, "4", "Miller", 2);

        Assert.True(With(me, Guest(2, "4", "Miller", 2)) > With(me, Guest(2, "4")));
        Assert.True(With(me, Guest(2, " 4 ")) > With(me, Guest(2, "5")));
        Assert.Equal(With(me, Guest(2, "5")), With(me, Guest(2)));
    }

    [Fact]
    public void A_household_that_is_all_there_is_better_than_half_of_it()
    {
        var me = Guest(1, null, "Miller", 4);
        Companion[] rest = [Guest(2, null, "Miller", 4), Guest(3, null, "miller", 4), Guest(4, null, "Miller", 4)];

        Assert.True(With(me, rest) > With(me, rest[..2]));
        Assert.True(With(me, rest[..2]) > With(me, rest[..1]));
    }

    [Fact]
    public void A_moment_with_few_photos_of_somebody_counts_more_and_one_we_know_nothing_of_lies_between()
    {
        var scores = new[] { 1, 3, 0, 10, 40 }.Select(photos => With(Guest(1, photos: photos))).ToArray();

        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal(With(Guest(1, photos: 20)), scores[^1]);
    }

    [Fact]
    public async Task The_stage_reads_household_table_and_moments_and_says_so_in_facts()
    {
        await using var studio = await TestStudio.OpenAsync();
        var (first, second) = (Paper.Photo("1.jpg"), Paper.Photo("2.jpg"));
        first.MomentId = second.MomentId = 7;
        Face[] faces = [Paper.Face(first, 1), Paper.Face(first, 2, x: 1500), Paper.Face(second, 2), Paper.Face(second, 3, x: 1500)];
        GuestEntry Line(int person, string table, string? household) =>
            new() { WeddingId = TestWedding.Id, Name = $"{person}", PersonId = person, Table = table, Household = household };
        await studio.AddAsync([Paper.Person(1), Paper.Person(2), Paper.Person(3), .. faces, Line(1, "1", "Miller"), Line(2, "1", "Miller"),
            Line(3, "1", null)]);

        await studio.Get<ScoresStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);

        var scores = await studio.Store.ReadAsync(db => db.Scores.ToDictionaryAsync(s => s.FaceId, Ct), Ct);
        Assert.True(scores[faces[0].Id].Facts.HasFlag(ScoreFacts.WithHousehold | ScoreFacts.WithTable));
        Assert.Equal(ScoreFacts.WithTable, scores[faces[2].Id].Facts & (ScoreFacts.WithHousehold | ScoreFacts.WithTable));
        Assert.True(scores[faces[3].Id].Context > scores[faces[2].Id].Context); // one photo of the moment against two
    }
}
