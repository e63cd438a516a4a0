using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using WeddingStudio.Web.Components.Photos;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Pages;

public sealed class WeddingTroubleTests : BunitContext
{
    public WeddingTroubleTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton(StudioWords.English);
    }

    [Fact]
    public void What_is_wrong_is_said_and_can_be_tried_again()
    {
        var tries = 0;

        var card = Render<WeddingTrouble>(p => p
            .Add(c => c.Trouble, Message.Plain("The disk is full.")).Add(c => c.OnAgain, () => tries++));
        card.Find("[data-testid=try-again]").Click();

        Assert.Contains("The disk is full.", card.Markup);
        Assert.Equal(1, tries);
    }

    [Fact]
    public void An_unknown_time_zone_is_mended_by_choosing_another()
    {
        string? chosen = null;

        var card = Render<WeddingTrouble>(p => p.Add(c => c.Trouble, Message.Plain("No such zone.")).Add(c => c.Zone,
            new ZoneChoice(["America/New_York", "Europe/Paris"], "America/New_York")).Add(c => c.OnZone, zone => chosen = zone));
        card.Find("[data-testid=zone]").Change("Europe/Paris");
        card.Find("form").Submit();

        Assert.Contains("America/New York", card.Markup);
        Assert.Equal("Europe/Paris", chosen);
    }
}
