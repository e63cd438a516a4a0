using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeddingStudio.Bench;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Inference;

/// <summary>The models that come with the studio.</summary>
public sealed class BuiltInPackTests : IDisposable
{
    private const int MiB = 1 << 20;

    private readonly ModelSearch _search = ModelLibrary.Look([Path.Combine(Checkout.Root, "models", "studio-1")]);
    private readonly Lazy<FaceReader> _reader;
    private readonly SessionFactory _sessions = new(Options.Create(new InferenceOptions()), NullLogger<SessionFactory>.Instance);

    public BuiltInPackTests() => _reader = new(() => FaceReader.Open(ModelSet.From(_search, "", ""), _sessions, new FacesOptions()));

    [Fact]
    public void Every_role_is_filled_and_everything_together_is_small()
    {
        var pack = Assert.Single(_search.Packs);
        long BytesOf(string role) => pack.InRole(role).SelectMany(model => model.Files).Sum(file => file.Bytes);

        Assert.InRange(BytesOf("detector"), 1, 1 * MiB);
        Assert.InRange(BytesOf("embedder"), 1, 6 * MiB);
        Assert.InRange(BytesOf("landmarks"), 1, 2 * MiB);
        Assert.InRange(BytesOf("expression"), 1, 1 * MiB);
        Assert.All(pack.Manifest.Models.SelectMany(model => model.Files),
            file => Assert.Equal(file.Bytes, new FileInfo(pack.PathOf(file)).Length));
    }

    [Theory]
    [InlineData("closed_closed", false)]
    [InlineData("open_open", true)]
    public void Shut_eyes_are_told_from_open_ones(string picture, bool open)
    {
        var look = PackFigures.LookOf(TheFaceOf(picture))!.Value;

        Assert.All([look.LeftEye, look.RightEye], eye => Assert.Equal(open ? 1 : 0, Math.Round(eye)));
    }

    [Fact]
    public void The_shut_eye_of_a_laughing_wink_is_the_narrower_one()
    {
        var eyes = TheFaceOf("closed_open").Measures;

        Assert.True(eyes.EyeAspectLeft < .9 * eyes.EyeAspectRight, $"{eyes.EyeAspectLeft:0.000} and {eyes.EyeAspectRight:0.000}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_photo_that_lies_on_its_side_gives_the_same_faces(int quarters)
    {
        var picture = PhotoReader.Read(SharedFiles.Require("golden/faces/bbt1.jpg"));
        var upright = _reader.Value.Read(picture);

        var turned = _reader.Value.Read(picture.Turned(quarters));

        Assert.Equal(upright.Count, turned.Count);
        Assert.All(turned, face =>
        {
            var back = new DetectedFace(face.Box, 1, face.Points).TurnedBack(quarters, picture.WidthPx, picture.HeightPx);
            var same = upright.MaxBy(u => u.Box.IoU(back.Box))!;
            Assert.True(same.Box.IoU(back.Box) > .9, $"{same.Box} and {back.Box}");
            Assert.True(same.Embedding.Zip(face.Embedding, (a, b) => a * b).Sum() > .98);
            Assert.True(same.Points.ToArray().Zip(back.Points.ToArray(), (a, b) => a.DistanceTo(b)).Average() < .02 * same.Box.WidthPx);
            Assert.All(same.Expression.Zip(face.Expression), pair => Assert.Equal(pair.First, pair.Second, .05));
            Assert.Equal(same.Measures.EyeAspectLeft, face.Measures.EyeAspectLeft, .05);
        });
    }

    private FaceReading TheFaceOf(string picture) =>
        Assert.Single(_reader.Value.Read(PhotoReader.Read(SharedFiles.Require($"golden/faces/{picture}.jpg"))));

    public void Dispose() => _sessions.Dispose();
}
