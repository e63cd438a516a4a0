using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Picks.Album;
using WeddingStudio.Tests.Access;
using WeddingStudio.Web.Components.Picks;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Pages;

public sealed class AlbumPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static AlbumPerson Person(int id, string? name = null) => new(id, name, null, null);

    private static AlbumTile Tile(int id, params AlbumPerson[] whom) =>
        new()
        {
            PhotoId = id,
            Name = $"{id}.jpg",
            TileUrl = $"/t/{id}",
            ScreenUrl = $"/s/{id}",
            WidthPx = 600,
            HeightPx = 400,
            TakenAt = new DateTime(2026, 6, 20, 14, 5, 0),
            Moment = Message.Plain("Ceremony"),
            For = whom,
        };

    private static AlbumView View(int people, int passersBy = 0, params AlbumTile[] photos) =>
        new()
        {
            Photos = photos, People = people, NotShown = [], PassersBy = passersBy, AnyPeople = true, Guests = Coverage.Of([], Roles.All),
        };

    [Theory]
    [InlineData("Anna", "for Anna")]
    [InlineData("Anna,Bob", "for Anna and Bob")]
    [InlineData("Anna,Bob,Cem", "for Anna, Bob and Cem")]
    [InlineData("Anna,Uncle Bob,Cem,Dora,Eve", "for Anna, Uncle Bob and 3 more")]
    [InlineData("Anna,,", "for Anna and 2 more")]
    [InlineData("Anna,Bob,Cem,", "for Anna, Bob and 2 more")]
    [InlineData(",", "for 2 people")]
    public void A_tile_says_whom_it_is_there_for(string names, string words) =>
        Assert.Equal(words, StudioWords.English.For([.. names.Split(',').Select((name, i) => Person(i, name.Length == 0 ? null : name))]));

    [Fact]
    public void A_photo_for_nobody_is_there_because_a_user_wants_it() =>
        Assert.Equal("always shown, as you asked", StudioWords.English.For([]));

    [Fact]
    public void In_German_whom_it_is_there_for_has_its_own_words_for_one_and_for_many()
    {
        var german = new StudioWords(Languages.German);

        Assert.Equal("für Anna, Bob und 1 weitere Person", german.For([Person(1, "Anna"), Person(2, "Bob"), Person(3)]));
        Assert.Equal("für Anna und 2 weitere", german.For([Person(1, "Anna"), Person(2), Person(3)]));
        Assert.Equal("Ohne Namen 3: nur auf Fotos, die nie oder Gästen nicht gezeigt werden.",
            german.NotShown(View(1) with { NotShown = [Person(3)] }));
        Assert.Equal("14:05 Uhr · Ceremony", german.Caption(Tile(1)));
    }

    [Fact]
    public void The_headline_counts_photos_and_people()
    {
        Assert.Equal("2 photos show all 87 of you at their best", StudioWords.English.Headline(View(87, 0, Tile(1), Tile(2))));
        Assert.Equal("1 photo shows both of you at your best", StudioWords.English.Headline(View(2, 0, Tile(1))));
        Assert.Equal("1 photo shows 2 of 3 people at their best",
            StudioWords.English.Headline(View(3, 0, Tile(1)) with { NotShown = [Person(3, "Cem")] }));
    }

    [Fact]
    public async Task Everything_the_page_offers_to_take_along_is_a_download()
    {
        await using var page = await EmptyPageAsync();
        var popovers = page.Render<MudPopoverProvider>();
        var head = page.Render<AlbumHead>(p => p.Add(h => h.WeddingId, TestWedding.Id)
            .Add(h => h.Album, View(3, 12, Tile(1, Person(1, "Anna")))));
        Assert.Contains("12 more people have no name", head.Find("[data-testid=passers-by]").TextContent);

        foreach (var button in head.FindAll(".card-actions button"))
            await button.ClickAsync(new());

        string[] links = [.. popovers.FindAll("a").Select(a => a.GetAttribute("href")!)];
        Assert.Equal(["/media/w/w/take/album.zip", "/media/w/w/take/best-photos.zip", "/media/w/w/take/album-for-lightroom.txt",
            "/media/w/w/take/album-for-capture-one.txt",
            "/media/w/w/take/best-photos-for-lightroom.txt", "/media/w/w/take/best-photos-for-capture-one.txt"], links);
        Assert.All(popovers.FindAll("a"), a => Assert.True(a.HasAttribute("download")));
    }

    [Fact]
    public async Task Photos_are_shown_whole_and_are_buttons_with_words()
    {
        await using var page = await EmptyPageAsync();

        var photos = page.Render<AlbumPhotos>(p => p.Add(a => a.Photos, [Tile(1, Person(1, "Anna"), Person(2)), Tile(2)]));

        Assert.Equal(["for Anna and 1 more", "always shown, as you asked"],
            photos.FindAll("[data-testid=album-for]").Select(p => p.TextContent));
        Assert.Equal("Photo for Anna and 1 more", photos.Find("button img").GetAttribute("alt"));
        Assert.Equal("14:05 · Ceremony", photos.Find(".album-when").TextContent);
        Assert.Contains("--ratio: 1.5", photos.Find("li").GetAttribute("style"));
    }

    [Fact]
    public async Task Guests_without_photos_stand_by_table_and_lead_to_their_page_where_they_have_one()
    {
        await using var page = await EmptyPageAsync();
        var report = Coverage.Of([new("Dora", "cousin", "2", null, 0), new("Ben", null, "2", 7, 2),
            new("Edith", null, "Top table", null, 0), new("Anna", null, "2", 1, 9)], Roles.All);

        var guests = page.Render<GuestsWithoutPhotos>(p => p.Add(g => g.WeddingId, TestWedding.Id).Add(g => g.Report, report)
            .Add(g => g.HasGuestList, true));

        Assert.Equal(["Table 2", "Top table", "Table 2"], guests.FindAll(".table-card h3").Select(h => h.TextContent));
        Assert.Equal("/w/w/people/7", guests.Find("[data-testid=covered-guest] a").GetAttribute("href"));
        Assert.Equal(["Table 2", "Top table", "Cousin"], guests.FindAll("[data-testid=share-of] span:first-child")
            .Select(s => s.TextContent));
        Assert.Contains("2 of 3", guests.Find("[data-testid=share-of]").TextContent);
        Assert.Empty(guests.FindAll("[data-testid=complete]"));
    }

    [Fact]
    public async Task Tables_of_which_all_have_photos_are_told_in_one_line()
    {
        await using var page = await EmptyPageAsync();

        var shares = page.Render<CoverageShares>(p => p.Add(s => s.Title, "By table").Add(s => s.Worded, StudioWords.English.TableOf)
            .Add(s => s.Shares, [new("1", 8, 8), new("2", 6, 8), new("3", 4, 4)]));

        Assert.Equal("6 of 8", Assert.Single(shares.FindAll(".stage-count")).TextContent);
        Assert.Equal("All have photos: Table 1, Table 3", shares.Find("[data-testid=complete]").TextContent);
    }

    [Fact]
    public async Task Where_nobody_is_named_or_missing_the_page_says_so()
    {
        await using var page = await EmptyPageAsync();
        var none = page.Render<GuestsWithoutPhotos>(p => p.Add(g => g.Report, Coverage.Of([], Roles.All)).Add(g => g.HasGuestList, false));
        var all = page.Render<GuestsWithoutPhotos>(p => p.Add(g => g.Report, Coverage.Of([new("Anna", null, null, 1, 3)], Roles.All))
            .Add(g => g.HasGuestList, true));

        Assert.NotNull(none.Find("[data-testid=nobody-known]"));
        Assert.Contains("everyone on the guest list has a photo", all.Find("[data-testid=all-covered]").TextContent);
    }

    [Fact]
    public async Task The_page_shows_the_album_of_its_wedding_and_says_when_there_is_nobody_yet()
    {
        await using var studio = new StudioApp();
        var (first, _) = await TwoWeddings.InAsync(studio);
        await studio.Store.WriteAsync(async db =>
        {
            db.Add(new Wedding { Id = new("empty"), Name = "Nobody yet", TimeZone = "Europe/Paris", NextPersonId = 1,
                CreatedAt = DateTime.UtcNow });
            var face = db.Faces.Single(f => f.WeddingId == first.WeddingId);
            db.Add(new Score { FaceId = face.Id, WeddingId = first.WeddingId, Overall = .7 });
            await db.SaveChangesAsync();
        }, CancellationToken.None);
        await using var page = await StudioPage.ForAsync(studio, StudioUser.PlannerRole);
        page.Services.AddTransient<AlbumState>();

        var album = page.Render<AlbumPage>(p => p.Add(a => a.Wedding, first.WeddingId.Value));
        var photo = album.WaitForElement("[data-testid=album-photo]", Patience);
        var empty = page.Render<AlbumPage>(p => p.Add(a => a.Wedding, "empty"));
        var nothing = empty.WaitForElement("[data-testid=empty]", Patience);

        Assert.Contains("for Guest a", photo.TextContent);
        Assert.Equal("page", album.Find("[data-testid=tab-album]").GetAttribute("aria-current"));
        Assert.Contains("No album yet", nothing.TextContent);
    }

    [Fact]
    public async Task An_album_of_other_photos_waits_until_it_is_asked_for_while_names_change_at_once()
    {
        await using var studio = new StudioApp();
        await using var page = await StudioPage.ForAsync(studio, StudioUser.PlannerRole);
        page.Services.AddTransient<AlbumState>();
        var state = page.Services.GetRequiredService<AlbumState>();
        state.Take(View(1, 0, Tile(1, Person(1))));

        state.Take(View(1, 0, Tile(1, Person(1, "Anna"))));
        Assert.Equal((false, "for Anna"), (state.IsWaiting, StudioWords.English.For(state.View!.Photos[0].For)));
        state.Take(View(2, 0, Tile(1, Person(1, "Anna")), Tile(2, Person(2))));
        Assert.Equal((true, 1), (state.IsWaiting, state.View.Photos.Count));
        state.ShowWaiting();

        Assert.Equal((false, 2), (state.IsWaiting, state.View.Photos.Count));
    }

    private static Task<BunitContext> EmptyPageAsync()
    {
        var page = new BunitContext();
        page.JSInterop.Mode = JSRuntimeMode.Loose;
        MudBlazor.Services.ServiceCollectionExtensions.AddMudServices(page.Services);
        page.Services.AddSingleton(StudioWords.English);
        return Task.FromResult(page);
    }
}
