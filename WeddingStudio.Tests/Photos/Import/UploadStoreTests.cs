using FsCheck.Xunit;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Visits;

namespace WeddingStudio.Tests.Photos.Import;

public sealed class UploadStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_is_stored_and_waits_to_be_read()
    {
        await using var studio = await TestStudio.OpenAsync();

        var result = await SendAsync(studio, "C:\\Users\\Kim\\IMG 1.jpg", Jpeg(1));

        Assert.Equal((UploadOutcome.Saved, "uploads/IMG 1.jpg"), (result.Outcome, result.Path));
        var photo = Assert.Single(await PhotosAsync(studio));
        Assert.Equal((PhotoState.Waiting, true), (photo.State, photo.Uploaded));
        var wedding = await studio.Store.ReadAsync(db => db.Weddings.SingleAsync(Stop), Stop);
        using var reading = await studio.Get<PhotoVisitor>().ReadAsync(wedding, photo, TestContext.Current.CancellationToken);
        Assert.Equal(60, reading.WidthPx);
    }

    [Fact]
    public async Task A_taken_name_gets_a_number_and_the_same_file_again_gets_none()
    {
        await using var studio = await TestStudio.OpenAsync();

        var paths = new[]
        {
            await SendAsync(studio, "a.jpg", Jpeg(1)), await SendAsync(studio, "a.jpg", Jpeg(2)),
            await SendAsync(studio, "A.jpg", Jpeg(3)), await SendAsync(studio, "a.jpg", Jpeg(1)), await SendAsync(studio, "a.jpg", Jpeg(2)),
        };

        Assert.Equal(["uploads/a.jpg", "uploads/a-2.jpg", "uploads/A-3.jpg", "uploads/a.jpg", "uploads/a-2.jpg"],
            paths.Select(p => p.Path));
        Assert.Equal([UploadOutcome.AlreadyHere, UploadOutcome.AlreadyHere], paths[3..].Select(p => p.Outcome));
        Assert.Equal(3, Directory.GetFiles(studio.Paths.Originals(TestWedding.Id)).Length);
    }

    [Fact]
    public async Task Of_an_upload_and_an_equal_file_in_the_folder_the_ordinally_first_is_the_photo_in_either_order()
    {
        for (var uploadFirst = 0; uploadFirst < 2; uploadFirst++)
        {
            await using var studio = await TestStudio.OpenAsync();
            if (uploadFirst == 1)
                await SendAsync(studio, "a.jpg", Jpeg(1));
            File.WriteAllBytes(Path.Combine(studio.Folder, "photos", "b.jpg"), Jpeg(1));
            File.WriteAllBytes(Path.Combine(studio.Folder, "photos", "z.jpg"), Jpeg(1));
            await RunAsync(studio);
            if (uploadFirst == 0)
                await SendAsync(studio, "a.jpg", Jpeg(1));

            var photos = (await PhotosAsync(studio)).ToDictionary(p => p.Path);
            Assert.Equal(PhotoState.Waiting, photos["b.jpg"].State);
            Assert.Equal([PhotoState.Duplicate, PhotoState.Duplicate], [photos["uploads/a.jpg"].State, photos["z.jpg"].State]);
            Assert.True(photos["uploads/a.jpg"].Uploaded && !photos["b.jpg"].Uploaded);
        }
    }

    [Fact]
    public async Task What_is_no_photo_is_refused_in_words()
    {
        await using var studio = await TestStudio.OpenAsync();

        var page = await SendAsync(studio, "page.jpg", "<html><body>"u8.ToArray());
        var drawing = await SendAsync(studio, "a.svg", "<svg/>"u8.ToArray());
        var video = await SendAsync(studio, "a.jpg", Convert.FromHexString("00000018667479706D70343200000000"));
        var empty = await SendAsync(studio, "a.jpg", []);

        Assert.All(new[] { page, drawing, video, empty }, r => Assert.Equal((UploadOutcome.NotAPhoto, null), (r.Outcome, r.Path)));
        Assert.StartsWith("'page.jpg' is not an image", page.Message.English());
        Assert.StartsWith("'a.jpg' is a video", video.Message.English());
        Assert.StartsWith("'a.jpg' is empty", empty.Message.English());
        Assert.Empty(Directory.GetFiles(studio.Paths.Originals(TestWedding.Id)));
    }

    [Fact]
    public async Task More_than_the_limit_is_refused_and_leaves_nothing()
    {
        await using var studio = await TestStudio.OpenAsync();

        var result = await studio.Get<UploadStore>().SaveAsync(TestWedding.Id, "big.jpg", new EndlessJpeg(), Stop);

        Assert.Equal(UploadOutcome.TooLarge, result.Outcome);
        Assert.Empty(Directory.GetFiles(studio.Paths.Originals(TestWedding.Id)));
        Assert.Empty(await PhotosAsync(studio));
    }

    [Fact]
    public async Task What_a_crash_left_unfinished_goes_and_what_is_being_sent_stays()
    {
        await using var studio = await TestStudio.OpenAsync();
        var originals = Directory.CreateDirectory(studio.Paths.Originals(TestWedding.Id)).FullName;
        File.WriteAllBytes(Path.Combine(originals, ".old.part"), Jpeg(1));
        File.SetLastWriteTimeUtc(Path.Combine(originals, ".old.part"), DateTime.UtcNow.AddDays(-1));
        File.WriteAllBytes(Path.Combine(originals, ".new.part"), Jpeg(1));

        await RunAsync(studio);

        Assert.Equal([".new.part"], Directory.GetFiles(originals).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_full_disk_is_said_in_words()
    {
        await using var studio = await TestStudio.OpenAsync();

        var result = await studio.Get<UploadStore>().SaveAsync(TestWedding.Id, "a.jpg", new FullDisk(), Stop);

        Assert.Equal(UploadOutcome.DiskFull, result.Outcome);
        Assert.Empty(await PhotosAsync(studio));
    }

    [Fact]
    public void A_full_device_is_recognised()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full.");

        var error = Assert.ThrowsAny<IOException>(() =>
        {
            using var file = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
            file.Write(new byte[10]);
        });

        Assert.True(DiskFull.Is(error));
        Assert.False(DiskFull.Is(new FileNotFoundException()));
    }

    [Fact]
    public async Task A_file_left_without_a_row_is_found_by_the_next_scan()
    {
        await using var studio = await TestStudio.OpenAsync();
        Directory.CreateDirectory(studio.Paths.Originals(TestWedding.Id));
        File.WriteAllBytes(Path.Combine(studio.Paths.Originals(TestWedding.Id), "a.jpg"), Jpeg(1));

        await RunAsync(studio);

        Assert.Equal(("uploads/a.jpg", true), Assert.Single((await PhotosAsync(studio)).Select(p => (p.Path, p.Uploaded))));
    }

    [Fact]
    public async Task An_upload_makes_way_for_a_file_of_its_path_in_the_photo_folder()
    {
        await using var studio = await TestStudio.OpenAsync();
        await SendAsync(studio, "a.jpg", Jpeg(1));
        TestPhotos.SaveJpeg(Path.Combine(studio.Folder, "photos", "uploads", "a.jpg"), 2);

        await RunAsync(studio);

        Assert.Equal([("uploads/a-2.jpg", true), ("uploads/a.jpg", false)],
            (await PhotosAsync(studio)).Select(p => (p.Path, p.Uploaded)).OrderBy(p => p.Path, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..\\a:b?.JPG", "a_b_.JPG")]
    [InlineData(".htaccess", "htaccess")]
    [InlineData("", "photo")]
    [InlineData("...", "photo")]
    [InlineData("con.jpg", "photo-con.jpg")]
    [InlineData("e\u0301te\u0301 💍.jpg", "été 💍.jpg")]
    [InlineData("a\u0000b\n.jpg ", "a_b_.jpg")]
    [InlineData("CON", "photo-CON")]
    [InlineData("nul.tar.jpg", "photo-nul.tar.jpg")]
    [InlineData("AUX .jpg", "photo-AUX .jpg")]
    [InlineData("com1.jpg", "photo-com1.jpg")]
    [InlineData("LPT0.heic", "photo-LPT0.heic")]
    [InlineData("com².jpg", "photo-com².jpg")]
    [InlineData("conin$.jpg", "photo-conin$.jpg")]
    [InlineData("CON\u200f.jpg", "photo-CON.jpg")]
    [InlineData("context.jpg", "context.jpg")]
    [InlineData("annas\u202egpj.exe", "annasgpj.exe")]
    [InlineData("\u2068Anna\u2069.jpg", "Anna.jpg")]
    [InlineData("a. . .", "a")]
    public void Sent_names_are_made_harmless(string sent, string name) => Assert.Equal(name, FileNames.Sanitise(sent));

    /// <summary>Made of pieces that file systems, shells or people stumble over.</summary>
    [Property(MaxTest = 2000)]
    public void Whatever_a_file_is_called_its_name_is_one_that_every_system_takes(byte[] pieces)
    {
        var sent = string.Concat(pieces.Select(piece => Pieces[piece % Pieces.Length]));

        foreach (var name in (string[])[FileNames.Sanitise(sent), FileNames.OfText(sent)])
        {
            Assert.NotEmpty(name);
            Assert.Equal(name, name.Trim(' ').TrimEnd('.').TrimStart('.'));
            Assert.DoesNotContain(name, c => char.IsControl(c) || "<>:\"/\\|?*\u202e\u2066\u200f".Contains(c));
            Assert.DoesNotContain(name.Split('.')[0].TrimEnd().ToUpperInvariant(), (string[])["CON", "NUL", "COM¹", "LPT9", "CONIN$"]);
            Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 1, 210);
            Assert.Equal(name, FileNames.Sanitise(name));
        }
    }

    private static readonly string[] Pieces =
    [
        "con", "NUL", "Lpt9", "COM¹", "conin$", "$", ".", "..", " ", "/", "\\", ":", "*", "\u0000", "\n", "\u001b[31m", "\u202e",
        "\u2066", "\u200f", "\ud83d", "é", "e\u0301", "💍", "jpg", ".jpg", ".tar", "-", new string('x', 120), new string(' ', 90),
    ];

    [Theory]
    [InlineData("", "photo-con")]
    [InlineData(".jpg", "photo-con.jpg")]
    public void What_is_left_of_a_long_name_is_no_device(string extension, string name)
    {
        var cut = FileNames.Sanitise("con" + new string(' ', 270) + "con" + extension);

        Assert.Equal(name, cut.Replace(" ", ""));
        Assert.Equal(cut, FileNames.Sanitise(cut));
    }

    [Fact]
    public void Long_names_are_cut_but_keep_their_extension()
    {
        var name = FileNames.Sanitise(new string('é', 400) + ".jpeg");

        Assert.EndsWith("é.jpeg", name);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 190, 200);
    }

    private static byte[] Jpeg(int seed) => JpegWriter.Encode(TestPhotos.Picture(seed: seed), 95);

    private static Task<UploadResult> SendAsync(TestStudio studio, string name, byte[] bytes) =>
        studio.Get<UploadStore>().SaveAsync(TestWedding.Id, name, new MemoryStream(bytes), Stop);

    private static Task RunAsync(TestStudio studio) =>
        studio.Get<PhotosStage>().RunAsync(TestWedding.Id, new Progress<StageProgress>(), Stop);

    private static Task<List<Photo>> PhotosAsync(TestStudio studio) => studio.Store.ReadAsync(db => db.Photos.ToListAsync(Stop), Stop);

    private sealed class EndlessJpeg : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span[0] = 0xFF;
            buffer.Span[1] = 0xD8;
            buffer.Span[2] = 0xFF;
            return new(buffer.Length);
        }
    }

    private sealed class FullDisk : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);
    }
}
