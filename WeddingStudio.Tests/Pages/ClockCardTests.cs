using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using WeddingStudio.Web.Components.Photos;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Pages;

public sealed class ClockCardTests : BunitContext
{
    private static readonly ClockView Leader = new() { CameraId = 1, Name = Message.Plain("Canon EOS R6"), Photos = 142, Leads = true };
    private static readonly ClockView Other = new()
    {
        CameraId = 2, Name = Message.Plain("FUJIFILM X-T5"), Photos = 1, OffsetSeconds = 130,
    };

    private readonly List<(int CameraId, double? Seconds)> _said = [];

    public ClockCardTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton(StudioWords.English);
    }

    private IRenderedComponent<ClockCard> Card(params ClockView[] clocks) =>
        Render<ClockCard>(p => p.Add(c => c.Clocks, clocks).Add(c => c.OnCorrect, said => _said.Add(said)));

    [Fact]
    public void Every_camera_says_how_its_clock_was()
    {
        var card = Card(Leader, Other);

        Assert.Equal(["taken to be right, the others are compared with it", "2 min 10 s behind, put right"],
            card.FindAll("[data-testid=clock-words]").Select(w => w.TextContent));
        Assert.Contains("142 photos", card.Markup);
        Assert.Contains("1 photo<", card.Markup);
    }

    [Theory]
    [InlineData(-2820, false, "47 min ahead, put right")]
    [InlineData(-2820, true, "47 min ahead, as you said")]
    [InlineData(90_061, true, "1 day 1 h 1 min 1 s behind, as you said")]
    [InlineData(0, true, "right, as you said")]
    [InlineData(0, false, "no difference found")]
    public void Its_words_are_plain(double seconds, bool byHand, string words) =>
        Assert.Equal(words, StudioWords.English.Clock(Other with { OffsetSeconds = seconds, ByHand = byHand }));

    [Fact]
    public void A_correction_begins_with_what_is_known_and_is_said_in_minutes_and_seconds()
    {
        var card = Card(Leader, Other);
        card.FindAll("[data-testid=clock-open]")[1].Click();
        Assert.Equal(("2", "10"), (card.Find("[data-testid=clock-minutes]").GetAttribute("value"),
            card.Find("[data-testid=clock-seconds]").GetAttribute("value")));

        card.Find("[data-testid=clock-sign]").Change("ahead");
        card.Find("[data-testid=clock-minutes]").Change("47");
        card.Find("[data-testid=clock-seconds]").Change("5");
        card.Find("form").Submit();

        Assert.Equal([(2, -(47 * 60 + 5.0))], _said);
        Assert.Empty(card.FindAll("form"));
    }

    [Fact]
    public void Only_what_a_user_said_can_be_given_back_to_the_studio()
    {
        var card = Card(Leader, Other with { ByHand = true });
        card.FindAll("[data-testid=clock-open]")[0].Click();
        Assert.Empty(card.FindAll("[data-testid=clock-own]"));

        card.FindAll("[data-testid=clock-open]")[1].Click();
        card.Find("[data-testid=clock-own]").Click();

        Assert.Equal([(2, null)], _said);
    }

    [Fact]
    public void Without_cameras_there_is_no_card() => Assert.Empty(Card().FindAll("section"));
}
