using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Hosting;
using WeddingStudio.Engine.Photos;
using WeddingStudio.Engine.Photos.HelperProcesses;

namespace WeddingStudio.Tests;

/// <summary>The real engine on a real SQLite file in a temporary folder, without a web server.</summary>
public sealed class TestStudio : IAsyncDisposable
{
    /// <summary>One pool for all tests of this process; each would start processes of its own otherwise.</summary>
    private static readonly PhotoHelpers Helpers = new(Options.Create(new PhotosOptions()));

    private readonly ServiceProvider _services;

    private TestStudio(string folder, IReadOnlyDictionary<string, string?> settings)
    {
        Folder = folder;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(Helpers)
            .AddStudioPipeline(configuration, new StudioPaths(Path.Combine(folder, "data")))
            .BuildServiceProvider();
    }

    public string Folder { get; }
    public IServiceProvider Services => _services;
    public StudioStore Store => Get<StudioStore>();
    public StudioPaths Paths => Get<StudioPaths>();

    /// <summary>An opened store holding one wedding `w`, zone Europe/Paris, with photos read from `Folder/photos`.</summary>
    public static async Task<TestStudio> OpenAsync(params (string Key, string? Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("studio-test-").FullName;
        var studio = new TestStudio(folder, settings.ToDictionary(s => s.Key, s => s.Value));
        await studio.Store.OpenAsync(CancellationToken.None);
        await studio.Store.WriteAsync(async db =>
        {
            db.Weddings.Add(new Wedding
            {
                Id = TestWedding.Id,
                Name = "Robin & Kim",
                TimeZone = "Europe/Paris",
                PhotoFolder = Directory.CreateDirectory(Path.Combine(folder, "photos")).FullName,
                NextPersonId = 1,
                CreatedAt = DateTime.UtcNow,
            });
            await db.SaveChangesAsync();
        }, CancellationToken.None);
        return studio;
    }

    /// <summary>Opens what another one left.</summary>
    /// <param name="folder">The <see cref="Folder"/> of that one.</param>
    public static async Task<TestStudio> AgainAsync(string folder)
    {
        var studio = new TestStudio(folder, new Dictionary<string, string?>());
        await studio.Store.OpenAsync(CancellationToken.None);
        return studio;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Ends the engine and leaves its data where another process may open it.</summary>
    public async Task<StudioPaths> CloseAsync()
    {
        var paths = Paths;
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return paths;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
