using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Moments.Day;

namespace WeddingStudio.Engine.Moments;

public static class MomentsServices
{
    public static IServiceCollection AddMoments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MomentsOptions>().Bind(configuration.GetSection("Studio:Moments"))
            .Validate(o => o is { BurstSeconds: > 0, PauseFactor: > 1, ChangeFactor: >= 1, ClockMargin: >= 1, FewestSharedScenes: > 0,
                LongestMomentHours: > 0, PausesAround: > 0 }
                && o.LongestPauseMinutes >= o.ShortestPauseMinutes, "Studio:Moments holds a value out of range.")
            .ValidateOnStart();
        services.AddSingleton<MomentsStage>();
        services.AddSingleton<Timeline>();
        return services;
    }
}
