using System.Text.Json.Nodes;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Tests.Inference;

public sealed class ModelPackTests
{
    [Fact]
    public void A_whole_pack_loads()
    {
        using var pack = new TempPack();

        var loaded = ModelPack.Load(pack.Folder);

        Assert.Equal("test", loaded.Name);
        Assert.Equal("retinaface", loaded.Find("detector", "finder")!.Decoder);
        Assert.Equal(.4, loaded.Find("detector", "finder")!.Thresholds["nms"]);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var pack = new TempPack();
        File.Delete(pack.DetectorFile);

        Assert.Equal($"'{pack.DetectorFile}' is missing. Copy the pack again, with all its files.", Refusal(pack));
    }

    [Fact]
    public void A_changed_file_is_named()
    {
        using var pack = new TempPack();
        ModelPack.Load(pack.Folder);
        File.AppendAllText(pack.DetectorFile, "changed");

        Assert.Equal($"'{pack.DetectorFile}' is not the file its manifest names (its SHA-256 differs). Copy the pack again.",
            Refusal(pack));
    }

    [Fact]
    public void A_file_outside_the_pack_is_refused()
    {
        using var pack = new TempPack();
        pack.Detector["files"]![0]!["path"] = "../elsewhere.onnx";
        pack.Save();

        Assert.Contains("lies outside the pack", Refusal(pack));
    }

    [Fact]
    public void An_unknown_schema_says_what_is_known()
    {
        using var pack = new TempPack();
        pack.Manifest["schema"] = 2;
        pack.Save();

        Assert.Contains("has schema 2; this program reads schema 1", Refusal(pack));
    }

    [Theory]
    [InlineData("{", "is not a manifest")]
    [InlineData("null", "is empty")]
    [InlineData("{\"schema\": 1, \"models\": null}", "is not a manifest")]
    public void A_broken_manifest_is_named(string text, string expected)
    {
        using var pack = new TempPack();
        File.WriteAllText(Path.Combine(pack.Folder, ModelPack.ManifestName), text);

        Assert.Contains(expected, Refusal(pack));
        Assert.Contains(pack.Folder, Refusal(pack));
    }

    [Theory]
    [InlineData("[[1, 0, 0]]")]
    [InlineData("[[0, 1], [0.7, 0.2]]")]
    public void Directions_of_another_length_are_refused(string directions)
    {
        using var pack = new TempPack();
        pack.Embedder["dim"] = 2;
        pack.Embedder["clustering"] = JsonNode.Parse($$"""{ "directions": {{directions}} }""");
        pack.Save();

        Assert.Contains("model 'knower' needs directions of 2 numbers and length 1", Refusal(pack));
    }

    [Fact]
    public void A_model_without_files_or_with_a_bad_template_is_refused()
    {
        using var pack = new TempPack();
        pack.Detector["input"] = new JsonObject { ["template"] = new JsonArray(new JsonArray(1, 2)) };
        pack.Save();
        Assert.Contains("model 'finder' needs five template points", Refusal(pack));

        pack.Detector["files"] = new JsonArray();
        pack.Save();
        Assert.Contains("model 'finder' names no file", Refusal(pack));
    }

    [Fact]
    public void An_unknown_role_is_answered_with_the_known_ones()
    {
        using var pack = new TempPack();
        pack.Detector["role"] = "swapper";
        pack.Save();

        Assert.Contains("model 'finder' has the role 'swapper'; this program knows: detector, embedder, landmarks, expression, "
            + "quality, ageGender.", Refusal(pack));
    }

    [Fact]
    public void Prewhiten_beside_a_mean_is_refused()
    {
        using var pack = new TempPack();
        pack.Embedder["input"] = new JsonObject { ["prewhiten"] = true, ["mean"] = new JsonArray(1, 1, 1) };
        pack.Save();

        Assert.Contains("model 'knower' asks for prewhiten and for a mean or scale as well", Refusal(pack));
    }

    [Fact]
    public void The_reference_pack_loads_with_every_number()
    {
        var embedder = ModelPack.Load(SharedFiles.Require("models")).Find("embedder", "mobilefacenet_xiaoccer")!;

        Assert.Equal((128, true, 96, 112, null),
            (embedder.Dim, embedder.FlipAveraged, embedder.Input.Width, embedder.Input.Height, embedder.Clustering));
        Assert.Equal(51.6963, embedder.Input.Template![0][1]);
    }

    private static string Refusal(TempPack pack) => Assert.Throws<ModelPackException>(() => ModelPack.Load(pack.Folder)).Message;
}
