using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Picks.Album;

namespace WeddingStudio.Tests.Picks;

public sealed class CoverageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static CoveredGuest Guest(string name, int photos, string? table = null, string? role = null) =>
        new(name, role, table, null, photos);

    private static CoverageReport Of(params CoveredGuest[] guests) => Coverage.Of(guests, Roles.All);

    [Fact]
    public void Who_has_no_photo_and_who_has_fewer_than_three_stand_apart()
    {
        var report = Of(Guest("Anna", 0), Guest("Ben", 1), Guest("Cem", 2), Guest("Dora", 3));

        Assert.Equal(["Anna"], report.None.Select(g => g.Name));
        Assert.Equal(["Ben", "Cem"], report.Few.Select(g => g.Name));
        Assert.Equal(4, report.Guests);
    }

    [Fact]
    public void Tables_count_up_as_people_count_and_those_without_one_come_last()
    {
        var report = Of(Guest("Zed", 0), Guest("Ben", 0, "10"), Guest("Cem", 0, "2"), Guest("Anna", 0, "10"), Guest("Eve", 5, "2"));

        Assert.Equal(["Cem", "Anna", "Ben", "Zed"], report.None.Select(g => g.Name));
        Assert.Equal([("2", 1, 2), ("10", 0, 2)], report.Tables.Select(t => (t.Label, t.WithPhotos, t.All)));
    }

    [Fact]
    public void Roles_come_in_their_own_order()
    {
        var report = Of(Guest("Fay", 1, role: "friend"), Guest("Anna", 9, role: "bride"), Guest("Gus", 0, role: "friend"), Guest("Zed", 2));

        Assert.Equal([("bride", 1, 1), ("friend", 1, 2)], report.Roles.Select(t => (t.Label, t.WithPhotos, t.All)));
    }

    /// <summary>
    /// Anna (1) in three photos, Ben (2) in one, Carl (3) hidden, 4 without a name; Dora is on the list
    /// and linked to nobody, Ben and Carl are linked.
    /// </summary>
    private static async Task<TestStudio> OpenAsync()
    {
        var studio = await TestStudio.OpenAsync();
        Photo[] photos = [.. Enumerable.Range(1, 3).Select(i => Paper.Photo($"{i}.jpg"))];
        await studio.AddAsync([
            Paper.Person(1, "Anna", "bride"), Paper.Person(2, "Benjamin"),
            new Person { WeddingId = TestWedding.Id, Id = 3, Name = "Carl", Hidden = true }, Paper.Person(4),
            .. photos.Select(p => Paper.Face(p, 1)), Paper.Face(photos[0], 2, x: 1200), Paper.Face(photos[0], 3, x: 1600),
            Paper.Face(photos[0], 4, x: 2000),
            new GuestEntry { WeddingId = TestWedding.Id, Name = "Ben", Table = "1", Role = "cousin", PersonId = 2 },
            new GuestEntry { WeddingId = TestWedding.Id, Name = "Carl", Table = "1", PersonId = 3 },
            new GuestEntry { WeddingId = TestWedding.Id, Name = "Dora", Table = "1", Role = "cousin" },
        ]);
        return studio;
    }

    private static Task<CoverageReport> LoadAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => CoverageRows.LoadAsync(db, TestWedding.Id, Ct), Ct);

    [Fact]
    public async Task Everybody_named_or_listed_counts_once_and_nobody_hidden()
    {
        await using var studio = await OpenAsync();

        var report = await LoadAsync(studio);

        Assert.Equal(3, report.Guests);
        Assert.Equal([("Dora", (int?)null)], report.None.Select(g => (g.Name, g.PersonId)));
        Assert.Equal([("Ben", (int?)2, 1)], report.Few.Select(g => (g.Name, g.PersonId, g.Photos)));
        Assert.Equal([("1", 1, 2)], report.Tables.Select(t => (t.Label, t.WithPhotos, t.All)));
        Assert.Equal([("bride", 1, 1), ("cousin", 1, 2)], report.Roles.Select(t => (t.Label, t.WithPhotos, t.All)));
    }

    [Fact]
    public async Task A_photo_that_is_never_shown_or_kept_from_guests_is_no_photo_of_theirs()
    {
        await using var studio = await OpenAsync();
        var first = await studio.Store.ReadAsync(db => Task.FromResult(db.Photos.Single(p => p.Path == "1.jpg").Id), Ct);
        await studio.AddAsync(new PhotoRule { WeddingId = TestWedding.Id, PhotoId = first, PersonId = 2, Kind = PhotoRuleKind.NeverShow },
            new PhotoRule { WeddingId = TestWedding.Id, PhotoId = first + 1, Kind = PhotoRuleKind.KeptFromGuests });

        var report = await LoadAsync(studio);

        Assert.Equal(["Ben", "Dora"], report.None.Select(g => g.Name));
        Assert.Equal([("Anna", 2)], report.Few.Select(g => (g.Name, g.Photos)));
    }
}
