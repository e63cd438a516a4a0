using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WeddingStudio.Engine.Photos.HelperProcesses;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Originals;

namespace WeddingStudio.Engine.Photos;

public static class PhotosServices
{
    public static IServiceCollection AddPhotos(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PhotosOptions>()
            .Bind(configuration.GetSection(PhotosOptions.Section))
            .PostConfigure(options =>
            {
                if (configuration.GetSection(PhotosOptions.ImportRootsSection).Get<string[]>() is { Length: > 0 } roots)
                    options.ImportRoots = roots;
            })
            .Validate(options => options.DecodeMemoryMiB is >= 64 and <= 1_048_576, "Studio:Photos:DecodeMemoryMiB must be 64 or more.")
            .ValidateOnStart();
        services.TryAddSingleton<PhotoHelpers>();
        services.AddSingleton<PhotosStage>();
        services.AddSingleton<UploadStore>();
        services.AddSingleton<ImportBounds>();
        services.AddSingleton<OriginalFiles>();
        services.AddSingleton<FolderBrowser>();
        services.AddSingleton<FolderTrouble>();
        return services;
    }
}
