using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Tests.Picks;

public sealed class PicksStageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Anna (1) in six photos of six hours, Ben (2, hidden) in the first two.</summary>
    private static async Task<(TestStudio Studio, Photo[] Photos)> OpenAsync()
    {
        var studio = await TestStudio.OpenAsync();
        Photo[] photos = [.. Enumerable.Range(1, 6)
            .Select(i => Paper.Photo($"{i}.jpg", Paper.Noon.AddHours(i), new Random(i).NextInt64()))];
        await studio.AddAsync([Paper.Person(1, "Anna"), new Person { WeddingId = TestWedding.Id, Id = 2, Hidden = true },
            .. photos.Select(p => Paper.Face(p, 1)), .. photos.Take(2).Select(p => Paper.Face(p, 2, x: 1500))]);
        await studio.Get<ScoresStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        await studio.Get<PicksStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        return (studio, photos);
    }

    private static Task<Pick[]> PicksAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => db.Picks.OrderBy(p => p.PersonId).ThenBy(p => p.Rank).ToArrayAsync(Ct), Ct);

    [Fact]
    public async Task Everybody_hidden_or_not_has_picks_and_a_second_run_writes_nothing()
    {
        var (studio, _) = await OpenAsync();
        await using var __ = studio;
        var first = await PicksAsync(studio);

        Assert.Equal([(1, 5), (2, 2)], first.GroupBy(p => p.PersonId).Select(g => (g.Key, g.Count())));
        Assert.All(first, p => Assert.NotEmpty(p.Reason.English()));
        Assert.Equal([1, 2, 3, 4, 5], first.Where(p => p.PersonId == 1).Select(p => p.Rank));
        Assert.Empty(await studio.Get<PicksStage>().RepickAsync(TestWedding.Id, [1, 2], Ct));
        await studio.Get<PicksStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        Assert.Equal(first.Select(p => p.Id), (await PicksAsync(studio)).Select(p => p.Id));
    }

    [Fact]
    public async Task A_rule_for_one_person_changes_that_persons_picks_alone()
    {
        var (studio, photos) = await OpenAsync();
        await using var _ = studio;
        var before = await PicksAsync(studio);
        var top = before.First(p => p.PersonId == 1).PhotoId;
        var left = photos.Select(p => p.Id).Except(before.Where(p => p.PersonId == 1).Select(p => p.PhotoId)).Single();
        await studio.AddAsync(
            new PhotoRule { WeddingId = TestWedding.Id, PhotoId = top, PersonId = 1, Kind = PhotoRuleKind.NeverShow },
            new PhotoRule { WeddingId = TestWedding.Id, PhotoId = left, PersonId = 1, Kind = PhotoRuleKind.AlwaysShow });

        var changed = await studio.Get<PicksStage>().RepickAsync(TestWedding.Id, [1, 2], Ct);
        var annas = (await PicksAsync(studio)).Where(p => p.PersonId == 1).ToArray();

        Assert.Equal([new PickChange(1, "Anna", In: 1, Out: 1)], changed);
        Assert.Equal(left, annas[0].PhotoId);
        Assert.StartsWith("Always shown, as you asked", annas[0].Reason.English());
        Assert.DoesNotContain(annas, p => p.PhotoId == top);
    }

    [Fact]
    public async Task After_a_merge_the_one_who_is_gone_has_no_picks()
    {
        var (studio, _) = await OpenAsync();
        await using var __ = studio;
        await studio.Store.WriteAsync(async db =>
        {
            await db.Faces.Where(f => f.PersonId == 2).ExecuteUpdateAsync(s => s.SetProperty(f => f.PersonId, 1), Ct);
            await db.People.Where(p => p.Id == 2).ExecuteUpdateAsync(s => s.SetProperty(p => p.RedirectToId, 1), Ct);
        }, Ct);

        await studio.Get<ScoresStage>().RescoreAsync(TestWedding.Id, new HashSet<int> { 1, 2 }, Ct);
        var changed = await studio.Get<PicksStage>().RepickAsync(TestWedding.Id, [1, 2], Ct);

        Assert.Contains(new PickChange(2, null, In: 0, Out: 2), changed);
        Assert.All(await PicksAsync(studio), p => Assert.Equal(1, p.PersonId));
    }

    [Fact]
    public async Task The_wedding_says_how_many()
    {
        var (studio, _) = await OpenAsync();
        await using var __ = studio;
        await studio.Store.WriteAsync(db => db.Weddings.ExecuteUpdateAsync(s => s.SetProperty(w => w.PicksPerPerson, 3), Ct), Ct);

        await studio.Get<PicksStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);

        Assert.Equal(3, (await PicksAsync(studio)).Count(p => p.PersonId == 1));
    }
}
