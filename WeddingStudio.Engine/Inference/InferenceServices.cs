using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WeddingStudio.Engine.Inference;

public static class InferenceServices
{
    public static IServiceCollection AddInference(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ModelsOptions>().Bind(configuration.GetSection(ModelsOptions.Section));
        services.AddOptions<InferenceOptions>().Bind(configuration.GetSection(InferenceOptions.Section))
            .Validate(options => options.PluginLibrary.Length == 0 || File.Exists(options.PluginLibrary),
                "Studio:Inference:PluginLibrary names a file that does not exist; give its full path, or leave it empty to use the CPU.")
            .ValidateOnStart();
        services.AddSingleton<ModelLibrary>();
        services.AddSingleton<SessionFactory>();
        return services;
    }
}
