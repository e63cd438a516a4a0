using System.Text.Json;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Inference.Pulling;

namespace WeddingStudio.Tests.Inference.Pulling;

/// <summary>The list in the repository, and lists that are not in order.</summary>
public sealed class ModelSourcesTests
{
    private static readonly ModelSources Listed = ModelSources.Read(Path.Combine(Checkout.Root, "models", ModelSources.FileName));

    [Fact]
    public void Every_pack_of_the_list_is_complete()
    {
        Assert.NotEmpty(Listed.Packs);
        Assert.Equal(Listed.Packs.Count, Listed.Packs.Select(pack => pack.Name).Distinct().Count());
        Assert.All(Listed.Packs, pack => Assert.Null(pack.Wrong()));
        Assert.All(Listed.Packs.SelectMany(pack => pack.Downloads), file => Assert.Equal("https", file.Url!.Scheme));
        Assert.All(Listed.Packs.SelectMany(pack => pack.Files.Concat(pack.Downloads)), file =>
        {
            Assert.Matches("^[0-9a-f]{64}$", file.Sha256);
            Assert.True(file.Bytes > 0, file.Path);
        });
    }

    [Fact]
    public void A_manifest_in_the_list_names_the_same_files_as_the_list()
    {
        foreach (var pack in Listed.Packs.Where(pack => pack.Manifest is not null))
        {
            var manifest = pack.Manifest!.Value.Deserialize<ModelManifest>(ModelPack.Json)!;

            Assert.Equal((ModelManifest.KnownSchema, pack.Name), (manifest.Schema, manifest.Pack));
            Assert.Equal(pack.Files.Select(file => (file.Path, file.Sha256, file.Bytes)),
                manifest.Models.SelectMany(model => model.Files).Select(file => (file.Path, file.Sha256, file.Bytes)));
        }
    }

    [Fact]
    public void The_listed_detector_is_the_one_of_the_reference_pack()
    {
        var file = Path.Combine(SharedFiles.Require("models"), "yunet_n_dynamic.onnx");

        Listed.Find("yunet").CheckFiles(Path.GetDirectoryName(file)!);
    }

    [Fact]
    public void The_open_pack_is_made_of_what_its_authors_publish()
    {
        var files = OpenPack.Originals.ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);

        Assert.Equal(OpenPack.Listed.Files.Select(file => (file.Path, file.Sha256, file.Bytes)).Order(),
            files.Select(file => (file.Key, PullStage.Hash(file.Value), (long)file.Value.Length)).Order());
        Assert.False(OpenPack.Listed.Restricted);
        Assert.Contains("Apache-2.0", OpenPack.Listed.Licence);
    }

    [Fact]
    public void Another_server_has_all_files_in_one_place_and_their_hashes_stay()
    {
        foreach (var (server, place) in new[] { ("http://nas/models", "http://nas/models/"), ("http://nas:8080", "http://nas:8080/"),
            ("https://nas/a/b/", "https://nas/a/b/") })
        {
            var source = OpenPack.Listed.At(new Uri(server));

            Assert.Equal(OpenPack.Listed.Files.Select(file => file with { Url = new Uri(place + file.Path) }), source.Files);
            Assert.Equal($"{place}buffalo_s.zip", Listed.Find("buffalo_s").At(new Uri(server)).Downloads.Single().Url!.AbsoluteUri);
        }
    }

    [Fact]
    public void An_unknown_pack_is_answered_with_the_known_ones()
    {
        var message = Assert.Throws<ModelPackException>(() => Listed.Find("buffalo")).Message;

        Assert.Equal("There is no pack 'buffalo' to pull. Known: yunet, open, buffalo_l, buffalo_s.", message);
    }

    [Theory]
    [InlineData("", "is no list of packs")]
    [InlineData("""{ "packs": [{ "name": "../x" }] }""", "pack '../x' needs a name")]
    [InlineData("""{ "packs": [{ "name": "x", "description": "d" }] }""", "has no description or no licence")]
    [InlineData("""{ "packs": [{ "name": "x", "description": "d", "licence": "l" }] }""", "names no file")]
    [InlineData(
        """{ "packs": [{ "name": "x", "description": "d", "licence": "l", "files": [{ "path": "../f", "sha256": "", "bytes": 1 }] }] }""",
        "outside of the pack")]
    [InlineData(
        """{ "packs": [{ "name": "x", "description": "d", "licence": "l", "files": [{ "path": "f", "sha256": "12", "bytes": 1 }] }] }""",
        "needs a SHA-256")]
    [InlineData(
        """{ "packs": [{ "name": "x", "description": "d", "licence": "l", "files": [{ "path": "f", "sha256": "HASH", "bytes": 1 }] }] }""",
        "needs an address")]
    [InlineData("""{ "packs": [{ "name": "x", "description": "d", "licence": "l","""
        + """ "files": [{ "path": "f", "sha256": "HASH", "bytes": 1, "url": "file:///f" }] }] }""", "needs an address")]
    public void A_list_that_is_not_in_order_is_named_with_what_is_wrong(string text, string expected)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text.Replace("HASH", new string('0', 64)));

        var message = Assert.Throws<ModelPackException>(() => ModelSources.Read(path)).Message;

        Assert.Contains(path, message);
        Assert.Contains(expected, message);
        File.Delete(path);
    }
}
