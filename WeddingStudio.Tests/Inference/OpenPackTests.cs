using System.Numerics.Tensors;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Inference.Pulling;
using WeddingStudio.Tests.Faces;
using WeddingStudio.Tests.Inference.Pulling;

namespace WeddingStudio.Tests.Inference;

/// <summary>The pack `open` beside the built-in one, as an analysis uses the two.</summary>
public sealed class OpenPackTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("open-pack-").FullName;
    private readonly SessionFactory _sessions = new(Options.Create(new InferenceOptions()), NullLogger<SessionFactory>.Instance);

    [Fact]
    public async Task It_finds_and_tells_apart_and_the_built_in_pack_does_the_rest()
    {
        var models = await ModelsAsync();

        Assert.Equal(["open", "open", "open", "open", "studio-1", "studio-1"], new[] { models.Detector, models.Preview!, models.Embedder,
            models.Landmarks!, models.Points!, models.Expression! }.Select(model => model.Pack.Name));
        Assert.Equal(("sharper", false), (models.Title.English(), models.Embedder.Pack.Manifest.BuiltIn));
    }

    [Fact]
    public async Task A_model_of_one_face_at_a_time_reads_all_faces_of_a_photo_like_the_reference()
    {
        var models = await ModelsAsync();
        var reference = ModelSet.From(ModelLibrary.Look([SharedFiles.Require("models")]), "", "");
        var photo = FaceModels.Picture(Directory.GetFiles(SharedFiles.Require("data/friends/photos"), "all (1).jpg")[0]);

        var faces = FaceReader.Open(models, _sessions, new FacesOptions()).Read(photo);
        var same = FaceReader.Open(models with { Embedder = reference.Embedder }, _sessions, new FacesOptions()).Read(photo);

        Assert.True(_sessions.Open(models.Embedder).Shape.TakesOneAtATime);
        Assert.InRange(faces.Count, 2, 20);
        Assert.All(faces.Zip(same),
            pair => Assert.InRange(TensorPrimitives.CosineSimilarity(pair.First.Embedding, pair.Second.Embedding), .9999f, 1.0001f));
        Assert.All(faces, face => Assert.Equal((98, 7), (face.Landmarks.Length, face.Expression.Length)));
    }

    private async Task<ModelSet> ModelsAsync()
    {
        await PackPull.TakeAsync(OpenPack.Listed, OpenPack.OnStick(Path.Combine(_folder, "stick")), Path.Combine(_folder, "models"),
            new Progress<PullProgress>(), TestContext.Current.CancellationToken);
        return ModelSet.From(ModelLibrary.Look([Path.Combine(_folder, "models"), Path.Combine(Checkout.Root, "models")]), "", "");
    }

    public void Dispose()
    {
        _sessions.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
