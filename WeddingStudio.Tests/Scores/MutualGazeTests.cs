using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Tests.Scores;

public sealed class MutualGazeTests
{
    private static readonly ScoresOptions Options = new();

    /// <summary>A face of 300x400 with shut eyes.</summary>
    private static MeasuredFace Face(double x, double yaw, double y = 500, float happy = 0, double ear = 0, double size = 1) => new(
        (int)x, (int)x, null, new FaceBox(x, y, x + 300 * size, y + 400 * size), [], Paper.Landmarks(x, y),
        [1 - happy, happy, 0, 0, 0, 0, 0], new FaceMeasures { EyeAspectLeft = ear, EyeAspectRight = ear, YawDegrees = yaw });

    private static Look Of(MeasuredFace face, params MeasuredFace[] others) =>
        MutualGaze.In(face, Look.Of(face, Options), [face, .. others]);

    [Fact]
    public void Shut_eyes_of_a_kiss_cost_nothing_that_counts()
    {
        var kiss = Of(Face(1000, yaw: 40), Face(1320, yaw: -40));

        Assert.Equal(0, kiss.Eyes);
        Assert.Equal(Look.Open, kiss.EyesCounted);
        Assert.True(ExpressionScore.Of(kiss) > ExpressionScore.Of(Of(Face(1000, yaw: 40))) + .3);
    }

    [Fact]
    public void A_kiss_on_the_cheek_excuses_both() => Assert.Equal(Look.Open, Of(Face(1000, yaw: 0), Face(1290, yaw: -50)).EyesCounted);

    [Theory]
    [InlineData(0, 1310, 0, 500, 1)] // cheek to cheek for the camera
    [InlineData(40, 2500, -40, 500, 1)] // far away
    [InlineData(-40, 1320, 40, 500, 1)] // back to back
    [InlineData(40, 1320, -40, 1100, 1)] // another row
    [InlineData(40, 1320, -40, 500, .4)] // in the background
    public void Others_do_not_excuse_shut_eyes(double myYaw, double x, double yaw, double y, double size) =>
        Assert.Equal(0, Of(Face(1000, myYaw), Face(x, yaw, y, size: size)).EyesCounted);

    [Fact]
    public void A_laugh_half_excuses_shut_eyes_so_that_open_ones_stay_better()
    {
        var laugh = ExpressionScore.Of(Of(Face(1000, 0, happy: 1)));

        // The smile is worth .3 and a shut mouth .6 of it.
        Assert.True(laugh > ExpressionScore.Of(Of(Face(1000, 0, happy: 0))) + .3 * .4 + .15);
        Assert.True(laugh < ExpressionScore.Of(Of(Face(1000, 0, happy: 1, ear: .3))) - .1);
    }

    [Fact]
    public void Who_looks_at_somebody_need_not_look_at_the_camera()
    {
        var towards = Of(Face(1000, yaw: 45, ear: .3), Face(1800, yaw: 0, ear: .3));
        var away = Of(Face(1000, yaw: -45, ear: .3), Face(1800, yaw: 0, ear: .3));

        Assert.Equal((1, 0), (towards.AtSomeone, away.AtSomeone));
        Assert.True(ExpressionScore.Of(towards) > ExpressionScore.Of(away) + .1);
    }
}
