using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Galleries;
using WeddingStudio.Engine.Galleries.Access;

namespace WeddingStudio.Tests.Galleries;

public sealed class GalleryLinksTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 6, 21, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private static GalleryLinks LinksOf(TestStudio studio, Clock clock) =>
        new(studio.Store, studio.Get<GalleryKey>(), clock, Options.Create(new GalleriesOptions { LinkDays = 30 }));

    private static async Task<(TestStudio Studio, GalleryLinks Links, Clock Clock)> OpenAsync()
    {
        var studio = await TestStudio.OpenAsync();
        await studio.AddAsync(Paper.Person(1, "Anna"), Paper.Person(2),
            new Person { WeddingId = TestWedding.Id, Id = 3, RedirectToId = 1 });
        var clock = new Clock();
        return (studio, LinksOf(studio, clock), clock);
    }

    [Fact]
    public async Task A_link_opens_its_gallery_and_asking_again_gives_the_same_link()
    {
        var (studio, links, _) = await OpenAsync();
        await using var __ = studio;

        var link = await links.ShareAsync(TestWedding.Id, 1, Ct);

        Assert.Equal(22, link.Token.Length);
        Assert.Equal(link, await links.ShareAsync(TestWedding.Id, 1, Ct));
        Assert.Equal(1, (await links.OpenAsync(link.GalleryId, link.Token, Ct))!.PersonId);
        Assert.Equal([link], await links.ListAsync(TestWedding.Id, Ct));
    }

    [Fact]
    public async Task Tokens_of_others_wrong_ones_and_empty_ones_open_nothing()
    {
        var (studio, links, _) = await OpenAsync();
        await using var __ = studio;
        var anna = await links.ShareAsync(TestWedding.Id, 1, Ct);
        var other = await links.ShareAsync(TestWedding.Id, 2, Ct);

        foreach (var token in new[] { other.Token, "", "é", anna.Token[..^1], anna.Token + "A", anna.Token.ToUpperInvariant() })
            Assert.Null(await links.OpenAsync(anna.GalleryId, token, Ct));
        Assert.Null(await links.OpenAsync(999, anna.Token, Ct));
    }

    [Fact]
    public async Task A_revoked_link_is_dead_at_once_and_the_new_one_works()
    {
        var (studio, links, _) = await OpenAsync();
        await using var __ = studio;
        var old = await links.ShareAsync(TestWedding.Id, 1, Ct);

        var renewed = await links.RevokeAsync(old.GalleryId, Ct);

        Assert.Null(await links.OpenAsync(old.GalleryId, old.Token, Ct));
        Assert.False(await links.IsOpenAsync(old.GalleryId, 1, Ct));
        Assert.NotNull(await links.OpenAsync(renewed.GalleryId, renewed.Token, Ct));
        Assert.True(await links.IsOpenAsync(old.GalleryId, 2, Ct));
    }

    [Fact]
    public async Task Closed_and_expired_links_open_nothing_until_they_are_shared_again()
    {
        var (studio, links, clock) = await OpenAsync();
        await using var __ = studio;
        var link = await links.ShareAsync(TestWedding.Id, 1, Ct);

        Assert.False((await links.CloseAsync(link.GalleryId, Ct)).IsOpen);
        Assert.Null(await links.OpenAsync(link.GalleryId, link.Token, Ct));
        await links.ShareAsync(TestWedding.Id, 1, Ct);
        Assert.NotNull(await links.OpenAsync(link.GalleryId, link.Token, Ct));

        clock.Now = clock.Now.AddDays(31);
        Assert.Null(await links.OpenAsync(link.GalleryId, link.Token, Ct));
        Assert.True((await links.ShareAsync(TestWedding.Id, 1, Ct)).IsOpen);
    }

    [Fact]
    public async Task A_merged_person_shares_the_gallery_of_the_one_who_is_left()
    {
        var (studio, links, _) = await OpenAsync();
        await using var __ = studio;

        Assert.Equal(1, (await links.ShareAsync(TestWedding.Id, 3, Ct)).PersonId);
        await Assert.ThrowsAsync<ArgumentException>(() => links.ShareAsync(TestWedding.Id, 99, Ct));
    }

    [Fact]
    public async Task The_key_is_made_once_and_only_its_owner_can_read_it()
    {
        var (studio, links, clock) = await OpenAsync();
        await using var __ = studio;
        var link = await links.ShareAsync(TestWedding.Id, 1, Ct);
        var path = Path.Combine(studio.Paths.Keys, "gallery.key");

        Assert.Equal(32, new FileInfo(path).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(link.Token, new GalleryKey(studio.Paths).Token(link.GalleryId, 1));
        Assert.Equal(["gallery.key"], Directory.GetFiles(studio.Paths.Keys, "gallery*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_damaged_key_is_named()
    {
        var (studio, _, _) = await OpenAsync();
        await using var __ = studio;
        var path = Path.Combine(studio.Paths.Keys, "gallery.key");
        await File.WriteAllTextAsync(path, "short", Ct);

        Assert.Contains(path, Assert.Throws<StudioStoreException>(() => new GalleryKey(studio.Paths).Token(1, 1)).Message);
    }
}
