using System.Text.Json;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Tests.Faces;

/// <summary>What the reference pipeline found in one picture; coordinates in pixels of the picture.</summary>
public sealed record Golden(string Name, JsonElement Root)
{
    private static readonly string[] Names =
    [
        "bbt1", "bbt4", "closed_closed", "closed_open", "couple", "happy", "img2", "img20", "img21", "multiface",
        "neutral", "open_open", "oscar",
    ];

    public Raster Picture => FaceModels.Picture(SharedFiles.Require($"golden/faces/{Name}_input.png"));
    public IReadOnlyList<JsonElement> Detected(string detector) =>
        [.. Root.GetProperty("detectors").GetProperty(detector).EnumerateArray()];
    public IReadOnlyList<JsonElement> Faces => [.. Root.GetProperty("faces").EnumerateArray()];

    public static IEnumerable<Golden> All() => Names.Select(name =>
        new Golden(name, JsonDocument.Parse(File.ReadAllText(SharedFiles.Require($"golden/faces/{name}.json"))).RootElement));

    public static FaceBox Box(JsonElement face) =>
        Numbers(face.GetProperty("box")) is var n ? new FaceBox(n[0], n[1], n[2], n[3]) : default;

    public static PointPx[] Points(JsonElement points) =>
        [.. points.EnumerateArray().Select(p => Numbers(p)).Select(p => new PointPx(p[0], p[1]))];

    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble())];

    public static Raster AlignedCrop(JsonElement face) =>
        FaceModels.Picture(SharedFiles.Require($"golden/faces/{face.GetProperty("aligned_png").GetString()}"));
}
