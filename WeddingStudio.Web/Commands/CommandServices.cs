using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Hosting;
using WeddingStudio.Engine.Hosting.Desks.Members;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Web.Commands;

/// <summary>The engine without a server: the same registrations, with settings from the command line on top.</summary>
internal static class CommandServices
{
    public static ServiceProvider ForAnalysis(string dataDirectory, IReadOnlyDictionary<string, string?> settings)
    {
        var (services, configuration) = Start(settings);
        return services.AddStudioPipeline(configuration, new StudioPaths(dataDirectory)).BuildServiceProvider();
    }

    /// <param name="settings">From the command line.</param>
    /// <param name="withPulled">Also the packs that a planner fetched in the studio that would start here.</param>
    public static ServiceProvider ForModels(IReadOnlyDictionary<string, string?> settings, bool withPulled = false)
    {
        var (services, configuration) = Start(settings);
        services.AddInference(configuration);
        if (withPulled)
            services.Configure<ModelsOptions>(models => models.PulledDirectory = new StudioPaths(DataDirectory()).Models);
        return services.BuildServiceProvider();
    }

    /// <summary>Of the studio that would start here, by its settings.</summary>
    public static string DataDirectory() =>
        StudioOptions.FindDataDirectory(
            Configuration(new Dictionary<string, string?>())[$"{StudioOptions.Section}:{nameof(StudioOptions.DataDirectory)}"] ?? "");

    /// <param name="dataDirectory">Null: that of the studio that would start here.</param>
    public static ServiceProvider ForUsers(string? dataDirectory)
    {
        var (services, configuration) = Start(new Dictionary<string, string?>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<StudioOptions>().Bind(configuration.GetSection(StudioOptions.Section));
        return services.AddStudioData(new StudioPaths(dataDirectory ?? DataDirectory())).AddSingleton<PasswordLinks>()
            .BuildServiceProvider();
    }

    private static (IServiceCollection Services, IConfiguration Configuration) Start(IReadOnlyDictionary<string, string?> settings)
    {
        var configuration = Configuration(settings);
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)

            // What the database could not do comes as an exception and is told once, in words.
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical)
                .AddSimpleConsole(line => line.SingleLine = true))

            // Standard output belongs to the results and the progress.
            .Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return (services, configuration);
    }

    private static IConfiguration Configuration(IReadOnlyDictionary<string, string?> settings) => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .AddInMemoryCollection(settings)
        .Build();
}
