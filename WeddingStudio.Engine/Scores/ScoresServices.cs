using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WeddingStudio.Engine.Scores;

public static class ScoresServices
{
    public static IServiceCollection AddScores(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ScoresOptions>().Bind(configuration.GetSection("Studio:Scores"))
            .Validate(o => o.IsValid,
                "Studio:Scores: the four weights must be 0 or more and add up to 1, and EyeClosedAspect must be below EyeOpenAspect.")
            .ValidateOnStart();
        services.AddSingleton<ScoresStage>();
        return services;
    }
}
