using System.Diagnostics;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Galleries.Access;
using WeddingStudio.Engine.Galleries.Guests;
using WeddingStudio.Engine.Galleries.TakeAway;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Scores;
using WeddingStudio.Engine.Visits;
using WeddingStudio.Tests.Photos;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Galleries;

/// <summary>
/// A wedding of three photos of Anna (a.jpg, b/A.jpg, c.png) and one of Ben (d.jpg), found and shared, whose files somebody swaps
/// afterwards for what nobody may get: a picture of its own colour that says so in its bytes.
/// </summary>
internal sealed class SwappedPhotos : IAsyncDisposable
{
    private const int Bytes = 20_000, SecretSeed = 6;
    private const string SecretText = "SECRET";

    private SwappedPhotos(TestStudio studio) => Studio = studio;

    public TestStudio Studio { get; }
    public int Anna { get; private set; }
    public string Photos => Path.Combine(Studio.Folder, "photos");

    /// <summary>A photo like any other, as large as the others to the byte, in a folder of somebody else.</summary>
    public string Secret => Path.Combine(Studio.Folder, "private", "a.jpg");

    public string At(string path) => Path.Combine(Photos, path);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<SwappedPhotos> OpenAsync()
    {
        var wedding = new SwappedPhotos(await TestStudio.OpenAsync());
        foreach (var (path, seed) in new[] { ("a.jpg", 1), ("b/A.jpg", 2), ("d.jpg", 3) })
            Write(wedding.At(path), seed, "photo");
        using (var png = TestPhotos.Vips(TestPhotos.Picture(seed: 4)))
            png.Pngsave(wedding.At("c.png"));
        foreach (var path in new[] { "a.jpg", "A.jpg", "b/A.jpg", "c.png", "d.jpg" })
            Write(Path.Combine(wedding.Studio.Folder, "private", path), SecretSeed, SecretText);

        await wedding.Studio.Get<PhotosStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        await wedding.ShareAsync();
        return wedding;
    }

    private async Task ShareAsync()
    {
        await Studio.Store.WriteAsync(async db =>
        {
            var photos = await db.Photos.OrderBy(p => p.Path).ToListAsync(Ct);
            foreach (var photo in photos)
                (photo.State, photo.WidthPx, photo.HeightPx, photo.TakenAt) =
                    (PhotoState.Ready, 3000, 2000, Paper.Noon.AddHours(photo.Path[0]));
            db.AddRange(Paper.Person(1, "Anna"), Paper.Person(2, "Ben"));
            db.AddRange(photos.Select(p => Paper.Face(p, p.Path == "d.jpg" ? 2 : 1)));
            await db.SaveChangesAsync(Ct);
        }, Ct);
        await Studio.Get<ScoresStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        await Studio.Get<PicksStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        Anna = (await Studio.Get<GalleryLinks>().ShareAsync(TestWedding.Id, 1, Ct)).GalleryId;
    }

    /// <summary>What the couple gets of everybody's best photos, then what a guest gets; names with their bytes.</summary>
    public async Task<IReadOnlyList<(string Name, byte[] Bytes)>> LeavingAsync() =>
    [
        .. await ZipAsync(file =>
            Studio.Get<TakeAwayFiles>().WriteZipAsync(file, TestWedding.Id, TakeAwayChoice.BestPhotos, StudioWords.English, Ct)),
        .. await GuestZipAsync(),
    ];

    public Task<IReadOnlyList<(string Name, byte[] Bytes)>> GuestZipAsync() =>
        ZipAsync(file => Studio.Get<GalleryZip>().WriteAsync(file, Anna, StudioWords.English, Ct));

    private static async Task<IReadOnlyList<(string Name, byte[] Bytes)>> ZipAsync(Func<Stream, Task> write)
    {
        var file = new MemoryStream();
        await write(file);
        using var zip = new ZipArchive(new MemoryStream(file.ToArray()));
        return [.. zip.Entries.Where(e => e.FullName != "not-included.txt").Select(entry =>
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return (entry.FullName, bytes.ToArray());
        })];
    }

    /// <summary>What one guest gets file by file: by path, null where nothing comes.</summary>
    public async Task<GuestFile?> DownloadAsync(string path)
    {
        var photo = await PhotoAsync(path);
        return await Studio.Get<GuestDownload>().ReadAsync(Anna, photo.Id, Ct);
    }

    /// <summary>Reads a photo again, as an analysis with other models would; the problem in words, null when it could be read.</summary>
    public async Task<string?> VisitAsync(string path)
    {
        var (wedding, photo) = (await Studio.Store.ReadAsync(db => db.Weddings.SingleAsync(Ct), Ct), await PhotoAsync(path));
        try
        {
            using var reading = await Studio.Get<PhotoVisitor>().ReadAsync(wedding, photo, Ct);
            AssertInnocent("visit", JpegWriter.Encode(reading.Pixels.Whole.Raster, 95));
            return null;
        }
        catch (Exception problem) when (problem is PhotoProblemException or PhotoFolderException)
        {
            return problem.Message;
        }
    }

    private Task<Photo> PhotoAsync(string path) => Studio.Store.ReadAsync(db => db.Photos.SingleAsync(p => p.Path == path, Ct), Ct);

    public IEnumerable<string> Previews() => Directory.Exists(Studio.Paths.Wedding(TestWedding.Id))
        ? Directory.EnumerateFiles(Studio.Paths.Wedding(TestWedding.Id), "*.jpg", SearchOption.AllDirectories) : [];

    public static void AssertInnocent(string name, byte[] file)
    {
        Assert.False(file.AsSpan().IndexOf("SECRET"u8) >= 0, $"{name} has the secret's bytes.");
        var picture = Path.Combine(Path.GetTempPath(), $"leaving-{Guid.NewGuid():N}");
        File.WriteAllBytes(picture, file);
        try
        {
            var difference = TestPhotos.MeanDifference(TestPhotos.Picture(seed: SecretSeed), PhotoReader.Read(picture));
            Assert.True(difference > 15, $"{name} shows the secret: {difference:0.0}.");
        }
        finally
        {
            File.Delete(picture);
        }
    }

    /// <summary>Swaps a.jpg, or what leads to it, in the way of this name.</summary>
    public void Swap(string how)
    {
        var (photo, modified) = (At("a.jpg"), File.GetLastWriteTimeUtc(At("a.jpg")));
        switch (how)
        {
            case "a link to another's photo":
                Link(photo, Secret);
                break;
            case "a link to a key":
                Link(photo, Path.Combine(Studio.Paths.Keys, "gallery.key"));
                break;
            case "a link to a device":
                Link(photo, "/dev/zero");
                break;
            case "a link to another photo of the folder":
                Link(photo, At("d.jpg"));
                break;
            case "a link in the place of its folder":
                Directory.Move(Photos, Photos + "-away");
                Directory.CreateSymbolicLink(Photos, Path.GetDirectoryName(Secret)!);
                break;
            case "a hard link":
                File.Delete(photo);
                Run("ln", Secret, photo);
                break;
            case "a pipe":
                File.Delete(photo);
                Run("mkfifo", photo);
                break;
            case "a folder":
                File.Delete(photo);
                Directory.CreateDirectory(photo);
                break;
            case "another photo of the same size and time":
                File.Copy(Secret, photo + ".new");
                File.SetLastWriteTimeUtc(photo + ".new", modified);
                File.Move(photo + ".new", photo, overwrite: true);
                break;
            case "other bytes in the same file, its time set back":
                using (var file = new FileStream(photo, FileMode.Open, FileAccess.Write))
                    file.Write(File.ReadAllBytes(Secret));
                File.SetLastWriteTimeUtc(photo, modified);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(how), how, null);
        }
    }

    public static void Link(string path, string target)
    {
        File.CreateSymbolicLink(path + ".link", target);
        File.Move(path + ".link", path, overwrite: true);
    }

    private static void Run(string program, params string[] args)
    {
        using var process = Process.Start(program, args);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private static void Write(string path, int seed, string text)
    {
        TestPhotos.SaveJpeg(path, seed);
        var jpeg = File.ReadAllBytes(path);
        byte[] padded = [.. jpeg, .. System.Text.Encoding.ASCII.GetBytes(text), .. new byte[Bytes - jpeg.Length - text.Length]];
        File.WriteAllBytes(path, padded);
    }

    public ValueTask DisposeAsync() => Studio.DisposeAsync();
}
