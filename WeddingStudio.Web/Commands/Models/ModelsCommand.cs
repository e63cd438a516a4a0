using System.CommandLine;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Inference.Pulling;
using WeddingStudio.Web.Commands.Progress;

namespace WeddingStudio.Web.Commands.Models;

/// <summary>`models list` shows what is there, `models verify` loads and checks it, `models pull` fetches more.</summary>
internal static class ModelsCommand
{
    public static Command Create() => new("models", "The model packs on this computer.")
    {
        Sub("list", "Lists the packs found and what is in them.", List),
        Sub("verify", "Checks every file against its manifest and opens the models an analysis would use.", Verify),
        PullCommand.Create(),
    };

    private static Command Sub(string name, string description, Func<IServiceProvider, int> run)
    {
        var options = new ModelOptions();
        var command = new Command(name, description);
        options.AddTo(command, named: name == "verify");
        command.SetAction(async line =>
        {
            await using var services = CommandServices.ForModels(options.Read(line), withPulled: true);
            return run(services);
        });
        return command;
    }

    private static int List(IServiceProvider services)
    {
        var search = services.GetRequiredService<ModelLibrary>().Search();
        foreach (var pack in search.Packs)
        {
            foreach (var line in Describe(pack))
                Console.WriteLine(line);
        }

        foreach (var source in ModelSources.Read().Packs
            .ExceptBy(search.Packs.Select(pack => Path.GetFileName(pack.Folder)), source => source.Name))
            Console.WriteLine($"can be pulled: {source.Name} ({ProgressRow.Megabytes(source.Downloads.Sum(file => file.Bytes))} MB)  "
                + $"{source.Description}");
        return Conclude(search);
    }

    internal static IEnumerable<string> Describe(ModelPack pack) =>
    [
        $"{Title(pack)}  {pack.Folder}",
        .. pack.Manifest.Models.Select(model =>
        {
            var use = pack.Manifest.Defaults.Where(d => d.Value == model.Name).Select(d => $"default {d.Key}");
            return $"  {model.Role,-11} {model.Name,-28} {string.Join(", ", use)}".TrimEnd();
        }),
        .. pack.Manifest.Models.GroupBy(model => model.Licence).Where(same => same.Key is not null)
            .Select(same => $"  licence     {same.Key} ({string.Join(", ", same.Select(model => model.Name))})"),
    ];

    internal static string DescribeFiles(ModelPack pack)
    {
        var files = pack.Manifest.Models.Sum(model => model.Files.Count);
        return pack.HasManifest
            ? $"{Title(pack)}: all {files} files are as the manifest says  {pack.Folder}"
            : $"{Title(pack)}: {files} files; there is no manifest to compare them with  {pack.Folder}";
    }

    private static string Title(ModelPack pack) => $"{pack.Name} {pack.Manifest.Version}".TrimEnd();

    private static int Verify(IServiceProvider services)
    {
        var library = services.GetRequiredService<ModelLibrary>();
        var search = library.Search();
        foreach (var pack in search.Packs)
            Console.WriteLine(DescribeFiles(pack));
        if (search.Packs.Count > 0)
        {
            var set = library.Choose();
            var sessions = services.GetRequiredService<SessionFactory>();
            Console.WriteLine($"Models run on {sessions.OpenDevice()}");
            if (sessions.FellBack is { } reason)
                Console.WriteLine($"  and not as set: {reason}");
            foreach (var model in set.All)
            {
                foreach (var file in model.Entry.Files)
                    sessions.Open(model, file.Part);
                Console.WriteLine($"  {model.Entry.Role,-11} {model.Entry.Name} opens");
            }
        }

        return Conclude(search);
    }

    private static int Conclude(ModelSearch search)
    {
        foreach (var refused in search.Refused)
            Console.Error.WriteLine($"Not usable: {refused.Reason}");
        if (search.Packs.Count == 0)
        {
            Console.Error.WriteLine($"No usable model pack. Searched: {string.Join(", ", search.Searched)}. "
                + $"Name a folder that holds a pack with --models or {ModelLibrary.EnvironmentVariable}.");
        }

        return search.Packs.Count > 0 && search.Refused.Count == 0 ? StudioCommands.Done : StudioCommands.CannotRun;
    }
}
