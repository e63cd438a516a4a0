using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Faces;

namespace WeddingStudio.Engine.Visits;

public static class VisitsServices
{
    public static IServiceCollection AddVisits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FacesOptions>().Bind(configuration.GetSection(FacesOptions.Section))
            .Validate(options => options is { Workers: >= 0 and <= 256, FacesAtOnce: >= 0 and <= 256 },
                "Studio:Faces:Workers and FacesAtOnce must be 0 to 256.")
            .Validate(options => options.LongSidePx is >= 128 and <= 8192, "Studio:Faces:LongSidePx must be 128 to 8192.")
            .Validate(options => options is { FirstCheckpointPhotos: >= 1, FirstCheckpointSeconds: >= 1 },
                "Studio:Faces:FirstCheckpointPhotos and FirstCheckpointSeconds must be 1 or more.")
            .ValidateOnStart();
        services.AddSingleton<PreviewWriter>();
        services.AddSingleton<PhotoVisitor>();
        services.AddSingleton<EarlyPreviews>();
        services.AddSingleton<FirstFaces>();
        services.AddSingleton<FacesStage>();
        return services;
    }
}
