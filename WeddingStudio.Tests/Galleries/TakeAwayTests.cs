using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Galleries.TakeAway;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Scores;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Galleries;

public sealed class TakeAwayTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>
    /// Anna (1) in a.jpg and c.png, two of the name Ben/B. (2, 3) in b/A.jpg and d.jpg, Carl (4) hidden in e.jpg, a passer-by (5) in f.jpg.
    /// </summary>
    private static async Task<TestStudio> OpenAsync()
    {
        var studio = await TestStudio.OpenAsync();
        var folder = Path.Combine(studio.Folder, "photos");
        Directory.CreateDirectory(Path.Combine(folder, "b"));
        Photo[] photos = [.. new[] { "a.jpg", "b/A.jpg", "c.png", "d.jpg", "e.jpg", "f.jpg" }
            .Select((path, i) => Paper.Photo(path, Paper.Noon.AddHours(6 - i)))];
        foreach (var photo in photos)
        {
            byte[] file = [.. JpegPictures.Talkative(), (byte)photo.Path[0]];
            photo.ContentHash = Convert.ToHexStringLower(SHA256.HashData(file));
            await File.WriteAllBytesAsync(Path.Combine(folder, photo.Path), file);
        }

        await studio.AddAsync(Paper.Person(1, "Anna"), Paper.Person(2, "Ben/B."), Paper.Person(3, "ben B"),
            new Person { WeddingId = TestWedding.Id, Id = 4, Name = "Carl", Hidden = true }, Paper.Person(5),
            Paper.Face(photos[0], 1), Paper.Face(photos[1], 2), Paper.Face(photos[2], 1), Paper.Face(photos[3], 3),
            Paper.Face(photos[4], 4), Paper.Face(photos[5], 5));
        await studio.Get<ScoresStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        await studio.Get<PicksStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        return studio;
    }

    private static async Task<ZipArchive> ZipAsync(TestStudio studio, TakeAwayChoice what)
    {
        var file = new MemoryStream();
        await studio.Get<TakeAwayFiles>().WriteZipAsync(file, TestWedding.Id, what, StudioWords.English, Ct);
        return new ZipArchive(new MemoryStream(file.ToArray()));
    }

    private static Task RuleAsync(TestStudio studio, string path, PhotoRuleKind kind) => studio.Store.WriteAsync(async db =>
    {
        var photo = await db.Photos.SingleAsync(p => p.Path == path, Ct);
        db.Add(new PhotoRule { WeddingId = TestWedding.Id, PhotoId = photo.Id, Kind = kind });
        await db.SaveChangesAsync(Ct);
    }, Ct);

    [Fact]
    public async Task The_album_leaves_byte_for_byte_with_the_times_of_the_wedding()
    {
        await using var studio = await OpenAsync();

        using var zip = await ZipAsync(studio, TakeAwayChoice.Album);

        // One of Anna's two photos is enough, both are of equal size and worth; the order is that of the day.
        Assert.Equal(["d.jpg", "A.jpg", "a-2.jpg"], zip.Entries.Select(e => e.FullName));
        await using var entry = zip.Entries[1].Open();
        using var bytes = new MemoryStream();
        await entry.CopyToAsync(bytes, Ct);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(studio.Folder, "photos", "b", "A.jpg"), Ct), bytes.ToArray());
        Assert.Contains(JpegPictures.Secret, System.Text.Encoding.Latin1.GetString(bytes.ToArray()));
        Assert.Equal(new DateTime(2026, 6, 20, 17, 0, 0), zip.Entries[1].LastWriteTime.DateTime);
    }

    [Fact]
    public async Task Everybodys_best_photos_lie_in_a_folder_per_person_hidden_people_and_passers_by_have_none()
    {
        await using var studio = await OpenAsync();

        using var zip = await ZipAsync(studio, TakeAwayChoice.BestPhotos);

        Assert.Equal(["Anna/a.jpg", "Anna/c.png", "Ben B/A.jpg", "ben B-2/d.jpg"],
            zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_kept_from_guests_or_never_shown_stays()
    {
        await using var studio = await OpenAsync();
        await RuleAsync(studio, "c.png", PhotoRuleKind.KeptFromGuests);
        await RuleAsync(studio, "d.jpg", PhotoRuleKind.NeverShow);

        using var best = await ZipAsync(studio, TakeAwayChoice.BestPhotos);
        using var album = await ZipAsync(studio, TakeAwayChoice.Album);

        Assert.Equal(["Anna/a.jpg", "Ben B/A.jpg"], best.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        Assert.Equal(["A.jpg", "a-2.jpg"], album.Entries.Select(e => e.FullName));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_named_and_costs_no_other()
    {
        await using var studio = await OpenAsync();
        File.Delete(Path.Combine(studio.Folder, "photos", "d.jpg"));

        using var zip = await ZipAsync(studio, TakeAwayChoice.BestPhotos);

        Assert.Equal(4, zip.Entries.Count);
        using var told = new StreamReader(zip.GetEntry("not-included.txt")!.Open());
        Assert.Contains("ben B-2/d.jpg", await told.ReadToEndAsync(Ct));
    }

    [Theory]
    [InlineData(FinishingProgram.Lightroom, "d, A")]
    [InlineData(FinishingProgram.CaptureOne, "d A")]
    public async Task Names_leave_without_their_ending_each_once_in_the_form_of_the_program(FinishingProgram program, string list)
    {
        await using var studio = await OpenAsync();

        Assert.Equal(list, await studio.Get<TakeAwayFiles>().ListAsync(TestWedding.Id, TakeAwayChoice.Album, program, Ct));
    }
}
