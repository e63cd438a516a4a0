using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using WeddingStudio.Web.Components.Layout;
using WeddingStudio.Web.Components.People;
using WeddingStudio.Web.Components.Picks;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Pages;

public sealed class PeoplePagesTests : BunitContext
{
    public PeoplePagesTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton(StudioWords.English);
    }

    private static PersonTile Person(int id, string? name = null, int photos = 5, string? role = null, bool hidden = false) =>
        new() { Id = id, Name = name, Role = role, PhotoCount = photos, FaceCount = photos, SeenOnce = photos == 1, Hidden = hidden,
            FaceUrl = $"/media/w/w/face/{id}.jpg" };

    private static FaceView Face(int id, params PhotoRuleKind[] rules) =>
        new()
        {
            FaceId = id,
            PhotoId = id * 10,
            PhotoName = $"{id}.jpg",
            Url = $"/f/{id}",
            TileUrl = $"/t/{id}",
            ScreenUrl = $"/s/{id}",
            WidthPx = 600,
            HeightPx = 400,
            CentreX = 0.25,
            CentreY = 0.5,
            Rules = rules,
        };

    [Fact]
    public void A_tile_shows_name_role_and_number_of_photos_and_leads_to_the_person()
    {
        var tile = Render<PersonTileCard>(p => p.Add(t => t.WeddingId, TestWedding.Id).Add(t => t.Person, Person(7, "Anna", 12, "bride")));

        Assert.Equal("/w/w/people/7", tile.Find("a").GetAttribute("href"));
        Assert.Equal("Anna", tile.Find(".tile-name").TextContent);
        Assert.Equal("Bride · 12 photos", tile.Find(".tile-more").TextContent);
    }

    [Fact]
    public void A_tile_without_a_name_is_called_unnamed_and_can_be_selected_by_keyboard_and_screen_reader()
    {
        int? toggled = null;
        var tile = Render<PersonTileCard>(p => p.Add(t => t.Person, Person(12)).Add(t => t.Selected, true)
            .Add(t => t.OnToggle, id => toggled = id));

        var box = tile.Find("[role=checkbox]");
        box.Click();

        Assert.Equal(12, toggled);
        Assert.Equal("true", box.GetAttribute("aria-checked"));
        Assert.Equal("Select Unnamed 12", box.GetAttribute("aria-label"));
    }

    [Fact]
    public void Best_photos_come_with_their_reason_and_open_when_clicked()
    {
        FaceView? opened = null;
        var best = Render<BestPhotos>(p => p.Add(b => b.Best, [new PickView(1, Message.Plain("Smiling, eyes open"), Face(3))])
            .Add(b => b.OnOpen, face => opened = face));

        Assert.Equal("Smiling, eyes open", best.Find("[data-testid=reason]").TextContent);
        best.Find("button").Click();

        Assert.Equal(3, opened?.FaceId);
    }

    [Theory]
    [InlineData(PhotoRuleKind.KeptFromGuests, "kept from guests")]
    [InlineData(PhotoRuleKind.NeverShow, "never show")]
    [InlineData(PhotoRuleKind.AlwaysShow, "always show")]
    public void A_face_says_what_was_said_about_its_photo(PhotoRuleKind rule, string mark)
    {
        var tile = Render<FaceTile>(p => p.Add(t => t.Face, Face(1, rule)).Add(t => t.IsBest, true));

        Assert.Equal(mark, tile.Find(".tile-mark").TextContent);
    }

    [Fact]
    public void The_bar_for_the_selected_is_there_only_while_something_is_selected_and_escape_ends_it()
    {
        var cleared = false;
        Assert.Empty(Render<SelectionBar>(p => p.Add(b => b.Count, 0)).Markup.Trim());

        var bar = Render<SelectionBar>(p => p.Add(b => b.Count, 2).Add(b => b.One, "face").Add(b => b.Many, "faces")
            .Add(b => b.OnClear, () => cleared = true));
        Assert.Equal("2 faces", bar.Find(".selection-count").TextContent);
        bar.Find(".selection").KeyDown("Escape");

        Assert.True(cleared);
    }
}
