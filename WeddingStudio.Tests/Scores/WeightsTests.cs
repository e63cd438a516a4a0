using Bunit;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Scores;
using WeddingStudio.Tests.Access;
using WeddingStudio.Tests.Pages;
using WeddingStudio.Web.Components.Picks;

namespace WeddingStudio.Tests.Scores;

public sealed class WeightsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static int[] All(Weights weights) => [weights[0], weights[1], weights[2], weights[3]];

    [Fact]
    public void Whatever_one_takes_the_others_give_in_proportion_and_the_sum_stays()
    {
        var weights = Weights.Of(new WhatCountsView(.25, .20, .35, .20, true));
        Assert.Equal([25, 20, 35, 20], All(weights));

        weights.Set(0, 50);
        Assert.Equal([50, 14, 23, 13], All(weights));
        weights.Set(2, 100);
        Assert.Equal([0, 0, 100, 0], All(weights));
        weights.Set(2, 0);
        Assert.Equal(100, All(weights).Sum());
    }

    [Fact]
    public void Any_way_the_sliders_go_they_add_up()
    {
        var random = new Random(1);
        var weights = Weights.Of(new WhatCountsView(1 / 3.0, 1 / 3.0, 1 / 6.0, 1 / 6.0, false));
        for (var i = 0; i < 500; i++)
        {
            weights.Set(random.Next(4), random.Next(-5, 106));
            Assert.Equal(100, All(weights).Sum());
            Assert.All(All(weights), w => Assert.InRange(w, 0, 100));
        }
    }

    [Fact]
    public void A_wedding_without_weights_of_its_own_has_the_usual_ones()
    {
        var wedding = new Wedding { Id = TestWedding.Id, Name = "", TimeZone = "Etc/UTC" };

        Assert.Equal(.35, new ScoresOptions().For(wedding).ExpressionWeight);
        (wedding.TechnicalWeight, wedding.CompositionWeight, wedding.ExpressionWeight, wedding.ContextWeight) = (0, 0, 0, 1);
        Assert.Equal(1, new ScoresOptions().For(wedding).ContextWeight);
    }

    [Fact]
    public async Task The_couple_says_what_counts_and_scores_follow_until_back_to_usual()
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        var before = await OverallAsync(studio);
        await using var page = await StudioPage.ForAsync(studio, StudioUser.CoupleRole, TwoWeddings.First);
        var card = page.Render<WhatCountsCard>(p => p.Add(c => c.WeddingId, TwoWeddings.First));
        card.WaitForElement("[data-testid=weight-2]", TimeSpan.FromSeconds(20)).Input("100");
        card.WaitForAssertion(() => Assert.Equal("0 %", card.Find(".weight output").TextContent), TimeSpan.FromSeconds(20));

        card.Find("[data-testid=weight-2]").Change("100");

        card.WaitForAssertion(() => Assert.Contains("chosen again", card.Find("[data-testid=weights-said]").TextContent,
            StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.All(await ScoresAsync(studio), s => Assert.Equal(s.Expression, s.Overall));
        card.Find("[data-testid=usual-weights]").Click();
        card.WaitForAssertion(() => Assert.Contains("Back to usual", card.Find("[data-testid=weights-said]").TextContent,
            StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Equal(before, await OverallAsync(studio));
    }

    private static async Task<List<double>> OverallAsync(StudioApp studio)
    {
        await studio.Get<ScoresStage>().RunAsync(TwoWeddings.First, NoProgress.Instance, Ct);
        return [.. (await ScoresAsync(studio)).Select(s => s.Overall)];
    }

    private static Task<List<Score>> ScoresAsync(StudioApp studio) =>
        studio.Store.ReadAsync(db => db.Scores.AsNoTracking().Where(s => s.WeddingId == TwoWeddings.First).OrderBy(s => s.FaceId)
            .ToListAsync(Ct), Ct);
}
