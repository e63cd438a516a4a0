using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Tests.Inference;

/// <summary>
/// A model pack in a temporary folder whose files are no models, until one is put in: enough for everything but running them.
/// </summary>
internal sealed class TempPack : IDisposable
{
    public TempPack(string detector = "finder")
    {
        Folder = Directory.CreateTempSubdirectory("pack-").FullName;
        Manifest = new JsonObject
        {
            ["schema"] = 1,
            ["pack"] = "test",
            ["defaults"] = new JsonObject { ["detector"] = detector, ["embedder"] = "knower" },
            ["models"] = new JsonArray(Model(detector, "detector", "retinaface"), Model("knower", "embedder", "arcface")),
        };
        Save();
    }

    public string Folder { get; }
    public JsonObject Manifest { get; }
    public JsonObject Detector => Manifest["models"]![0]!.AsObject();
    public JsonObject Embedder => Manifest["models"]![1]!.AsObject();
    public string DetectorFile => Path.Combine(Folder, (string)Detector["files"]![0]!["path"]!);

    public void Save() => File.WriteAllText(Path.Combine(Folder, ModelPack.ManifestName), Manifest.ToJsonString());

    /// <summary>A model that can be run in place of the file that was there.</summary>
    public void Put(JsonObject model, byte[] graph)
    {
        var file = model["files"]![0]!.AsObject();
        foreach (var (key, value) in Write((string)file["path"]!, graph))
            file[key] = value!.DeepClone();
        Save();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private JsonObject Model(string name, string role, string decoder)
    {
        return new JsonObject
        {
            ["name"] = name,
            ["role"] = role,
            ["decoder"] = decoder,
            ["files"] = new JsonArray(Write(name + ".onnx", Encoding.UTF8.GetBytes($"not a model: {name}"))),
            ["thresholds"] = new JsonObject { ["score"] = .5, ["nms"] = .4 },
            ["licence"] = "none",
        };
    }

    private JsonObject Write(string path, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Folder, path), bytes);
        return new JsonObject
        {
            ["path"] = path,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            ["bytes"] = bytes.Length,
        };
    }
}
