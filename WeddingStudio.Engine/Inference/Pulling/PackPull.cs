using System.Net;
using System.Text;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Inference.Pulling;

/// <summary>Brings a pack of the list into a models directory. Nothing in the engine does so by itself: somebody asks for it.</summary>
public sealed class PackPull(HttpClient http)
{
    /// <summary>How long a failed connection rests before the next try; after the last one the pull gives up.</summary>
    internal IReadOnlyList<TimeSpan> Pauses { get; init; } = [.. new[] { 1, 2, 4, 8, 16 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    /// <summary>A server that sends nothing for so long counts as gone.</summary>
    internal TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// A client for pulls; without <paramref name="proxy"/> HTTPS_PROXY, HTTP_PROXY and NO_PROXY of the environment count.
    /// </summary>
    public static HttpClient Client(Uri? proxy) => Client(Handler(proxy));

    internal static HttpClient Client(SocketsHttpHandler handler) => new(handler)
    {
        // A large file takes as long as it takes; silence is watched instead.
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { UserAgent = { new("WeddingStudio", null) } },
    };

    /// <summary>It follows redirects, and never one from https to http (SocketsHttpHandler).</summary>
    internal static SocketsHttpHandler Handler(Uri? proxy)
    {
        var handler = new SocketsHttpHandler();
        if (proxy is null)
            return handler;
        handler.Proxy = new WebProxy(proxy);
        if (proxy.UserInfo.Split(':', 2) is [{ Length: > 0 } name, var password])
            handler.Proxy.Credentials = new NetworkCredential(Uri.UnescapeDataString(name), Uri.UnescapeDataString(password));
        return handler;
    }

    /// <summary>
    /// Fetches the pack into <paramref name="models"/>, checks every hash, and puts it in place with one rename; what an
    /// earlier pull left unfinished is gone on with, and a pack that is there and whole is left alone.
    /// Throws <see cref="ModelPackException"/> and <see cref="DiskFullException"/>, both with what to do.
    /// </summary>
    public Task<PulledPack> RunAsync(PackSource source, string models, IProgress<PullProgress> progress, CancellationToken ct) =>
        PutInPlaceAsync(source, models, progress, (work, pace) => FetchAsync(source, work, pace, ct), ct);

    /// <summary>Likewise without any network, from a folder or a file that somebody brought.</summary>
    public static Task<PulledPack> TakeAsync(
        PackSource source, string place, string models, IProgress<PullProgress> progress, CancellationToken ct) =>
        PutInPlaceAsync(source, models, progress, (work, pace) => PackOnDisk.CopyAsync(place, source, work, pace, ct), ct);

    private static async Task<PulledPack> PutInPlaceAsync(
        PackSource source, string models, IProgress<PullProgress> progress, Func<PullFolder, PullPace, Task> bringAsync,
        CancellationToken ct)
    {
        if (ModelPack.IsAt(models))
            throw new ModelPackException($"'{models}' is a pack itself, and packs in it are not looked for. "
                + "Name a folder of packs with --models.");
        var target = Path.Combine(models, source.Name);
        if (WholePack(source, target) is { } pack)
            return new PulledPack(pack, WasHere: true);

        using var work = PullFolder.Take(models, source.Name);
        await bringAsync(work, new PullPace(progress, source.Name, source.Downloads.Sum(file => file.Bytes)));
        if (source.Archive is { } archive)
            await PackArchive.UnpackAsync(work.PathOf(source, archive), work.Pack, ct);
        if (source.Manifest is { } manifest)
            AtomicFile.Write(Path.Combine(work.Pack, ModelPack.ManifestName), Encoding.UTF8.GetBytes(manifest.GetRawText()));
        source.CheckFiles(work.Pack);
        var keptAside = work.MoveTo(target);
        return new PulledPack(ModelPack.Load(target), WasHere: false, keptAside);
    }

    private async Task FetchAsync(PackSource source, PullFolder work, PullPace pace, CancellationToken ct)
    {
        foreach (var file in source.Downloads)
        {
            var download = new FileDownload(http, file, work.PathOf(source, file), work.MarkOf(file))
            {
                Pauses = Pauses, Silence = Silence,
            };
            await download.RunAsync(pace, ct);
            pace.FileIsWhole(file.Bytes);
        }
    }

    /// <summary>The pack that is there already, or null. A whole one of other files is somebody's own: it is not ours to replace.</summary>
    private static ModelPack? WholePack(PackSource source, string folder)
    {
        ModelPack pack;
        try
        {
            pack = ModelPack.Load(folder);
        }
        catch (ModelPackException)
        {
            return null;
        }

        try
        {
            source.CheckFiles(folder);
            return pack;
        }
        catch (ModelPackException) when (!File.Exists(Path.Combine(folder, ModelPack.ManifestName)))
        {
            // Without a manifest only the list knows what the files should be.
            return null;
        }
        catch (ModelPackException error)
        {
            throw new ModelPackException($"'{folder}' is another pack than '{source.Name}' of the list, and whole. "
                + "Rename it, and pull again.", error);
        }
    }
}
