using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Inference;

public static class InferenceServices
{
    public static IServiceCollection AddInference(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ModelsOptions>().Bind(configuration.GetSection(ModelsOptions.Section));

        // Only whoever loads the plugin can tell whether it is one: see SessionFactory.OpenDevice.
        services.AddOptions<InferenceOptions>().Bind(configuration.GetSection(InferenceOptions.Section));
        services.AddSingleton<ModelLibrary>();
        services.AddSingleton<SessionFactory>();
        return services;
    }
}
