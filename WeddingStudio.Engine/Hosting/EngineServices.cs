using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Galleries;
using WeddingStudio.Engine.Hosting.Desks.Photos;
using WeddingStudio.Engine.Hosting.Desks.Weddings;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Jobs;
using WeddingStudio.Engine.Moments;
using WeddingStudio.Engine.People;
using WeddingStudio.Engine.Photos;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Scores;
using WeddingStudio.Engine.Visits;

namespace WeddingStudio.Engine.Hosting;

public static class EngineServices
{
    /// <summary>Registers everything the pipeline needs, for the web studio, the command line, Bench and tests alike.</summary>
    public static IServiceCollection AddStudioPipeline(this IServiceCollection services, IConfiguration configuration, StudioPaths paths)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<StudioOptions>().Bind(configuration.GetSection(StudioOptions.Section))
            .Validate(o => o.KnownProxies.All(StudioOptions.IsNetwork),
                "Studio:KnownProxies must be addresses like 192.168.1.5 or networks like 10.0.0.0/8.")
            .Validate(o => o.SocketsPerAddress >= 10, "Studio:SocketsPerAddress must be 10 or more.")
            .ValidateOnStart();
        services.AddStudioData(paths);
        services.AddSingleton<StudioEvents>();
        services.AddSingleton<ProgressBoard>();
        services.AddSingleton<StudioPipeline>();
        services.AddPhotos(configuration);
        services.AddInference(configuration);
        services.AddVisits(configuration);
        services.AddPeople();
        services.AddMoments(configuration);
        services.AddScores(configuration);
        services.AddPicks(configuration);
        services.AddGalleries(configuration);
        return services;
    }

    /// <summary>The hosted engine of the web studio: the pipeline plus the queue and its worker.</summary>
    public static IServiceCollection AddStudioEngine(this IServiceCollection services, IConfiguration configuration)
    {
        var named = configuration[$"{StudioOptions.Section}:{nameof(StudioOptions.DataDirectory)}"] ?? "";
        var paths = new StudioPaths(StudioOptions.ResolveDataDirectory(named));
        services.AddStudioPipeline(configuration, paths);
        services.Configure<PhotosOptions>(photos => photos.BoundToRoots = true);
        services.Configure<ModelsOptions>(models => models.PulledDirectory = paths.Models);
        services.AddSingleton<WeddingDrawing>();
        services.AddSingleton<AnalysisQueue>();
        services.AddSingleton<WeddingTroubles>();
        services.AddHostedService<DeviceOpener>();
        services.AddHostedService<StoreOpener>();
        services.AddHostedService<AnalysisWorker>();
        return services;
    }
}
