using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Web.Commands;
using WeddingStudio.Web.Commands.Models;

namespace WeddingStudio.Tests.Inference;

public sealed class InsightFacePackTests
{
    [Theory]
    [InlineData("buffalo_l", "det_10g", "w600k_r50")]
    [InlineData("buffalo_s", "det_500m", "w600k_mbf")]
    public void An_unzipped_folder_is_a_pack_without_a_manifest(string name, string detector, string embedder)
    {
        using var made = new MadeInsightFace(name);

        var pack = Assert.Single(Look(made).Packs);

        Assert.Equal(
            [("detector", detector), ("embedder", embedder), ("landmarks", "2d106det"), ("ageGender", "genderage")],
            pack.Manifest.Models.Select(model => (model.Role, model.Name)));
        Assert.Equal((name, detector, embedder), (pack.Name, pack.Manifest.Defaults["detector"], pack.Manifest.Defaults["embedder"]));
    }

    [Fact]
    public void Such_packs_may_lie_in_a_folder_beside_others()
    {
        using var made = new MadeInsightFace();

        Assert.Equal([made.Folder], ModelLibrary.Look([Path.GetDirectoryName(made.Folder)!]).Packs.Select(pack => pack.Folder));
    }

    [Fact]
    public void Detector_and_embedder_are_enough()
    {
        using var made = new MadeInsightFace("buffalo_s");
        made.Remove("2d106det.onnx");
        made.Remove("genderage.onnx");

        Assert.Null(ModelSet.From(Look(made), "", "").Landmarks);
    }

    [Theory]
    [InlineData("det_10g.onnx", "has no detector (scrfd_10g_bnkps.onnx, det_10g.onnx, det_2.5g.onnx, det_500m.onnx). "
        + "Unzip the pack again, with all its files.")]
    [InlineData("w600k_r50.onnx", "has no embedder (glintr100.onnx, w600k_r50.onnx, w600k_mbf.onnx). "
        + "Unzip the pack again, with all its files.")]
    public void A_folder_without_its_detector_or_embedder_is_refused(string missing, string expected)
    {
        using var made = new MadeInsightFace();
        made.Remove(missing);

        var refused = Assert.Single(Look(made).Refused);

        Assert.Equal($"'{made.Folder}' looks like a pack of InsightFace but {expected}", refused.Reason);
    }

    [Fact]
    public void A_folder_with_a_manifest_goes_by_it()
    {
        using var made = new MadeInsightFace();
        File.WriteAllText(Path.Combine(made.Folder, ModelPack.ManifestName), "{\"schema\": 1, \"pack\": \"mine\"}");

        Assert.Equal("mine", Assert.Single(Look(made).Packs).Name);
    }

    [Fact]
    public void Another_file_is_another_fingerprint()
    {
        using var made = new MadeInsightFace();
        var before = ModelSet.From(Look(made), "", "").Fingerprint;

        made.Put("w600k_r50.onnx", MadeModels.Numbers(112, new float[512], brightness: 2));

        Assert.NotEqual(before, ModelSet.From(Look(made), "", "").Fingerprint);
    }

    [Fact]
    public void The_list_names_the_licence()
    {
        using var made = new MadeInsightFace();

        var lines = ModelsCommand.Describe(Look(made).Packs[0]).ToList();

        Assert.Equal($"buffalo_l  {made.Folder}", lines[0]);
        Assert.Equal("  licence     InsightFace's trained models: for non-commercial research only (det_10g, w600k_r50, "
            + "2d106det, genderage)", lines[^1]);
    }

    [Fact]
    public void Verify_does_not_claim_to_have_compared_what_cannot_be_compared()
    {
        using var made = new MadeInsightFace();
        using var pack = new TempPack();

        Assert.Equal($"buffalo_l: 4 files; there is no manifest to compare them with  {made.Folder}",
            ModelsCommand.DescribeFiles(Look(made).Packs[0]));
        Assert.Equal($"test: all 2 files are as the manifest says  {pack.Folder}",
            ModelsCommand.DescribeFiles(ModelPack.Load(pack.Folder)));
    }

    [Fact]
    public async Task Verify_opens_its_models()
    {
        using var made = new MadeInsightFace();

        Assert.Equal(StudioCommands.Done, await StudioCommands.RunAsync(["models", "verify", "--models", made.Folder]));
    }

    private static ModelSearch Look(MadeInsightFace made) => ModelLibrary.Look([made.Folder]);
}
