using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Tests.Scores;

public sealed class PartsTests
{
    private static readonly FaceMeasures Face = new() { Sharpness = 400, Luma = .5, Clipped = .01 };
    private static readonly PhotoMeasures Frame = new() { MeanLuma = .45, Contrast = .25, ClippedHighlights = .01, Noise = 1 };

    private static double Technical(FaceMeasures face, PhotoMeasures frame) => TechnicalScore.Of(
        new MeasuredFace(1, 1, null, new FaceBox(800, 500, 1100, 900), [], [], [], face), new MeasuredFrame(3000, 2000, frame));

    [Fact]
    public void Blur_dark_bright_burnt_and_noisy_each_lower_the_technical_score()
    {
        var good = Technical(Face, Frame);

        Assert.InRange(good, .8, 1);
        Assert.All(
            [
                Technical(Face with { Sharpness = 100 }, Frame),
                Technical(Face with { Luma = .3, Sharpness = 400 * .36 }, Frame),
                Technical(Face with { Luma = .75, Sharpness = 400 * 2.25 }, Frame),
                Technical(Face with { Clipped = .1 }, Frame),
                Technical(Face, Frame with { Noise = 6 }),
                Technical(Face, Frame with { MeanLuma = .2 }),
            ],
            worse => Assert.True(worse < good - .005));
    }

    [Fact]
    public void Noise_does_not_pass_for_detail()
    {
        // A blurred face of 30 whose crop gains 7 sigma^2 by noise, as measured.
        double Noisy(double sigma) => TechnicalScore.Sharpness(
            new MeasuredFace(1, 1, null, new FaceBox(0, 0, 90, 110), [], [], [],
                new FaceMeasures { Sharpness = 30 + 7 * sigma * sigma, Luma = .5 }),
            new MeasuredFrame(1000, 800, new PhotoMeasures { Noise = sigma }));

        Assert.True(Noisy(5) <= Noisy(0));
        Assert.True(Noisy(20) <= Noisy(5));
    }

    [Fact]
    public void The_same_detail_counts_the_same_in_dim_and_in_bright_light()
    {
        double Lit(double luma) => TechnicalScore.Sharpness(
            new MeasuredFace(1, 1, null, new FaceBox(0, 0, 90, 110), [], [], [],
                new FaceMeasures { Sharpness = 400 * luma * luma, Luma = luma }),
            new MeasuredFrame(1000, 800, new PhotoMeasures()));

        Assert.Equal(Lit(.3), Lit(.6), 6);
    }

    [Fact]
    public void One_stop_too_much_costs_more_than_one_stop_too_little()
    {
        var stop = Math.Pow(2, 1 / 2.2);

        Assert.True(TechnicalScore.FaceExposure(Face with { Luma = .5 * stop }, Frame) < TechnicalScore.FaceExposure(
            Face with { Luma = .5 / stop }, Frame));
        Assert.Equal(1, TechnicalScore.FaceExposure(Face, Frame), 9);
    }

    [Fact]
    public void A_dark_face_in_a_bright_frame_loses_less_than_in_a_dark_one()
    {
        var dark = Face with { Luma = .28 };

        Assert.True(TechnicalScore.FaceExposure(dark, Frame) > TechnicalScore.FaceExposure(dark, Frame with { MeanLuma = .2 }) + .15);
        Assert.True(TechnicalScore.FaceExposure(dark, Frame) > .75);
    }

    [Theory]
    [InlineData(1000, 600, 1)] // a crossing of the thirds
    [InlineData(1500, 600, .8)] // between two crossings, centred too low for a portrait on the upper third
    public void Eyes_on_the_thirds_are_best(double eyeX, double eyeY, double atLeast)
    {
        var thirds = CompositionScore.Thirds([(float)eyeX - 50, (float)eyeY, (float)eyeX + 50, (float)eyeY], 3000, 1800);

        Assert.InRange(thirds, atLeast - 1e-6, 1);
    }

    [Fact]
    public void Eyes_in_a_corner_are_worst() => Assert.Equal(0, CompositionScore.Thirds([0, 0, 0, 0], 3000, 1800), 3);

    [Theory]
    [InlineData(100, 1)]
    [InlineData(10, .5)]
    [InlineData(-10, 0)]
    public void A_face_at_the_edge_is_not_whole(double left, double expected) =>
        Assert.Equal(expected, CompositionScore.Whole(new FaceBox(left, 400, left + 200, 650), 3000, 2000), 1);

    [Fact]
    public void A_cut_off_head_a_speck_and_an_eye_to_chin_crop_lose()
    {
        Assert.Equal(0, CompositionScore.HeadRoom(new FaceBox(0, 0, 300, 400)));
        Assert.Equal(1, CompositionScore.HeadRoom(new FaceBox(0, 300, 300, 700)));
        Assert.Equal(0, CompositionScore.Size(new FaceBox(0, 0, 60, 80), 2000), 9);
        Assert.Equal(1, CompositionScore.Size(new FaceBox(0, 0, 300, 400), 2000), 9);
        Assert.Equal(.5, CompositionScore.Size(new FaceBox(0, 0, 1500, 2000), 2000), 9);
    }

    [Fact]
    public void A_laugh_turned_away_is_worth_more_than_a_blank_look_away()
    {
        Assert.True(ExpressionScore.Of(new Look(1, 1, 1, 0)) > ExpressionScore.Of(new Look(1, 1, 0, 0)));
        Assert.Equal(1, ExpressionScore.Of(new Look(1, 1, 1, 1)), 9);
        Assert.Equal(0, ExpressionScore.Of(new Look(0, 0, 0, 0)), 9);
    }

    private static Companion Guest(int id, string? role = null, double atCamera = 1, double height = 400, double eyes = 1) =>
        new(id, role, height, 1, new Look(eyes, eyes, 0, atCamera));

    [Fact]
    public void Being_with_the_couple_is_best_then_family_then_anybody_then_nobody()
    {
        var me = Guest(1);
        double With(params Companion[] others) => ContextScore.Of(me, [me, .. others]);

        var order = new[] { With(Guest(2, "bride")), With(Guest(2, "aunt")), With(Guest(2)), With() };

        Assert.Equal(order.OrderDescending(), order);
        Assert.Equal(4, order.Distinct().Count());
    }

    [Fact]
    public void A_group_where_somebody_blinks_or_everybody_looks_elsewhere_half_the_time_loses()
    {
        var me = Guest(1);

        Assert.True(ContextScore.Of(me, [me, Guest(2, eyes: 0)]) < ContextScore.Of(me, [me, Guest(2)]));
        Assert.True(ContextScore.Of(me, [me, Guest(2, atCamera: 0)]) < ContextScore.Of(me, [me, Guest(2)]));
    }

    [Fact]
    public void Faces_far_behind_are_no_company()
    {
        var me = Guest(1);

        Assert.Equal(ContextScore.Of(me, [me]), ContextScore.Of(me, [me, Guest(2, "bride", height: 150)]));
    }
}
