using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Tests.Access;
using WeddingStudio.Tests.Commands;

namespace WeddingStudio.Tests.Jobs;

/// <summary>Whatever the studio is at when it is told to stop: it ends by itself, and the next start goes on.</summary>
public sealed class StopTests : IDisposable
{
    private const string Id = "anna-ben";
    private const string Stopped = "Stopped. Whatever was under way goes on at the next start.";
    private const int Photos = 24;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-stop-");
    private readonly StudioPaths _paths;

    public StopTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal to send on Windows.");
        _paths = new StudioPaths(Path.Combine(_folder.FullName, "data"));
        Directory.CreateDirectory(_paths.DataDirectory);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_download_and_an_upload_without_end_are_cut_off()
    {
        await SeedAsync();
        using var studio = await ServedStudio.StartAsync(_paths, "--Studio:ImportRoots:0", _folder.FullName);
        using var planner = await studio.SetUpAsync();
        using var download = await planner.GetAsync($"/media/w/{Id}/take/best-photos.zip", HttpCompletionOption.ResponseHeadersRead, Ct);
        Assert.True(download.IsSuccessStatusCode, $"{download.StatusCode}: {studio.Process.Output}");
        using var upload = new HttpRequestMessage(HttpMethod.Post, $"/media/w/{Id}/uploads?name=endless.jpg")
        {
            Content = new StreamContent(new Endless()),
        };
        upload.Headers.Add("X-Studio-Upload", "1");
        using var line = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var sending = planner.SendAsync(upload, line.Token);
        await UntilAsync(studio.Process,
            () => Directory.Exists(_paths.Originals(new(Id))) && Directory.GetFiles(_paths.Originals(new(Id))).Length > 0);

        studio.Process.Signal("TERM");

        Assert.Equal(0, await studio.Process.StoppedAsync());
        Assert.Contains(Stopped, studio.Process.Output);
        Assert.False(studio.Process.Output.Contains("   at ", StringComparison.Ordinal), studio.Process.Output);

        // A client that has nothing to send does not notice by itself.
        await line.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => sending);
    }

    [Fact]
    public async Task An_analysis_under_way_goes_on_at_the_next_start_with_nothing_lost_and_nothing_twice()
    {
        var friends = SharedFiles.Require("data/friends/photos");
        string[] settings = ["--Studio:ModelsDirectory", SharedFiles.Require("models"), "--Studio:ImportRoots:0", _folder.FullName];
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, "photos")).FullName;
        foreach (var photo in Directory.GetFiles(friends).Order(StringComparer.Ordinal).Take(Photos))
            File.Copy(photo, Path.Combine(folder, Path.GetFileName(photo)));
        await using (var db = await MadeAsync())
        {
            db.Add(new Wedding { Id = new(Id), Name = Id, TimeZone = "Europe/Paris", PhotoFolder = folder, ConsentBy = "Anna",
                NextPersonId = 1, CreatedAt = DateTime.UtcNow });
            db.Add(new Job { WeddingId = new(Id), State = JobState.Queued, QueuedAt = DateTime.UtcNow });
            await db.SaveChangesAsync(Ct);
        }

        var read = 0;
        for (var stops = 0; stops < 3; stops++)
        {
            using var studio = await ServedStudio.StartAsync(_paths, settings);
            await UntilAsync(studio.Process, () => Count(PhotoState.Ready) > read);
            studio.Process.Signal(stops == 1 ? "INT" : "TERM");
            if (stops == 2)
                studio.Process.Signal("INT"); // Ctrl-C again: it ends no worse for it.
            Assert.Equal(0, await studio.Process.StoppedAsync());
            Assert.Contains(Stopped, studio.Process.Output);
            Assert.DoesNotContain("   at ", studio.Process.Output);

            read = Count(PhotoState.Ready);
            Assert.True(read < Photos, "The last stop came after the last photo.");
            Assert.Equal(0, Count(PhotoState.Attempting));
            await using var db = Database();
            Assert.Equal(0, await db.Photos.MaxAsync(p => p.State == PhotoState.Waiting ? p.Attempts : 0, Ct));
            Assert.Equal(JobState.Running, (await db.Jobs.SingleAsync(Ct)).State);
        }

        using (var studio = await ServedStudio.StartAsync(_paths, settings))
            await UntilAsync(studio.Process, () => JobState.Done == Database().Jobs.Single().State);
        Assert.Equal(Photos, Count(PhotoState.Ready));
    }

    [Fact]
    public async Task A_start_that_is_told_to_stop_ends_without_a_fault()
    {
        using var holder = new FileStream(_paths.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        using var studio = StudioProcess.Start("--no-browser", "--urls", "http://127.0.0.1:0", "--Studio:DataDirectory",
            _paths.DataDirectory);
        await studio.SaysAsync("waiting for it to end");

        studio.Signal("TERM");

        Assert.Equal(0, await studio.StoppedAsync());
        Assert.DoesNotContain("   at ", studio.Output);
    }

    [Fact]
    public async Task A_studio_that_is_started_again_at_once_waits_for_the_one_before()
    {
        var before = new FileStream(_paths.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        using var studio = StudioProcess.Start("--no-browser", "--urls", "http://127.0.0.1:0", "--Studio:DataDirectory",
            _paths.DataDirectory);
        await studio.SaysAsync("waiting for it to end");

        before.Dispose();

        await studio.SaysAsync("Set up your studio");
    }

    [Fact]
    public async Task A_migration_that_was_broken_off_does_not_hold_up_the_next_start()
    {
        await using (var db = await MadeAsync())
        {
            // What a process leaves that is killed in the middle of one.
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, "
                + "Timestamp TEXT NOT NULL); INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2026-11-29')", Ct);
        }

        using var studio = StudioProcess.Start("--no-browser", "--urls", "http://127.0.0.1:0", "--Studio:DataDirectory",
            _paths.DataDirectory);

        await studio.SaysAsync("Set up your studio");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    /// <summary>A wedding with one large best photo, so that a download of it never ends by itself.</summary>
    private async Task SeedAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, "photos")).FullName;
        var path = Path.Combine(folder, "large.jpg");
        await File.WriteAllBytesAsync(path, RandomNumberGenerator.GetBytes(64 << 20), Ct);
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, Ct)));
        await using var db = await MadeAsync();
        var photo = new Photo
        {
            WeddingId = new(Id), Path = "large.jpg", State = PhotoState.Ready, ContentHash = hash, WidthPx = 600, HeightPx = 400,
        };
        db.Add(new Wedding { Id = new(Id), Name = Id, TimeZone = "Europe/Paris", PhotoFolder = folder, NextPersonId = 2,
            CreatedAt = DateTime.UtcNow });
        db.Add(photo);
        await db.SaveChangesAsync(Ct);
        var face = new Face { WeddingId = new(Id), PhotoId = photo.Id, Key = new string('a', 16), Pack = "p", Points = new float[10],
            Embedding = [1], Box = new(10, 10, 90, 90), PersonId = 1 };
        db.Add(face);
        await db.SaveChangesAsync(Ct);
        db.Add(new Person { WeddingId = new(Id), Id = 1, Name = "Anna", PhotoCount = 1, FaceCount = 1, CoverFaceId = face.Id });
        db.Add(new Pick
        {
            WeddingId = new(Id), PersonId = 1, PhotoId = photo.Id, FaceId = face.Id, Rank = 1, Score = 1, Reason = Message.Plain("only"),
        });
        await db.SaveChangesAsync(Ct);
    }

    private int Count(PhotoState state)
    {
        using var db = Database();
        return db.Photos.Count(p => p.State == state);
    }

    private async Task<StudioDb> MadeAsync()
    {
        var db = Database();
        await db.Database.MigrateAsync(Ct);
        return db;
    }

    private StudioDb Database() =>
        new(new DbContextOptionsBuilder<StudioDb>().UseSqlite($"Data Source={_paths.Database};Pooling=False").Options);

    private Task UntilAsync(StudioProcess studio, Func<bool> reached) => Eventually.IsAsync(() =>
    {
        Assert.Equal(0, Database().Jobs.Count(j => j.State == JobState.Failed));
        Assert.False(studio.HasExited, $"It ended by itself: {studio.Output}");
        return reached();
    });

    /// <summary>
    /// A photo as a bad line sends it: a piece, longer than what a client holds back until it has more, and then nothing for ever.
    /// </summary>
    private sealed class Endless : Stream
    {
        private bool _begun;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_begun)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            _begun = true;
            ReadOnlySpan<byte> jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0];
            buffer.Span.Clear();
            jpeg.CopyTo(buffer.Span);
            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
