using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Tests.Inference;

namespace WeddingStudio.Tests.Faces.Detection;

/// <summary>The whole way of a photo through a detector that takes white squares for faces.</summary>
public sealed class OneStageDetectorTests : IDisposable
{
    private readonly TempPack _pack = new();
    private readonly SessionFactory _sessions = new(Options.Create(new InferenceOptions()), NullLogger<SessionFactory>.Instance);

    public OneStageDetectorTests() => Take(MadeModels.Scrfd());

    [Fact]
    public void A_face_is_found_where_it_is_in_a_photo_that_was_shrunk_and_padded()
    {
        // 1280 x 340 becomes 640 x 170 and is padded to 640 x 192. The square is the cell from (160, 96) to (192, 128).
        var photo = MadeModels.Photo(1280, 340, (320, 192, 64));

        var face = Assert.Single(Detector(640).Detect(photo));

        AssertNear(new FaceBox(288, 160, 416, 288), face.Box);
        Assert.Equal(new PointPx(336, 208), face.Points.LeftEye);
        Assert.Equal(new PointPx(368, 240), face.Points.RightMouth);
        Assert.InRange(face.Score, .98, 1);
    }

    [Fact]
    public void A_face_at_the_edge_may_reach_beyond_it()
    {
        var face = Assert.Single(Detector(640).Detect(MadeModels.Photo(320, 320, (0, 288, 32))));

        AssertNear(new FaceBox(-16, 272, 48, 336), face.Box);
    }

    [Fact]
    public void Two_faces_side_by_side_are_two() =>
        Assert.Equal(2, Detector(640).Detect(MadeModels.Photo(320, 320, (32, 32, 32), (96, 32, 32))).Count);

    [Fact]
    public void Of_two_faces_that_overlap_by_more_than_the_limit_one_is_left()
    {
        _pack.Detector["thresholds"] = new JsonObject { ["score"] = .5, ["nms"] = .3 };
        _pack.Save();

        // Two boxes of 64 x 64 that share a half: a third of what they cover together.
        Assert.Single(Detector(640).Detect(MadeModels.Photo(320, 320, (32, 32, 32), (64, 32, 32))));
    }

    [Fact]
    public void A_detector_without_points_is_refused_with_what_it_has()
    {
        Take(MadeModels.Scrfd(withPoints: false));

        var message = Assert.Throws<ModelPackException>(() => Detector(640).Detect(new Raster(64, 64, new byte[3 * 64 * 64]))).Message;

        Assert.Equal("The detector has 6 outputs; SCRFD with five points has 9. Use a pack whose detector gives points.", message);
    }

    [Fact]
    public void An_unknown_family_is_answered_with_the_known_ones()
    {
        _pack.Detector["decoder"] = "dsfd";
        _pack.Save();

        var message = Assert.Throws<ModelPackException>(() => Detector(640)).Message;

        Assert.EndsWith("needs the decoder 'dsfd'; this program knows: blazeface, mtcnn, retinaface, scrfd, yolov8-face, yunet.", message);
    }

    private void Take(byte[] graph)
    {
        _pack.Detector["decoder"] = "scrfd";
        _pack.Detector["input"] = new JsonObject
        {
            ["mean"] = new JsonArray(127.5, 127.5, 127.5), ["scale"] = new JsonArray(1 / 128d, 1 / 128d, 1 / 128d), ["multipleOf"] = 32,
        };
        _pack.Detector["options"] = new JsonObject { ["strides"] = new JsonArray(8, 16, 32) };
        _pack.Put(_pack.Detector, graph);
    }

    private IFaceDetector Detector(int longSidePx) =>
        Detectors.Open(ModelSet.From(ModelLibrary.Look([_pack.Folder]), "", "").Detector, _sessions,
            new FacesOptions { LongSidePx = longSidePx });

    private static void AssertNear(FaceBox expected, FaceBox box) => Assert.Equal(
        new[] { expected.X1, expected.Y1, expected.X2, expected.Y2 }, [box.X1, box.Y1, box.X2, box.Y2], (a, b) => Math.Abs(a - b) < 1e-3);

    public void Dispose()
    {
        _sessions.Dispose();
        _pack.Dispose();
    }
}
