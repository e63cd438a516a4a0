using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Galleries.Access;
using WeddingStudio.Engine.Galleries.Guests;
using WeddingStudio.Engine.Hosting.Desks.Picks;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Tests.Galleries;

public sealed class PublishingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Anna (1) has a link and six photos, of which five are picked; Ben (2) is the bride's uncle.</summary>
    private static async Task<(TestStudio Studio, int Gallery)> OpenAsync()
    {
        var studio = await TestStudio.OpenAsync();
        Photo[] photos = [.. Enumerable.Range(1, 6)
            .Select(i => Paper.Photo($"{i}.jpg", Paper.Noon.AddHours(i), new Random(i).NextInt64()))];
        await studio.AddAsync([Paper.Person(1, "Anna"), Paper.Person(2, "Ben", "uncle"), .. photos.Select(p => Paper.Face(p, 1)),
            .. photos.Select(p => Paper.Face(p, 2, x: 1500))]);
        await studio.Get<ScoresStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        await studio.Get<PicksStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        return (studio, (await studio.Get<GalleryLinks>().ShareAsync(TestWedding.Id, 1, Ct)).GalleryId);
    }

    private static async Task<string[]> BestAsync(TestStudio studio, int gallery) =>
        [.. (await studio.Get<GuestPhotos>().BestAsync(gallery, Ct)).Select(p => p.Path)];

    private static PicksDesk Desk(TestStudio studio) =>
        new(studio.Store, studio.Get<PicksStage>(), studio.Get<Publishing>(), studio.Get<WeddingStudio.Engine.Jobs.StudioEvents>());

    [Fact]
    public async Task New_picks_wait_until_they_are_published()
    {
        var (studio, gallery) = await OpenAsync();
        await using var _ = studio;
        var first = await BestAsync(studio, gallery);

        Assert.True((await Desk(studio).SetCountAsync(TestWedding.Id, 1, null, 2, Ct)).Done);

        Assert.Equal(first, await BestAsync(studio, gallery));
        Assert.Equal(1, (await Desk(studio).ViewAsync(TestWedding.Id, Ct)).Waiting);
        Assert.Equal("One guest sees new best photos now.", (await Desk(studio).PublishAsync(TestWedding.Id, Ct)).Message.English());
        Assert.Equal(2, (await BestAsync(studio, gallery)).Length);
        Assert.Equal("Guests see the best photos as they are.", (await Desk(studio).PublishAsync(TestWedding.Id, Ct)).Message.English());
    }

    [Fact]
    public async Task A_wedding_may_publish_at_once_and_stop_without_anything_changing_for_guests()
    {
        var (studio, gallery) = await OpenAsync();
        await using var _ = studio;
        await Desk(studio).SetAtOnceAsync(TestWedding.Id, true, Ct);
        await Desk(studio).SetCountAsync(TestWedding.Id, 1, null, 2, Ct);
        Assert.Equal(2, (await BestAsync(studio, gallery)).Length);

        await Desk(studio).SetAtOnceAsync(TestWedding.Id, false, Ct);
        await Desk(studio).SetCountAsync(TestWedding.Id, 1, null, 4, Ct);

        Assert.Equal(2, (await BestAsync(studio, gallery)).Length);
    }

    [Fact]
    public async Task What_is_kept_from_guests_is_gone_at_once()
    {
        var (studio, gallery) = await OpenAsync();
        await using var _ = studio;
        var first = await BestAsync(studio, gallery);
        var photo = await studio.Store.ReadAsync(db => db.Photos.Where(p => p.Path == first[0]).Select(p => p.Id).SingleAsync(Ct), Ct);

        await studio.AddAsync(new PhotoRule { WeddingId = TestWedding.Id, PhotoId = photo, Kind = PhotoRuleKind.KeptFromGuests });

        Assert.Equal(first[1..], await BestAsync(studio, gallery));
    }

    [Fact]
    public async Task A_person_counts_before_their_role_and_the_role_before_all()
    {
        var (studio, _) = await OpenAsync();
        await using var __ = studio;
        var desk = Desk(studio);
        Task<int> CountAsync(int person) => studio.Store.ReadAsync(db => db.Picks.CountAsync(p => p.PersonId == person, Ct), Ct);

        await desk.SetCountAsync(TestWedding.Id, null, null, 3, Ct);
        await desk.SetCountAsync(TestWedding.Id, null, "uncle", 4, Ct);
        Assert.Equal((3, 4), (await CountAsync(1), await CountAsync(2)));
        await desk.SetCountAsync(TestWedding.Id, 2, null, 1, Ct);
        Assert.Equal(1, await CountAsync(2));
        await desk.SetCountAsync(TestWedding.Id, 2, null, null, Ct);
        Assert.Equal(4, await CountAsync(2));
        Assert.False((await desk.SetCountAsync(TestWedding.Id, null, null, null, Ct)).Done);
        Assert.False((await desk.SetCountAsync(TestWedding.Id, null, "king", 3, Ct)).Done);
        Assert.False((await desk.SetCountAsync(TestWedding.Id, 1, null, 21, Ct)).Done);
    }

    [Fact]
    public async Task Why_not_is_answered_from_the_database()
    {
        var (studio, _) = await OpenAsync();
        await using var __ = studio;
        await Desk(studio).SetCountAsync(TestWedding.Id, 1, null, 2, Ct);
        var left = await studio.Store.ReadAsync(
            db => db.Photos.Where(p => !db.Picks.Any(k => k.PersonId == 1 && k.PhotoId == p.Id)).Select(p => p.Id).FirstAsync(Ct), Ct);

        Assert.StartsWith("The best 2 come before it", (await Desk(studio).WhyNotAsync(TestWedding.Id, 1, left, Ct)).English());
        Assert.Null(await Desk(studio).WhyNotAsync(TestWedding.Id, 77, left, Ct));
    }
}
