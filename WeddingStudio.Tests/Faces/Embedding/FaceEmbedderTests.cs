using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Faces.Embedding;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Tests.Inference;

namespace WeddingStudio.Tests.Faces.Embedding;

/// <summary>Embedders whose vectors can be worked out on paper: the mean of every channel, then of its left half.</summary>
public sealed class FaceEmbedderTests : IDisposable
{
    private static readonly (byte R, byte G, byte B) Red = (255, 0, 0), Blue = (0, 0, 255), Black = default;

    private readonly TempPack _pack = new();
    private readonly SessionFactory _sessions = new(Options.Create(new InferenceOptions()), NullLogger<SessionFactory>.Instance);

    [Fact]
    public void AdaFace_gets_blue_first()
    {
        Take("adaface", 112, 112, new() { ["channels"] = "BGR" });

        // Blue, green and red of (0, 0, 255), from -1 to 1.
        AssertDirection([1, -1, -1, 1, -1, -1], Embed(Halves(112, 112, Blue, Blue)));
    }

    [Fact]
    public void Of_AdaFaces_two_outputs_the_first_is_the_vector()
    {
        Take("adaface", 112, 112, graph: WithLength(MadeModels.Means(112, 112).Output("means").Output("length")));

        AssertDirection([1, -1, -1, 1, -1, -1], Embed(Halves(112, 112, Red, Red)));
    }

    [Fact]
    public void Or_the_one_the_manifest_names()
    {
        _pack.Embedder["options"] = new JsonObject { ["output"] = "means" };
        Take("adaface", 112, 112, graph: WithLength(MadeModels.Means(112, 112).Output("length").Output("means")));

        AssertDirection([1, -1, -1, 1, -1, -1], Embed(Halves(112, 112, Red, Red)));
    }

    [Fact]
    public void An_output_that_is_not_there_is_answered_with_those_that_are()
    {
        _pack.Embedder["options"] = new JsonObject { ["output"] = "feature" };
        Take("adaface", 112, 112);

        Assert.Contains("has no output 'feature', only means.", Refusal());
    }

    [Fact]
    public void CosFace_sees_a_face_96_wide_and_112_high_by_its_own_template()
    {
        var points = FaceAlignment.Template.Map(point => new PointPx(point.X - 8, point.Y));
        Take("cosface", 96, 112, new() { ["template"] = Template(points) });
        var photo = Halves(96, 112, Red, Black);

        var crop = Embedder().Align(photo, points);

        Assert.Equal((96, 112), (crop.WidthPx, crop.HeightPx));
        Assert.Equal(photo.Rgb.ToArray(), crop.Rgb.ToArray());
        AssertDirection([0, -1, -1, 1, -1, -1], Embed(crop));
    }

    [Fact]
    public void FaceNet_sees_every_crop_from_its_own_mean()
    {
        Take("facenet", 160, 160,
            new() { ["mean"] = Three(0), ["scale"] = Three(1), ["prewhiten"] = true, ["template"] = Template(FaceAlignment.Template) });

        // A third of all numbers is 255, the others 0: their mean is 85, and red is 127.5, or 255 in the left half.
        AssertDirection([1, -2, 1, 4, -2, -2], Embed(Halves(160, 160, Red, Blue)));
    }

    [Fact]
    public void Or_from_the_manifests_mean()
    {
        Take("facenet", 160, 160, new() { ["template"] = Template(FaceAlignment.Template) });

        AssertDirection([0, -1, 0, 1, -1, -1], Embed(Halves(160, 160, Red, Blue)));
    }

    [Fact]
    public void A_vector_is_averaged_with_that_of_the_mirror_image_where_the_manifest_says_so()
    {
        Take("arcface", 112, 112);
        var crop = Halves(112, 112, Red, Black);
        AssertDirection([0, -1, -1, 1, -1, -1], Embed(crop));

        _pack.Embedder["flipAveraged"] = true;
        _pack.Save();
        AssertDirection([0, -1, -1, 0, -1, -1], Embed(crop));
    }

    [Fact]
    public void A_model_made_for_one_face_at_a_time_gets_one_at_a_time()
    {
        Take("arcface", 112, 112, graph: MadeModels.Embedder(112, 112, atOnce: 1));

        var vectors = Embedder().Embed([Halves(112, 112, Red, Red), Halves(112, 112, Blue, Blue), Halves(112, 112, Red, Black)]);

        Assert.Equal(3, vectors.Length);
        AssertDirection([-1, -1, 1, -1, -1, 1], vectors[1]);
    }

    [Fact]
    public void Another_number_of_numbers_than_the_manifest_promises_is_refused()
    {
        Take("arcface", 112, 112);
        _pack.Embedder["dim"] = 512;
        _pack.Save();

        var message = Assert.Throws<ModelPackException>(() => Embed(Halves(112, 112, Red, Black))).Message;

        Assert.Equal("Model 'knower' gave 6 numbers for a face, its manifest promises 512. "
            + "Fix the manifest, or copy the pack again.", message);
    }

    [Fact]
    public void A_vector_without_direction_is_refused()
    {
        Take("facenet", 112, 112, new() { ["mean"] = Three(0), ["scale"] = Three(1), ["prewhiten"] = true });

        var message = Assert.Throws<ModelPackException>(() => Embed(new Raster(112, 112, new byte[3 * 112 * 112]))).Message;

        Assert.StartsWith("Model 'knower' gave a face a vector without direction", message);
    }

    [Fact]
    public void An_unknown_family_is_answered_with_the_known_ones()
    {
        Take("sphereface", 112, 112);

        Assert.EndsWith("needs the decoder 'sphereface'; this program knows: adaface, arcface, cosface, facenet.", Refusal());
    }

    [Fact]
    public void Only_112_by_112_goes_without_a_template()
    {
        Take("arcface", 112, 112);
        var photo = Halves(112, 112, Red, Blue);
        Assert.Equal(photo.Rgb.ToArray(), Embedder().Align(photo, FaceAlignment.Template).Rgb.ToArray());

        Take("facenet", 160, 160);
        Assert.Contains("needs a template for its 160x160 pixels", Refusal());
    }

    private void Take(string decoder, int widthPx, int heightPx, JsonObject? input = null, byte[]? graph = null)
    {
        JsonObject whole = new() { ["width"] = widthPx, ["height"] = heightPx, ["mean"] = Three(127.5), ["scale"] = Three(1 / 127.5) };
        foreach (var (name, value) in input ?? [])
            whole[name] = value?.DeepClone();
        (_pack.Embedder["decoder"], _pack.Embedder["dim"], _pack.Embedder["input"]) = (decoder, 6, whole);
        _pack.Put(_pack.Embedder, graph ?? MadeModels.Embedder(widthPx, heightPx));
    }

    private FaceEmbedder Embedder()
    {
        var model = ModelSet.From(ModelLibrary.Look([_pack.Folder]), "", "").Embedder;
        return new FaceEmbedder(_sessions.Open(model), model, 8);
    }

    private float[] Embed(Raster crop) => Assert.Single(Embedder().Embed([crop]));

    private string Refusal() => Assert.Throws<ModelPackException>(Embedder).Message;

    private static void AssertDirection(double[] expected, float[] vector)
    {
        var length = Math.Sqrt(expected.Sum(v => v * v));
        Assert.Equal(expected.Select(v => v / length), vector.Select(v => (double)v), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    private static byte[] WithLength(MadeGraph means) =>
        means.Node("ReduceL2", "means", "length", ("axes", new[] { 1 }), ("keepdims", 1)).ToBytes();

    private static JsonArray Three(double value) => [value, value, value];

    private static JsonArray Template(FivePoints points) => [.. points.ToArray().Select(point => new JsonArray(point.X, point.Y))];

    /// <summary>A picture of two colours.</summary>
    private static Raster Halves(int widthPx, int heightPx, (byte R, byte G, byte B) left, (byte R, byte G, byte B) right) =>
        new(widthPx, heightPx,
            [.. Enumerable.Range(0, widthPx * heightPx).Select(i => i % widthPx < widthPx / 2 ? left : right)
                .SelectMany(c => new[] { c.R, c.G, c.B })]);

    public void Dispose()
    {
        _sessions.Dispose();
        _pack.Dispose();
    }
}
