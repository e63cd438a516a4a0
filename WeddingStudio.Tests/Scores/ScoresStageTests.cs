using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Tests.Scores;

public sealed class ScoresStageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Anna (1) and Ben (2) in one photo, Ben and Cleo (3) in another.</summary>
    private static async Task<(TestStudio Studio, Face[] Faces)> OpenAsync()
    {
        var studio = await TestStudio.OpenAsync();
        var (first, second) = (Paper.Photo("1.jpg"), Paper.Photo("2.jpg"));
        Face[] faces = [Paper.Face(first, 1), Paper.Face(first, 2, x: 1500), Paper.Face(second, 2), Paper.Face(second, 3, x: 1500)];
        await studio.AddAsync([Paper.Person(1, "Anna"), Paper.Person(2, "Ben"), Paper.Person(3, "Cleo"), .. faces]);
        await studio.Get<ScoresStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        return (studio, faces);
    }

    private static Task<Dictionary<int, Score>> ScoresAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => db.Scores.ToDictionaryAsync(s => s.FaceId, Ct), Ct);

    private static Task<IReadOnlySet<int>> RescoreAsync(TestStudio studio, params int[] people) =>
        studio.Get<ScoresStage>().RescoreAsync(TestWedding.Id, people.ToHashSet(), Ct);

    [Fact]
    public async Task Every_face_of_somebody_is_scored_and_a_second_time_changes_nothing()
    {
        var (studio, faces) = await OpenAsync();
        await using var _ = studio;
        var first = await ScoresAsync(studio);

        Assert.Equal(faces.Select(f => f.Id).Order(), first.Keys.Order());
        Assert.All(first.Values, s => Assert.True(s.Facts.HasFlag(ScoreFacts.EyesOpen | ScoreFacts.LookingAtCamera)));
        Assert.Empty(await RescoreAsync(studio, 1, 2, 3));
        Assert.Equivalent(first, await ScoresAsync(studio), strict: true);
    }

    [Fact]
    public async Task Who_becomes_the_bride_lifts_those_beside_her_and_they_are_named()
    {
        var (studio, faces) = await OpenAsync();
        await using var _ = studio;
        var before = await ScoresAsync(studio);
        await studio.Store.WriteAsync(
            db => db.People.Where(p => p.Id == 1).ExecuteUpdateAsync(s => s.SetProperty(p => p.Role, "bride"), Ct), Ct);

        var changed = await RescoreAsync(studio, 1);
        var after = await ScoresAsync(studio);

        Assert.Equal([2], changed);
        Assert.True(after[faces[1].Id].Context > before[faces[1].Id].Context);
        Assert.True(after[faces[1].Id].Facts.HasFlag(ScoreFacts.WithBride));
        Assert.Equal(before[faces[2].Id].Overall, after[faces[2].Id].Overall);
    }

    [Fact]
    public async Task A_face_taken_away_loses_its_score_and_its_neighbour_the_company()
    {
        var (studio, faces) = await OpenAsync();
        await using var _ = studio;
        var id = faces[3].Id;
        await studio.Store.WriteAsync(
            db => db.Faces.Where(f => f.Id == id).ExecuteUpdateAsync(s => s.SetProperty(f => f.PersonId, (int?)null), Ct), Ct);

        var changed = await RescoreAsync(studio, 3);

        Assert.Equal([2], changed);
        Assert.False((await ScoresAsync(studio)).ContainsKey(id));
    }

    [Fact]
    public async Task Photos_with_a_problem_are_not_scored()
    {
        var (studio, faces) = await OpenAsync();
        await using var _ = studio;
        await studio.Store.WriteAsync(
            db => db.Photos.Where(p => p.Path == "2.jpg").ExecuteUpdateAsync(s => s.SetProperty(p => p.State, PhotoState.Problem), Ct), Ct);

        await studio.Get<ScoresStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);

        Assert.Equal([faces[0].Id, faces[1].Id], (await ScoresAsync(studio)).Keys.Order());
    }
}
