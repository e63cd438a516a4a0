using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Tests.Faces.Detection;

public sealed class RetinaFaceDecoderTests
{
    // 17 x 9 px: stride 8 makes 3 columns and 2 rows with two sizes each, stride 16 two columns and one row with one size: 14 anchors.
    private const int Anchors = 14;
    private static readonly RetinaFaceDecoder.Anchors Grid = new([8, 16], [[10, 20], [40]], .1, .2);
    private readonly float[] _boxes = new float[4 * Anchors];
    private readonly float[] _scores = new float[2 * Anchors];
    private readonly float[] _points = new float[10 * Anchors];

    [Fact]
    public void An_anchor_without_offsets_is_its_own_box()
    {
        // Anchor 9 = second row, second column, second size: centre (12, 12), 20 px.
        _scores[2 * 9 + 1] = .9f;

        var face = Assert.Single(Decode());

        Assert.Equal(new FaceBox(2, 2, 22, 22), face.Box);
        Assert.Equal(FivePoints.From([.. Enumerable.Repeat(new PointPx(12, 12), 5)]), face.Points);
        Assert.Equal(.9f, face.Score);
    }

    [Fact]
    public void Offsets_count_in_variances_of_the_anchor()
    {
        // Anchor 13 = stride 16, second column: centre (24, 8), 40 px. Half the centre variance moves by 2 px; ln 2 / .2 doubles a side.
        _scores[2 * 13 + 1] = .9f;
        (_boxes[52], _boxes[54]) = (.5f, (float)(Math.Log(2) / .2));
        (_points[134], _points[135]) = (1, -1);

        var face = Assert.Single(Decode());

        Assert.Equal(26 - 40, face.Box.X1, 1e-4);
        Assert.Equal(26 + 40, face.Box.X2, 1e-4);
        Assert.Equal((8 - 20, 8 + 20), (face.Box.Y1, face.Box.Y2));
        Assert.Equal(new PointPx(28, 4), face.Points.Nose);
    }

    [Fact]
    public void Only_scores_above_the_limit_count()
    {
        _scores[1] = .5f;

        Assert.Empty(Decode());
    }

    [Fact]
    public void Another_number_of_anchors_than_the_manifest_makes_is_refused() =>
        Assert.Throws<ModelPackException>(() => RetinaFaceDecoder.Decode(_boxes, _scores, _points, 8, 8, Grid, .5));

    private List<DetectedFace> Decode() => RetinaFaceDecoder.Decode(_boxes, _scores, _points, 17, 9, Grid, .5);
}
