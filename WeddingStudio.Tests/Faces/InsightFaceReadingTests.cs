using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Landmarks;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Tests.Inference;

namespace WeddingStudio.Tests.Faces;

/// <summary>A photo through every model of an InsightFace folder.</summary>
public sealed class InsightFaceReadingTests : IDisposable
{
    private readonly MadeInsightFace _made = new();
    private readonly SessionFactory _sessions = new(Options.Create(new InferenceOptions()), NullLogger<SessionFactory>.Instance);

    [Fact]
    public void A_face_comes_out_with_embedding_points_and_eyes()
    {
        var face = Read();

        Assert.Equal(new FaceBox(304, 208, 368, 272), face.Box);
        Assert.Equal(512, face.Embedding.Length);
        Assert.Equal(1, face.Embedding.Sum(v => (double)v * v), 1e-5);
        Assert.Equal(106, face.Landmarks.Length);
        Assert.Equal(.25, face.Measures.EyeAspectLeft, 1e-5);
        Assert.Equal(0, face.Measures.EyeAspectRight);
        Assert.Empty(face.Expression);
    }

    [Fact]
    public void Points_are_counted_in_half_sides_from_the_middle_of_a_square_half_as_large_again_as_the_box()
    {
        var points = Read().Landmarks;

        // The square is 96 px wide around (336, 240).
        Assert.Equal(new PointPx(336, 240), points[1]);
        Assert.Equal(new PointPx(336, 264), points[0]);
        Assert.Equal(new PointPx(312, 228), points[35]);
    }

    [Fact]
    public void Another_number_of_points_is_refused()
    {
        _made.Put("2d106det.onnx", MadeModels.Numbers(192, new float[136]));

        var message = Assert.Throws<ModelPackException>(Read).Message;

        Assert.Equal("Model '2d106det' gave 136 numbers for a face, its manifest promises 212. "
            + "Fix the manifest, or copy the pack again.", message);
    }

    [Fact]
    public void An_unknown_set_of_points_is_answered_with_the_known_ones()
    {
        var model = Models().Landmarks!;
        var unknown = model with { Entry = model.Entry with { Decoder = "mesh468" } };

        var message = Assert.Throws<ModelPackException>(() => new LandmarkReader(_sessions.Open(model), unknown, 8)).Message;

        Assert.EndsWith("need the decoder 'mesh468'; this program knows: ibug68, insight106, wflw98, wflw98+5.", message);
    }

    private ModelSet Models() => ModelSet.From(ModelLibrary.Look([_made.Folder]), "", "");

    private FaceReading Read() => Assert.Single(
        FaceReader.Open(Models(), _sessions, new FacesOptions()).Read(MadeModels.Photo(640, 480, (320, 224, 32))));

    public void Dispose()
    {
        _sessions.Dispose();
        _made.Dispose();
    }
}
