using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WeddingStudio.Engine.Inference;

namespace WeddingStudio.Tests.Inference;

/// <summary>A model pack in a temporary folder whose files are no models: enough for everything but running them.</summary>
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

    /// <summary>Other bytes in the place of a model's file.</summary>
    public void Put(JsonObject model, byte[] bytes)
    {
        var file = model["files"]![0]!;
        File.WriteAllBytes(Path.Combine(Folder, (string)file["path"]!), bytes);
        file["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Save();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private JsonObject Model(string name, string role, string decoder)
    {
        var bytes = Encoding.UTF8.GetBytes($"not a model: {name}");
        File.WriteAllBytes(Path.Combine(Folder, name + ".onnx"), bytes);
        return new JsonObject
        {
            ["name"] = name,
            ["role"] = role,
            ["decoder"] = decoder,
            ["files"] = new JsonArray(new JsonObject
            {
                ["path"] = name + ".onnx",
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                ["bytes"] = bytes.Length,
            }),
            ["thresholds"] = new JsonObject { ["score"] = .5, ["nms"] = .4 },
            ["licence"] = "none",
        };
    }
}
