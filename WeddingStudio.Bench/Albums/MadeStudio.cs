using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Hosting;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.People;

namespace WeddingStudio.Bench.Albums;

/// <summary>A studio for weddings whose rows are made, not read from photos: real stages, a real database, no models.</summary>
internal static class MadeStudio
{
    public static readonly WeddingId WeddingId = new("bench");
    public const string Pack = "made";

    /// <summary>As the reference pack says.</summary>
    private const double SamePersonCosine = .36;

    public static async Task<ServiceProvider> OpenAsync(string folder, CancellationToken ct)
    {
        IConfiguration configuration = new ConfigurationBuilder().Build();
        var services = BenchModels.Services(configuration)
            .AddSingleton<PackClustering>(_ => new ClusteringSettings(Linkage: LinkageSettings.From(SamePersonCosine)))
            .AddStudioPipeline(configuration, new StudioPaths(folder)).BuildServiceProvider();
        await services.GetRequiredService<StudioStore>().OpenAsync(ct);
        return services;
    }
}
