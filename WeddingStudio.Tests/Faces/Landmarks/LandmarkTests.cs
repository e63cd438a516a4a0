using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Faces.Landmarks;

namespace WeddingStudio.Tests.Faces.Landmarks;

public sealed class LandmarkTests
{
    [Fact]
    public void The_eye_aspect_is_lid_distance_over_eye_width()
    {
        var points = new PointPx[98];
        Eye(points.AsSpan(60, 8), openPx: 3);
        Eye(points.AsSpan(68, 8), openPx: 0);

        var (left, right) = EyeAspect.Of(points);

        // Lids 3, 3 and 3 px apart on an eye 12 px wide.
        Assert.Equal((.25, 0), (left, right));
    }

    [Theory]
    [InlineData(68, new[] { 36, 37, 38, 39, 40, 41 })]
    [InlineData(106, new[] { 35, 41, 40, 42, 39, 37, 33, 36 })]
    public void Other_sets_have_their_eyes_elsewhere(int count, int[] outline)
    {
        var points = new PointPx[count];
        for (var i = 0; i < outline.Length; i++)
            points[outline[i]] = new(6 - 6 * Math.Cos(2 * Math.PI * i / outline.Length),
                i * 2 == outline.Length || i == 0 ? 0 : i * 2 < outline.Length ? -1.5 : 1.5);

        // Lids 3 px apart on an eye 12 px wide; the other eye's points all lie in one place.
        Assert.Equal((.25, 0), EyeAspect.Of(points));
    }

    [Fact]
    public void An_eye_without_width_counts_as_closed() => Assert.Equal((0, 0), EyeAspect.Of(new PointPx[98]));

    [Fact]
    public void Five_points_are_compared_with_their_places_among_the_98()
    {
        var points = new PointPx[103];
        Eye(points.AsSpan(60, 8), openPx: 2);
        (points[98], points[100]) = (new(6, 0), new(3, 4));

        // The left eye's point in its middle, the nose's five pixels off, the other three where theirs are.
        Assert.Equal(1, LandmarkReader.Apart(points), 9);
    }

    [Fact]
    public void The_expression_box_is_a_fifth_larger_than_the_points()
    {
        var box = ExpressionReader.BoxAround([new(0, 10), new(100, 60)], .2);

        Assert.Equal(new FaceBox(-10, 5, 110, 65), box);
    }

    [Fact]
    public void The_template_looks_almost_straight_ahead()
    {
        var pose = HeadPose.From(FaceAlignment.Template);

        Assert.InRange(pose.YawDegrees, -3, 3);
        Assert.InRange(pose.PitchDegrees, -10, 10);
        Assert.InRange(pose.RollDegrees, -1, 1);
    }

    [Theory]
    [InlineData(30, 0, 0)]
    [InlineData(-50, 10, 0)]
    [InlineData(0, 25, 0)]
    [InlineData(0, -20, 15)]
    [InlineData(0, 0, -40)]
    public void A_turned_head_is_read_back(double yaw, double pitch, double roll)
    {
        var pose = HeadPose.From(Turned(yaw, pitch, roll));

        Assert.Equal(yaw, pose.YawDegrees, 1);
        Assert.Equal(pitch - HeadPose.StraightAheadDegrees, pose.PitchDegrees, 1);
        Assert.Equal(roll, pose.RollDegrees, 1);
    }

    [Fact]
    public void A_mirrored_face_looks_the_other_way()
    {
        var face = new FivePoints(new(100, 100), new(150, 110), new(140, 135), new(105, 160), new(145, 165));

        var (pose, mirrored) = (HeadPose.From(face), HeadPose.From(Mirror(face)));

        Assert.True(pose.YawDegrees > 5);
        Assert.Equal(-pose.YawDegrees, mirrored.YawDegrees, 1e-9);
        Assert.Equal(pose.PitchDegrees, mirrored.PitchDegrees, 1e-9);
        Assert.Equal(-pose.RollDegrees, mirrored.RollDegrees, 1e-9);
    }

    [Fact]
    public void Points_that_coincide_have_no_pose() => Assert.Equal(default, HeadPose.From(default));

    private static void Eye(Span<PointPx> eye, double openPx)
    {
        PointPx[] around = [new(0, 0), new(3, -openPx / 2), new(6, -openPx / 2), new(9, -openPx / 2), new(12, 0), new(9, openPx / 2),
            new(6, openPx / 2), new(3, openPx / 2)];
        around.CopyTo(eye);
    }

    private static FivePoints Mirror(FivePoints face)
    {
        var flipped = face.Map(p => new PointPx(300 - p.X, p.Y));
        return new(flipped.RightEye, flipped.LeftEye, flipped.Nose, flipped.RightMouth, flipped.LeftMouth);
    }

    // Roll in the face's plane, then pitch about the horizontal axis, then yaw about the vertical axis, seen from afar.
    private static FivePoints Turned(double yaw, double pitch, double roll)
    {
        return FivePoints.From([.. HeadPose.Shape.Select(Project)]);

        PointPx Project((double X, double Y, double Z) p)
        {
            var (sy, cy) = Math.SinCos(yaw * Math.PI / 180);
            var (sp, cp) = Math.SinCos(pitch * Math.PI / 180);
            var (sr, cr) = Math.SinCos(roll * Math.PI / 180);
            var (x, y, z) = (cr * p.X - sr * p.Y, sr * p.X + cr * p.Y, p.Z);
            (y, z) = (cp * y - sp * z, sp * y + cp * z);
            (x, _) = (cy * x - sy * z, sy * x + cy * z);
            return new(200 + 10 * x, 150 + 10 * y);
        }
    }
}
