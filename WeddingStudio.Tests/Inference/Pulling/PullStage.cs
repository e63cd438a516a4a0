using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Inference.Pulling;

namespace WeddingStudio.Tests.Inference.Pulling;

/// <summary>A server with a model file that is no model, a list that names it, and a models directory to pull it into.</summary>
internal sealed class PullStage : IAsyncDisposable
{
    public PullStage()
    {
        Bytes = RandomNumberGenerator.GetBytes(300_000);
        Server = new FileServer(Bytes);
        Models = Directory.CreateTempSubdirectory("models-").FullName;
    }

    public byte[] Bytes { get; }
    public FileServer Server { get; }
    public string Models { get; }
    public List<PullProgress> Told { get; } = [];
    public string Pack => Path.Combine(Models, "finder");
    public string PulledFile => Path.Combine(Pack, "finder.onnx");

    /// <summary>Where the file grows.</summary>
    public string Part => Path.Combine(Models, ".finder.part", "pack", "finder.onnx");

    /// <summary>The list's entry for the file, fetched from the server unless said otherwise.</summary>
    public PackSource Source(Uri? url = null)
    {
        var file = new SourceFile("finder.onnx", Hash(Bytes), Bytes.Length, url ?? new Uri(Server.Address, "finder.onnx"));
        var manifest = new JsonObject
        {
            ["schema"] = 1,
            ["pack"] = "finder",
            ["models"] = new JsonArray(new JsonObject
            {
                ["name"] = "finder", ["role"] = "detector", ["decoder"] = "yunet",
                ["files"] = new JsonArray(new JsonObject { ["path"] = file.Path, ["sha256"] = file.Sha256, ["bytes"] = file.Bytes }),
            }),
        };
        return new() { Name = "finder", Description = "Finds.", Licence = "Free.", Files = [file], Manifest =
            JsonSerializer.SerializeToElement(manifest) };
    }

    /// <summary>The server's file becomes a zip of a whole pack and of <paramref name="more"/>.</summary>
    public PackSource ZippedSource(params string[] more)
    {
        using var pack = new TempPack();
        return Zipped(pack.Folder, more) with { Name = "finder" };
    }

    /// <summary>Likewise of any folder of models; the list knows all of them.</summary>
    public PackSource Zipped(string folder, params string[] more)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Directory.GetFiles(folder))
                archive.CreateEntryFromFile(file, Path.GetFileName(file));
            foreach (var name in more)
                archive.CreateEntry(name).Open().Dispose();
        }

        Server.Content = zip.ToArray();
        return new()
        {
            Name = Path.GetFileName(folder), Description = "Finds.", Licence = "Free.",
            Archive = new SourceFile("finder.zip", Hash(Server.Content), Server.Content.Length, new Uri(Server.Address, "finder.zip")),
            Files = [.. Directory.GetFiles(folder, "*.onnx").Select(path => (path, bytes: File.ReadAllBytes(path)))
                .Select(file => new SourceFile(Path.GetFileName(file.path), Hash(file.bytes), file.bytes.Length))],
        };
    }

    public Task<PulledPack> PullAsync(PackSource? source = null) =>
        PullAsync(source ?? Source(), PackPull.Client((Uri?)null), TestContext.Current.CancellationToken);

    /// <summary>Tries thrice, without resting in between.</summary>
    public async Task<PulledPack> PullAsync(PackSource source, HttpClient http, CancellationToken ct)
    {
        using (http)
        {
            var pull = new PackPull(http)
            {
                Pauses = [TimeSpan.Zero, TimeSpan.Zero], Silence = Server.FallsSilent ? TimeSpan.FromSeconds(5) : TimeSpan.FromMinutes(1),
            };
            return await pull.RunAsync(source, Models, new Listener(Told), ct);
        }
    }

    public async Task<string> RefusalAsync(PackSource? source = null) =>
        (await Assert.ThrowsAsync<ModelPackException>(() => PullAsync(source))).Message;

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(Models, recursive: true);
    }

    internal sealed class Listener(List<PullProgress> told) : IProgress<PullProgress>
    {
        public void Report(PullProgress value) => told.Add(value);
    }
}
