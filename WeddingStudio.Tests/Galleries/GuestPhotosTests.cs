using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Galleries.Access;
using WeddingStudio.Engine.Galleries.Guests;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Scores;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Galleries;

public sealed class GuestPhotosTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Anna (1) in a, b/a and c; Ben (2) in c and d. Files lie in the wedding's folder.</summary>
    private sealed class Guests(TestStudio studio, Photo[] photos, int anna) : IAsyncDisposable
    {
        public TestStudio Studio { get; } = studio;
        public int Anna { get; } = anna;
        public int Id(string path) => photos.Single(p => p.Path == path).Id;
        public GuestPhotos Photos => Studio.Get<GuestPhotos>();

        public static async Task<Guests> OpenAsync()
        {
            var studio = await TestStudio.OpenAsync();
            Photo[] photos =
            [
                Paper.Photo("a.jpg", Paper.Noon.AddHours(1)), Paper.Photo("b/A.jpg", Paper.Noon), Paper.Photo("c.png"),
                Paper.Photo("d.jpg", Paper.Noon),
            ];
            var folder = Path.Combine(studio.Folder, "photos");
            Directory.CreateDirectory(Path.Combine(folder, "b"));
            foreach (var photo in photos)
                await File.WriteAllBytesAsync(Path.Combine(folder, photo.Path), JpegPictures.Talkative());
            using (var png = NetVips.Image.JpegloadBuffer(JpegPictures.Plain()))
                png.Pngsave(Path.Combine(folder, "c.png"));
            foreach (var photo in photos)
                photo.ContentHash = Convert.ToHexStringLower(
                    SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder, photo.Path), Ct)));
            await studio.AddAsync(Paper.Person(1, "Anna"), Paper.Person(2), Paper.Face(photos[0], 1), Paper.Face(photos[1], 1),
                Paper.Face(photos[2], 1), Paper.Face(photos[2], 2, x: 1500), Paper.Face(photos[3], 2));
            await studio.Get<ScoresStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
            await studio.Get<PicksStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
            return new Guests(studio, photos, (await studio.Get<GalleryLinks>().ShareAsync(TestWedding.Id, 1, Ct)).GalleryId);
        }

        public Task RuleAsync(string path, int? person, PhotoRuleKind kind) =>
            Studio.AddAsync(new PhotoRule { WeddingId = TestWedding.Id, PhotoId = Id(path), PersonId = person, Kind = kind });

        public async Task<string> SeenAsync()
        {
            var all = (await Photos.AllAsync(Anna, Ct)).Select(p => p.Path).ToArray();

            // What is listed is what may be fetched, and nothing else is.
            foreach (var photo in photos)
                Assert.Equal(all.Contains(photo.Path), await Photos.MaySeeAsync(Anna, photo.Id, Ct));
            return string.Join(" ", all);
        }

        public ValueTask DisposeAsync() => Studio.DisposeAsync();
    }

    [Fact]
    public async Task A_guest_sees_their_own_photos_in_order_of_time_and_no_other()
    {
        await using var guests = await Guests.OpenAsync();

        Assert.Equal("b/A.jpg a.jpg c.png", await guests.SeenAsync());
        Assert.Equal("Anna", (await guests.Photos.PersonAsync(guests.Anna, Ct))!.Name);
        Assert.Equal(["a.jpg", "b/A.jpg", "c.png"], (await guests.Photos.BestAsync(guests.Anna, Ct)).Select(p => p.Path).Order());
    }

    [Theory]
    [InlineData(PhotoRuleKind.NeverShow, 1, false)]
    [InlineData(PhotoRuleKind.KeptFromGuests, null, false)]
    [InlineData(PhotoRuleKind.NeverShow, 2, true)]
    [InlineData(PhotoRuleKind.AlwaysShow, 1, true)]
    public async Task What_the_couple_said_about_a_photo_holds(PhotoRuleKind kind, int? person, bool seen)
    {
        await using var guests = await Guests.OpenAsync();
        await guests.RuleAsync("a.jpg", person, kind);

        Assert.Equal(seen, (await guests.SeenAsync()).Contains("a.jpg"));
        Assert.Equal(seen, (await guests.Photos.BestAsync(guests.Anna, Ct)).Any(p => p.Path == "a.jpg"));
    }

    [Fact]
    public async Task A_face_that_is_no_face_any_more_takes_its_photo_along()
    {
        await using var guests = await Guests.OpenAsync();
        var face = await guests.Studio.Store.ReadAsync(db => db.Faces.SingleAsync(f => f.Photo!.Path == "a.jpg", Ct), Ct);

        await guests.Studio.Store.WriteAsync(
            db => db.Faces.Where(f => f.Id == face.Id).ExecuteUpdateAsync(s => s.SetProperty(f => f.PersonId, (int?)null), Ct), Ct);

        Assert.Equal("b/A.jpg c.png", await guests.SeenAsync());
    }

    [Fact]
    public async Task A_closed_gallery_shows_nothing()
    {
        await using var guests = await Guests.OpenAsync();
        await guests.Studio.Get<GalleryLinks>().CloseAsync(guests.Anna, Ct);

        Assert.Equal("", await guests.SeenAsync());
        Assert.Empty(await guests.Photos.BestAsync(guests.Anna, Ct));
        Assert.Null(await guests.Photos.PersonAsync(guests.Anna, Ct));
    }

    [Fact]
    public async Task After_a_merge_the_old_link_shows_the_one_who_is_left()
    {
        await using var guests = await Guests.OpenAsync();
        await guests.Studio.Store.WriteAsync(async db =>
        {
            await db.Faces.Where(f => f.PersonId == 1).ExecuteUpdateAsync(s => s.SetProperty(f => f.PersonId, 2), Ct);
            await db.People.Where(p => p.Id == 1).ExecuteUpdateAsync(s => s.SetProperty(p => p.RedirectToId, 2), Ct);
        }, Ct);

        Assert.Equal("b/A.jpg d.jpg a.jpg c.png", await guests.SeenAsync());
    }

    [Fact]
    public async Task A_download_is_traceless_and_a_png_becomes_a_jpeg()
    {
        await using var guests = await Guests.OpenAsync();
        var download = guests.Studio.Get<GuestDownload>();

        var jpeg = (await download.ReadAsync(guests.Anna, guests.Id("b/A.jpg"), Ct))!;
        var png = (await download.ReadAsync(guests.Anna, guests.Id("c.png"), Ct))!;

        Assert.Equal("A.jpg", jpeg.Name);
        Assert.Equal(JpegPictures.Pixels(JpegPictures.Talkative()), JpegPictures.Pixels(jpeg.Jpeg));
        Assert.DoesNotContain(JpegPictures.Secret, System.Text.Encoding.Latin1.GetString(jpeg.Jpeg));
        Assert.Equal("c.jpg", png.Name);
        Assert.Equal([0xFF, 0xD8], png.Jpeg[..2]);
        Assert.Null(await download.ReadAsync(guests.Anna, guests.Id("d.jpg"), Ct));
    }

    [Fact]
    public async Task A_file_that_was_replaced_since_the_analysis_leaves_for_no_guest()
    {
        await using var guests = await Guests.OpenAsync();
        await File.WriteAllBytesAsync(Path.Combine(guests.Studio.Folder, "photos", "a.jpg"), JpegPictures.Plain(), Ct);

        Assert.Null(await guests.Studio.Get<GuestDownload>().ReadAsync(guests.Anna, guests.Id("a.jpg"), Ct));
    }

    [Fact]
    public async Task The_zip_streams_all_photos_with_their_times_and_says_what_is_missing()
    {
        await using var guests = await Guests.OpenAsync();
        File.Delete(Path.Combine(guests.Studio.Folder, "photos", "c.png"));
        var sink = new OnlyAsynchronous();

        await guests.Studio.Get<GalleryZip>().WriteAsync(sink, guests.Anna, StudioWords.English, Ct);

        using var zip = new ZipArchive(new MemoryStream(sink.Written.ToArray()));
        Assert.Equal(["A.jpg", "a-2.jpg", "not-included.txt"], zip.Entries.Select(e => e.FullName));
        Assert.Equal(new DateTime(2026, 6, 20, 12, 0, 0), zip.Entries[0].LastWriteTime.DateTime);
        Assert.Equal(zip.Entries[0].Length, zip.Entries[0].CompressedLength);
        using var entry = zip.Entries[0].Open();
        using var bytes = new MemoryStream();
        await entry.CopyToAsync(bytes, Ct);
        Assert.Equal((await guests.Studio.Get<GuestDownload>().ReadAsync(guests.Anna, guests.Id("b/A.jpg"), Ct))!.Jpeg, bytes.ToArray());
    }

    /// <summary>Like a web response: no seeking, no synchronous writing.</summary>
    private sealed class OnlyAsynchronous : Stream
    {
        public MemoryStream Written { get; } = new();
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => throw new InvalidOperationException("Synchronous flush.");
        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous write.");
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Written.WriteAsync(buffer, cancellationToken);
        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Written.WriteAsync(buffer, offset, count, cancellationToken);
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
