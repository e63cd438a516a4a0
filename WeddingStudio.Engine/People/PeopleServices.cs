using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace WeddingStudio.Engine.People;

public static class PeopleServices
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddOptions<PeopleOptions>().BindConfiguration(PeopleOptions.Section)
            .Validate(options => options.Epsilon is >= 0 and <= 2,
                $"{PeopleOptions.Section}:{nameof(PeopleOptions.Epsilon)} is a distance between unit vectors, 0 to 2.")
            .ValidateOnStart();
        services.TryAddSingleton<PackEpsilon>(_ => _ => null);
        services.TryAddSingleton<PeopleStage>();
        services.TryAddSingleton<GuestList>();
        return services;
    }
}
