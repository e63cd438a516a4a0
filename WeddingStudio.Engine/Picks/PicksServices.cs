using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WeddingStudio.Engine.Picks;

public static class PicksServices
{
    public static IServiceCollection AddPicks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PicksOptions>().Bind(configuration.GetSection("Studio:Picks"))
            .Validate(o => o.IsValid, "Studio:Picks: MaxLikeness must be above 0 and at most 1, the weights 0 or more and not all 0.")
            .ValidateOnStart();
        services.AddSingleton<PicksStage>();
        return services;
    }
}
