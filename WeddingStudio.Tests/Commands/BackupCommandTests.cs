using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Drawn;
using WeddingStudio.Engine;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Galleries.Access;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Tests.Photos;

namespace WeddingStudio.Tests.Commands;

/// <summary>`backup` and `restore` as their user calls them, beside a studio that works.</summary>
public sealed partial class BackupCommandTests : IDisposable
{
    private const int Sent = 4, InFolder = 30;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-backup-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string At(string name) => Path.Combine(_folder.FullName, name);

    [Fact]
    public async Task A_backup_taken_amid_an_analysis_is_a_whole_studio_that_goes_on()
    {
        await using var before = await TestStudio.OpenAsync();
        var link = await WeddingAsync(before);
        var paths = await before.CloseAsync();
        using var guest = new HttpClient();

        using (var studio = Studio(paths.DataDirectory, before.Folder))
        {
            await UntilAsync(studio,
                async db => await db.Photos.CountAsync(p => p.State == PhotoState.Ready && !p.Uploaded, Ct) > 0, paths);
            using var backup = StudioProcess.Start("backup", "--data", paths.DataDirectory, "--out", At("studio.zip"));
            Assert.True(await backup.ExitCodeAsync(Ct) == 0, backup.Output);
            Assert.Contains($"Not in it: {InFolder} photos of 'Robin & Kim'", backup.Output);
            Assert.Contains(Path.Combine(before.Folder, "photos"), backup.Output);
            await VisitAsync(guest, studio, link.Path);
            await studio.KillAsync(Ct);
        }

        using (var restore = StudioProcess.Start("restore", At("studio.zip"), "--data", At("again")))
            Assert.True(await restore.ExitCodeAsync(Ct) == 0, restore.Output);
        var restored = new StudioPaths(At("again"));
        await using (var db = Database(restored))
            Assert.True(await db.Photos.AnyAsync(p => p.State == PhotoState.Waiting, Ct), "The backup came after the last photo.");

        using var second = Studio(restored.DataDirectory, before.Folder);
        await UntilAsync(second, async db => await db.Jobs.AllAsync(job => job.State == JobState.Done, Ct), restored);
        await using var all = Database(restored);
        Assert.Equal(Sent + InFolder, await all.Photos.CountAsync(p => p.State == PhotoState.Ready, Ct));
        Assert.Equal(["Anna"], await all.People.Where(p => p.Name != null).Select(p => p.Name).ToListAsync(Ct));
        Assert.Equal(Uploads(paths), Uploads(restored));
        await VisitAsync(guest, second, $"/g/{link.GalleryId}");
        using var another = new HttpClient();
        await VisitAsync(another, second, link.Path);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("KILL", 137)]
    public async Task A_backup_that_is_broken_off_leaves_no_half_file_and_the_next_one_is_whole(string signal, int code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal to send on Windows.");
        await using var studio = await TestStudio.OpenAsync();
        LargeUpload(studio, megabytes: 400);
        string[] command = ["backup", "--data", studio.Paths.DataDirectory, "--out", At("studio.zip")];

        using (var backup = StudioProcess.Start(command))
        {
            await Eventually.IsAsync(() => File.Exists(At("studio.zip.part")) && new FileInfo(At("studio.zip.part")).Length >= 10_000_000);
            backup.Signal(signal);
            Assert.Equal(code, await backup.ExitCodeAsync(Ct));
        }

        Assert.False(File.Exists(At("studio.zip")));
        Assert.True(signal == "KILL" || !Directory.EnumerateFileSystemEntries(_folder.FullName).Any());
        LargeUpload(studio, megabytes: 1);
        using var next = StudioProcess.Start(command);
        Assert.True(await next.ExitCodeAsync(Ct) == 0, next.Output);
        Assert.Equal(["studio.zip"], Directory.EnumerateFileSystemEntries(_folder.FullName).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(200)] // Not even the database fits.
    [InlineData(3000)]
    public async Task A_full_disk_is_said_and_leaves_nothing(int kilobytes)
    {
        await using var studio = await TestStudio.OpenAsync();
        LargeUpload(studio, megabytes: 5);
        var disk = Directory.CreateDirectory(At("disk")).FullName;
        var program = Path.Combine(AppContext.BaseDirectory, "WeddingStudio.Web");

        // A small disk of its own; what is left on it is listed before it goes.
        var start = new ProcessStartInfo("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c",
            """
            mount -t tmpfs -o size="$1"k none "$2" || exit 77
            "$3" backup --data "$4" --out "$2/studio.zip"; code=$?; ls -A "$2"; exit $code
            """,
            "sh", $"{kilobytes}", disk, program, studio.Paths.DataDirectory])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/unshare"), "Only Linux lends small disks.");
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);

        Assert.SkipWhen(process.ExitCode is 77 || (await wrong).Contains("unshare", StringComparison.Ordinal),
            $"This system lends no small disks: {await wrong}");
        Assert.Equal((2, ""), (process.ExitCode, await said));
        Assert.Equal($"The disk that holds '{disk}/studio.zip' is full: no backup was made. "
            + "Free some space there, or name a file on another disk.", (await wrong).Trim());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    /// <summary>
    /// Some people in photos that were sent and analysed, one of them named and with a link; a folder of photos that waits to be read.
    /// </summary>
    private async Task<GalleryLink> WeddingAsync(TestStudio studio)
    {
        await DrawnWedding.DrawAsync(new DrawnOptions { Photos = Sent, People = 4, Megapixels = .5, Seed = 1 }, At("drawn"),
            new Progress<DrawnProgress>(), Ct);
        foreach (var path in Directory.GetFiles(At("drawn/photos")))
        {
            await using var photo = File.OpenRead(path);
            await studio.Get<UploadStore>().SaveAsync(TestWedding.Id, Path.GetFileName(path), photo, Ct);
        }

        Directory.Delete(At("drawn"), recursive: true);
        var pipeline = studio.Get<StudioPipeline>();
        await pipeline.RunAsync(TestWedding.Id, new Progress<StageProgress>(), Ct);
        var person = await studio.Store.ReadAsync(
            db => db.People.Where(p => p.RedirectToId == null).OrderByDescending(p => p.PhotoCount).Select(p => p.Id).FirstAsync(Ct), Ct);
        await pipeline.CorrectAsync(TestWedding.Id, "mia", new Statement(CorrectionKind.Named, [person], [], []) { Name = "Anna" }, Ct);
        for (var seed = 0; seed < InFolder; seed++)
            TestPhotos.SaveJpeg(Path.Combine(studio.Folder, "photos", $"{seed}.jpg"), seed, 1600 + seed, 1200);
        await studio.Store.WriteAsync(async db =>
        {
            db.Jobs.Add(new Job { WeddingId = TestWedding.Id, State = JobState.Queued, QueuedAt = DateTime.UtcNow });
            await db.SaveChangesAsync(Ct);
        }, Ct);
        return await studio.Get<GalleryLinks>().ShareAsync(TestWedding.Id, person, Ct);
    }

    private static StudioProcess Studio(string data, string roots) =>
        StudioProcess.Start("--no-browser", "--urls", "http://127.0.0.1:0", "--Studio:DataDirectory", data,
            "--Studio:ImportRoots:0", roots);

    private static async Task UntilAsync(StudioProcess studio, Func<StudioDb, Task<bool>> reached, StudioPaths paths)
    {
        await studio.SaysAsync("╰");
        await Eventually.IsAsync(async () =>
        {
            Assert.False(studio.HasExited, $"It ended by itself: {studio.Output}");
            await using var db = Database(paths);
            return await reached(db);
        });
    }

    /// <summary>By their link, or by the cookie it once left.</summary>
    private static async Task VisitAsync(HttpClient guest, StudioProcess studio, string path)
    {
        var page = await guest.GetAsync(Address().Match(studio.Output).Value + path, Ct);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Anna", await page.Content.ReadAsStringAsync(Ct));
    }

    private static IEnumerable<string> Uploads(StudioPaths paths) => [.. Directory.EnumerateFiles(paths.Originals(TestWedding.Id))
        .Order(StringComparer.Ordinal).Select(path =>
            $"{Path.GetFileName(path)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))}")];

    private static void LargeUpload(TestStudio studio, long megabytes)
    {
        Directory.CreateDirectory(studio.Paths.Originals(TestWedding.Id));
        using var file = File.Create(Path.Combine(studio.Paths.Originals(TestWedding.Id), "large.jpg"));
        file.SetLength(megabytes * 1_000_000);
    }

    private static StudioDb Database(StudioPaths paths) =>
        new(new DbContextOptionsBuilder<StudioDb>().UseSqlite($"Data Source={paths.Database};Pooling=False").Options);

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
