using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.People.GuestList;
using WeddingStudio.Engine.People.Suggestions;

namespace WeddingStudio.Engine.People;

public static class PeopleServices
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddOptions<PeopleOptions>().BindConfiguration(PeopleOptions.Section)
            .Validate(options => options.Epsilon is >= 0 and <= 2,
                $"{PeopleOptions.Section}:{nameof(PeopleOptions.Epsilon)} is a distance between unit vectors, 0 to 2.")
            .ValidateOnStart();
        services.TryAddSingleton<PackClustering>(provider => pack => ClusteringOf(pack, provider.GetRequiredService<ModelLibrary>()));
        services.TryAddSingleton<PeopleStage>();
        services.TryAddSingleton<GuestListImport>();
        services.TryAddSingleton<PeopleSuggestions>();
        return services;
    }

    /// <summary>Faces may outlive their pack; they are then grouped as faces of a pack that says nothing of it.</summary>
    private static ClusteringSettings? ClusteringOf(string pack, ModelLibrary library) =>
        library.TryChoose() is { } models && models.Fingerprint == pack ? models.Clustering : null;
}
