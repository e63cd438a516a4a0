using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Tests.Faces.Detection;

public sealed class ScrfdDecoderTests
{
    // 24 x 16 px of stride 8: three columns, two rows, two anchors each.
    private const int Anchors = 12;
    private readonly float[] _scores = new float[Anchors];
    private readonly float[] _sides = new float[4 * Anchors];
    private readonly float[] _points = new float[10 * Anchors];

    [Fact]
    public void Sides_and_points_count_in_strides_from_the_cells_corner()
    {
        // Anchor 9 = second row, second column, second anchor: corner (8, 8).
        _scores[9] = .9f;
        (_sides[36], _sides[37], _sides[38], _sides[39]) = (1, .5f, 2, 1.5f);
        (_points[90], _points[91]) = (.25f, -.25f);

        var face = Assert.Single(Decode());

        Assert.Equal(new FaceBox(0, 4, 24, 20), face.Box);
        Assert.Equal(new PointPx(10, 6), face.Points.LeftEye);
        Assert.Equal(new PointPx(8, 8), face.Points.RightMouth);
        Assert.Equal(.9f, face.Score);
    }

    [Fact]
    public void Only_scores_above_the_limit_count()
    {
        (_scores[3], _scores[4]) = (.5f, float.NaN);

        Assert.Empty(Decode());
    }

    [Fact]
    public void Another_number_of_anchors_than_the_picture_has_is_refused() =>
        Assert.Throws<ModelPackException>(() => ScrfdDecoder.Decode(_scores, _sides, _points, 8, 32, 16, .5, []));

    private List<DetectedFace> Decode()
    {
        List<DetectedFace> faces = [];
        ScrfdDecoder.Decode(_scores, _sides, _points, 8, 24, 16, .5, faces);
        return faces;
    }
}
