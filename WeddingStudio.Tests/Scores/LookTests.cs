using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Tests.Scores;

public sealed class LookTests
{
    private static readonly ScoresOptions Options = new();

    private static Look Of(double ear = .3, double yaw = 0, double pitch = 0, double pupil = 0, float happy = 0, bool measured = true,
        double? farEar = null) => Look.Of(
        new MeasuredFace(1, 1, null, new FaceBox(0, 0, 300, 400), [], measured ? Paper.Landmarks(0, 0, pupil) : [],
            measured ? [0, happy, 0, 0, 0, 0, 0] : [],
            new FaceMeasures { EyeAspectLeft = ear, EyeAspectRight = farEar ?? ear, YawDegrees = yaw, PitchDegrees = pitch }), Options);

    private static Look Of(float[] landmarks) => Look.Of(
        new MeasuredFace(1, 1, null, new FaceBox(0, 0, 300, 400), [], landmarks, [],
            new FaceMeasures { EyeAspectLeft = .3, EyeAspectRight = .3 }), Options);

    [Theory]
    [InlineData(.05, 0)]
    [InlineData(.10, 0)]
    [InlineData(.135, .425)]
    [InlineData(.17, .85)]
    [InlineData(.35, 1)]
    public void An_eye_opens_between_the_two_marks_of_the_pack(double ear, double expected) => Assert.Equal(expected, Of(ear).LeftEye, 9);

    private static double Seen(double ear, double? logOdds) => Look.Of(
        new MeasuredFace(1, 1, null, new FaceBox(0, 0, 300, 400), [], Paper.Landmarks(0, 0), [],
            new FaceMeasures { EyeAspectLeft = ear, EyeSeenOpenLeft = logOdds }), Options).LeftEye;

    [Fact]
    public void Pixels_and_points_are_two_witnesses()
    {
        Assert.InRange(Seen(.20, -4), 0, .2); // Points lie on the lid as on a half open eye.
        Assert.InRange(Seen(.11, 4), Look.Open, 1); // A laugh.
        Assert.InRange(Seen(.14, 0), .4, .55);
        Assert.Equal((0, 1), (Seen(.05, -3), Seen(.25, 3)));
    }

    [Fact]
    public void However_wide_the_points_a_lid_that_is_seen_counts() => Assert.InRange(Seen(.6, -5), 0, .4);

    [Theory]
    [InlineData(.135, .425)]
    [InlineData(.35, 1)]
    public void Eyes_whose_pixels_were_not_looked_at_keep_their_openness(double ear, double expected) =>
        Assert.Equal(expected, Seen(ear, null), 9);

    [Fact]
    public void One_shut_eye_counts_more_than_one_open() => Assert.Equal(.25, Of(.3, farEar: .05).Eyes, 9);

    [Fact]
    public void In_profile_only_the_near_eye_counts()
    {
        Assert.InRange(Of(.3, yaw: 60, farEar: 0).Eyes, Look.Open, 1);
        Assert.Equal(0, Of(0, yaw: 60, farEar: .3).Eyes);
    }

    [Fact]
    public void A_nod_flattens_eyes_that_are_open_all_the_same() => Assert.True(Of(.15, pitch: 30).Eyes > Of(.15).Eyes);

    [Fact]
    public void Smile_is_full_from_the_mark_of_the_pack_on()
    {
        Assert.Equal(.5, Of(happy: .35f).Smile, 6);
        Assert.Equal(1, Of(happy: .7f).Smile, 6);
    }

    private static double SmileOf(float neutral, float happy, double gap, float other = 0)
    {
        var points = new float[196];
        (points[2 * 88], points[2 * 92], points[2 * 90 + 1], points[2 * 94 + 1]) = (0, 100, -(float)gap * 50, (float)gap * 50);
        return Look.Of(new MeasuredFace(1, 1, null, new FaceBox(0, 0, 300, 400), [], points, [neutral, happy, other, 0, 0, 0, 0],
            new FaceMeasures()), Options).SmileCounted;
    }

    [Fact]
    public void A_shut_mouth_is_no_fault_and_a_word_cut_short_is_one()
    {
        Assert.InRange(SmileOf(.95f, .05f, gap: .02), .55, .65);
        Assert.InRange(SmileOf(.95f, .05f, gap: .2), 0, .1);
        Assert.InRange(SmileOf(.1f, .0f, gap: .02, other: .9f), 0, .1); // A grimace.
        Assert.Equal(1, SmileOf(.1f, .9f, gap: .2), 9);
    }

    [Theory]
    [InlineData(null, 0, 0)]
    [InlineData(-3.0, 0, 0)]
    [InlineData(-1.0, 0, Look.Unknown)]
    [InlineData(-1.0, .4, 1)]
    [InlineData(2.0, 0, Look.Unknown)]
    [InlineData(2.0, .4, Look.Unknown)]
    public void Eyes_behind_dark_glass_are_unknown_and_not_shut(double? glasses, double ear, double expected) =>
        Assert.Equal(expected, Look.Of(
            new MeasuredFace(1, 1, null, new FaceBox(0, 0, 300, 400), [], Paper.Landmarks(0, 0), [],
                new FaceMeasures { EyeAspectLeft = ear, EyeAspectRight = ear, DarkGlasses = glasses }), Options).Eyes, 9);

    [Fact]
    public void Straight_head_and_centred_pupils_look_at_the_camera() => Assert.Equal(1, Of().AtCamera, 3);

    [Fact]
    public void Pupils_turned_aside_look_past_the_camera() => Assert.True(Of(pupil: .5).AtCamera < .2);

    [Fact]
    public void Pupils_that_counter_a_turned_head_look_at_the_camera() => Assert.True(Of(yaw: 20, pupil: -.27).AtCamera > .95);

    [Theory]
    [InlineData(38, 92, true)]
    [InlineData(34, 88, false)]
    public void Of_106_points_two_are_pupils(int left, int right, bool counts)
    {
        var points = new float[212];
        (points[2 * 39], points[2 * 93]) = (60, 60);
        foreach (var point in new[] { 34, 38, 88, 92 })
            points[2 * point] = point == left || point == right ? 45 : 30;

        Assert.Equal(counts, Of(points).AtCamera < .2);
    }

    [Fact]
    public void Without_pupils_the_head_alone_says_where_somebody_looks() => Assert.Equal(1, Of(new float[136]).AtCamera, 3);

    [Fact]
    public void A_face_that_was_not_measured_is_neither_good_nor_bad()
    {
        Assert.Equal((Look.Unknown, Look.Unknown, Look.Unknown),
            (Of(ear: 0, measured: false).LeftEye, Of(ear: 0, measured: false).RightEye, Of(measured: false).Smile));
    }
}
