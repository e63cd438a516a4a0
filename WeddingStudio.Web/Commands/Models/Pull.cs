using WeddingStudio.Engine.Inference.Pulling;
using WeddingStudio.Web.Commands.Progress;

namespace WeddingStudio.Web.Commands.Models;

/// <summary>One run of `models pull`: shows how the pack comes, and says where it is.</summary>
/// <param name="source">The pack.</param>
/// <param name="models">Where it goes.</param>
/// <param name="place">A folder or file that holds it, or the address of a server; null: from where the list says.</param>
/// <param name="proxy">Null: as the environment says.</param>
internal sealed class Pull(PackSource source, string models, string? place, Uri? proxy)
{
    public async Task<int> RunAsync(CancellationToken ct)
    {
        PulledPack? pulled = null;
        await StudioCommands.ShowAsync<PullProgress>(async progress => pulled = await BringAsync(progress, ct), ProgressRow.Of);

        Console.WriteLine($"{source.Name} is {(pulled!.WasHere ? "already " : "")}here: {pulled.Pack.Folder}");
        Console.WriteLine($"  {source.Description}");
        Console.WriteLine($"  {source.Licence}");
        if (pulled.KeptAside is { } kept)
            Console.WriteLine($"  What was there before held other files too and is kept: {kept}");
        return StudioCommands.Done;
    }

    private async Task<PulledPack> BringAsync(IProgress<PullProgress> progress, CancellationToken ct)
    {
        var server = Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
        if (place is not null && server is null)
            return await PackPull.TakeAsync(source, Path.GetFullPath(place), models, progress, ct);
        using var http = PackPull.Client(proxy);
        return await new PackPull(http).RunAsync(server is null ? source : source.At(server), models, progress, ct);
    }
}
