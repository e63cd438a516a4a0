using System.CommandLine;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Web.Commands.Models;

/// <summary>The options of every command that works with models.</summary>
internal sealed class ModelOptions
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

    public void AddTo(Command command, bool named)
    {
        command.Options.Add(_models);
        if (!named)
            return;
        command.Options.Add(_detector);
        command.Options.Add(_embedder);
    }

    /// <summary>As settings of the engine; what is not given stays with the configuration.</summary>
    public IReadOnlyDictionary<string, string?> Read(ParseResult line) => new Dictionary<string, string?>
    {
        [$"Studio:{nameof(ModelsOptions.ModelsDirectory)}"] = line.GetValue(_models),
        [$"Studio:{nameof(ModelsOptions.Detector)}"] = line.GetValue(_detector),
        [$"Studio:{nameof(ModelsOptions.Embedder)}"] = line.GetValue(_embedder),
    }.Where(setting => setting.Value is not null).ToDictionary();
}
