using WeddingStudio.Engine.Inference.Pulling;

namespace WeddingStudio.Web.Commands;

/// <summary>One run of `models pull`: shows how the pack comes, and says where it is.</summary>
internal sealed class Pull(PackSource source, string models, Uri? proxy)
{
    public async Task<int> RunAsync(CancellationToken ct)
    {
        using var http = PackPull.Client(proxy);
        PulledPack? pulled = null;
        await StudioCommands.ShowAsync<PullProgress>(
            async progress => pulled = await new PackPull(http).RunAsync(source, models, progress, ct), ProgressRow.Of);

        Console.WriteLine($"{source.Name} is {(pulled!.WasHere ? "already " : "")}here: {pulled.Pack.Folder}");
        Console.WriteLine($"  {source.Description}");
        Console.WriteLine($"  {source.Licence}");
        if (pulled.KeptAside is { } kept)
            Console.WriteLine($"  What was there before held other files too and is kept: {kept}");
        return StudioCommands.Done;
    }
}
