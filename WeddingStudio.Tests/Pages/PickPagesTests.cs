using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using WeddingStudio.Engine.Data;
using WeddingStudio.Tests.Access;
using WeddingStudio.Web.Components.Galleries;
using WeddingStudio.Web.Components.Picks;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Pages;

/// <summary>How many best photos, another one, and when guests see them: on the pages, through the hub of a running studio.</summary>
public sealed class PickPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_given_more_or_fewer_than_everybody_and_as_many_again()
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        await using var page = await StudioPage.ForAsync(studio, StudioUser.CoupleRole, TwoWeddings.First);
        var steps = page.Render<HowMany>(p => p.Add(c => c.WeddingId, TwoWeddings.First).Add(c => c.PersonId, 1));
        string Shown() => steps.Find("output").TextContent;

        steps.WaitForAssertion(() => Assert.Equal("5", Shown()));
        Assert.Equal(2, steps.FindAll("button").Count);
        steps.Find("[aria-label='One more']").Click();
        steps.WaitForAssertion(() => Assert.Equal("6", Shown()));
        steps.WaitForElements("button", 3)[2].Click();
        steps.WaitForAssertion(() => Assert.Equal("5", Shown()));
    }

    [Fact]
    public async Task New_best_photos_are_shown_to_guests_with_one_button()
    {
        await using var studio = new StudioApp();
        var (first, _) = await TwoWeddings.InAsync(studio);
        await studio.Store.WriteAsync(async db =>
        {
            var face = db.Faces.Single(f => f.WeddingId == first.WeddingId).Id;
            db.Add(new PublishedPick { WeddingId = first.WeddingId, PersonId = 1, PhotoId = first.PhotoId + 100, Rank = 1 });
            db.Add(new Pick { WeddingId = first.WeddingId, PersonId = 1, PhotoId = first.PhotoId, FaceId = face,
                Rank = 1, Reason = Message.Plain("Smiling" )});
            await db.SaveChangesAsync(Ct);
        }, Ct);
        await using var page = await StudioPage.ForAsync(studio, StudioUser.CoupleRole, TwoWeddings.First);
        var card = page.Render<PublishCard>(p => p.Add(c => c.WeddingId, TwoWeddings.First));

        card.WaitForAssertion(() =>
            Assert.Contains("One guest has new best photos and sees the earlier ones until you show them.", card.Markup));
        card.Find("[data-testid=publish]").Click();

        card.WaitForAssertion(() =>
            Assert.Equal("One guest sees new best photos now.", card.Find("[data-testid=publish-said]").TextContent));
        Assert.Contains("Guests see the best photos as they are now.", card.Markup);
        Assert.True(card.Find("[data-testid=publish]").HasAttribute("disabled"));
    }

    [Fact]
    public void Another_photo_is_one_click_away()
    {
        using var page = new BunitContext();
        page.Services.AddMudServices();
        page.Services.AddSingleton(StudioWords.English);
        FaceView? asked = null;
        var face = new FaceView
        {
            FaceId = 3,
            PhotoId = 30,
            PhotoName = "3.jpg",
            Url = "/f/3",
            TileUrl = "/t/3",
            ScreenUrl = "/s/3",
            WidthPx = 600,
            HeightPx = 400,
            CentreX = .25,
            CentreY = .5,
        };
        var best = page.Render<BestPhotos>(p => p.Add(b => b.Best, [new PickView(1, Message.Plain("Smiling"), face)])
            .Add(b => b.OnAnother, f => asked = f));

        best.Find("[data-testid=another]").Click();

        Assert.Equal(3, asked?.FaceId);
    }
}
