using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Bench;

/// <summary>The options `--models`, `--detector` and `--embedder` of every command that works with models, and what they open.</summary>
internal sealed class BenchModels
{
    private readonly Option<string> _models = new("--models") { Description = "A model pack, or a folder of packs.", HelpName = "DIR" };
    private readonly Option<string> _detector = new("--detector")
    {
        Description = "The model that finds faces; the pack's default if not given.", HelpName = "NAME",
    };
    private readonly Option<string> _embedder = new("--embedder")
    {
        Description = "The model that tells people apart; the pack's default if not given.", HelpName = "NAME",
    };

    public BenchModels(Command command)
    {
        command.Options.Add(_models);
        command.Options.Add(_detector);
        command.Options.Add(_embedder);
    }

    /// <summary>The engine's settings these options stand for, over those of the environment.</summary>
    public IConfiguration Configuration(ParseResult line) => new ConfigurationBuilder()
        .AddEnvironmentVariables()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"Studio:{nameof(ModelsOptions.ModelsDirectory)}"] = line.GetValue(_models),
            [$"Studio:{nameof(ModelsOptions.Detector)}"] = line.GetValue(_detector),
            [$"Studio:{nameof(ModelsOptions.Embedder)}"] = line.GetValue(_embedder),
        }.Where(setting => setting.Value is not null))
        .Build();

    /// <summary>The same options for another process.</summary>
    public IEnumerable<string> Arguments(ParseResult line) => new[] { _models, _detector, _embedder }
        .Where(option => line.GetValue(option) is not null).SelectMany(option => new[] { option.Name, line.GetValue(option)! });

    /// <summary>The settings for one pack, whatever the environment says.</summary>
    public static IConfiguration Configuration(string pack) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { [$"Studio:{nameof(ModelsOptions.ModelsDirectory)}"] = pack })
        .Build();

    public static IServiceCollection Services(IConfiguration configuration) => new ServiceCollection()
        .AddSingleton(configuration)
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(text => text.SingleLine = true))
        .Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

    /// <summary>A reader that finds and embeds faces but reads no expressions. Landmarks stay: some packs align by them.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="services">Owns the sessions: dispose it after the last photo.</param>
    /// <param name="threshold">Least detector score; null = the pack's.</param>
    public FaceReader Open(ParseResult line, out ServiceProvider services, double? threshold = null)
    {
        var configuration = Configuration(line);
        services = Services(configuration).AddInference(configuration).BuildServiceProvider();
        var set = services.GetRequiredService<ModelLibrary>().Choose() with { Expression = null, ExpressionLandmarks = null };
        if (threshold is { } score)
            set = set with { Detector = set.Detector.WithLeastScore(score) };

        Console.Error.WriteLine($"Detector {set.Detector.Entry.Name}, embedder {set.Embedder.Entry.Name}, {set.Clustering}");
        return FaceReader.Open(set, services.GetRequiredService<SessionFactory>(), new FacesOptions());
    }
}
