using Microsoft.EntityFrameworkCore;
using WeddingStudio.Drawn;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Tests.Commands;

namespace WeddingStudio.Tests.Jobs;

/// <summary>However the studio ends while it draws a wedding, the next start draws it to the end.</summary>
public sealed class DrawingKillTests : IDisposable
{
    private const string Id = "robin-kim";
    private const int Photos = 30;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-drawing-");
    private readonly StudioPaths _paths;

    public DrawingKillTests() => _paths = new StudioPaths(Path.Combine(_folder.FullName, "data"));

    [Fact]
    public async Task A_studio_killed_while_it_draws_draws_again_at_the_next_start()
    {
        await QueueAsync();

        using (var studio = Start())
        {
            await UntilAsync(studio, () => Task.FromResult(DrawnPhotos().Length > Photos / 4));
            await studio.KillAsync(Ct);
        }

        Assert.False(File.Exists(TruthPath));
        Assert.InRange(DrawnPhotos().Length, 1, Photos - 1);
        File.WriteAllText(Path.Combine(_paths.Drawn(new(Id)), "photos", "left-over.jpg"), "half a photo");
        using (var studio = Start())
        {
            // Without models the analysis ends where faces would be looked for; the photos are known by then.
            await UntilAsync(studio, async () => (await JobAsync()).State == JobState.Failed);
            await studio.KillAsync(Ct);
        }

        var truth = TruthFile.Read(TruthPath);
        await using var db = Database();
        Assert.Equal(truth.Photos.Select(p => p.PhotoId).Order(StringComparer.Ordinal),
            (await db.Photos.Select(p => p.Path).ToListAsync(Ct)).Order(StringComparer.Ordinal));
        Assert.Equal(Photos, truth.Photos.Count);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string TruthPath => Path.Combine(_paths.Drawn(new(Id)), TruthFile.FileName);

    private StudioProcess Start() => StudioProcess.Start([
        "--no-browser", "--urls", "http://127.0.0.1:0", "--Studio:DataDirectory", _paths.DataDirectory,
        "--Studio:ModelsDirectory", _folder.FullName,
        "--Studio:Drawn:Photos", $"{Photos}", "--Studio:Drawn:People", "6", "--Studio:Drawn:Megapixels", "0.5"]);

    /// <summary>As the button leaves it: the wedding, and its job in the queue.</summary>
    private async Task QueueAsync()
    {
        Directory.CreateDirectory(_paths.DataDirectory);
        await using var db = Database();
        await db.Database.MigrateAsync(Ct);
        db.Add(new Wedding { Id = new(Id), Name = DrawnWedding.Name, TimeZone = DrawnWedding.TimeZone,
            PhotoFolder = Wedding.DrawnFolder(new(Id)), ConsentBy = "Nobody", NextPersonId = 1, CreatedAt = DateTime.UtcNow });
        db.Add(new Job { WeddingId = new(Id), State = JobState.Queued, QueuedAt = DateTime.UtcNow });
        await db.SaveChangesAsync(Ct);
    }

    private async Task<Job> JobAsync()
    {
        await using var db = Database();
        return await db.Jobs.SingleAsync(Ct);
    }

    private StudioDb Database() =>
        new(new DbContextOptionsBuilder<StudioDb>().UseSqlite($"Data Source={_paths.Database};Pooling=False").Options);

    private string[] DrawnPhotos()
    {
        var photos = Path.Combine(_paths.Drawn(new(Id)), "photos");
        return Directory.Exists(photos) ? Directory.GetFiles(photos, "*.jpg", SearchOption.AllDirectories) : [];
    }

    private static Task UntilAsync(StudioProcess studio, Func<Task<bool>> reached) => Eventually.IsAsync(() =>
    {
        Assert.False(studio.HasExited, $"It ended by itself: {studio.Output}");
        return reached();
    });
}
