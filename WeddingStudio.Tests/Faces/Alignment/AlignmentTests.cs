using FsCheck.Xunit;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Tests.Faces.Alignment;

public sealed class AlignmentTests
{
    [Fact]
    public void A_quarter_turn_with_double_size_and_a_shift_is_found()
    {
        PointPx[] from = [new(0, 0), new(1, 0), new(0, 1)];
        PointPx[] to = [new(5, 7), new(5, 9), new(3, 7)];

        var map = Similarity.Fit(from, to);

        Assert.Equal(0, map.A, 1e-12);
        Assert.Equal(2, map.B, 1e-12);
        Assert.Equal((5.0, 7.0), (Math.Round(map.ShiftX, 12), Math.Round(map.ShiftY, 12)));
        Assert.Equal(2, map.Scale, 1e-12);
    }

    [Property]
    public bool Any_similarity_is_found_from_its_own_points(byte a, byte b, sbyte x, sbyte y)
    {
        var truth = new Similarity(a + .5, b - 128, x, y);
        var template = FaceAlignment.Template.ToArray();

        var found = Similarity.Fit(template, [.. template.Select(truth.Map)]);

        return Math.Abs(found.A - truth.A) < 1e-9 && Math.Abs(found.B - truth.B) < 1e-9
            && truth.Inverse().Map(truth.Map(new(3, 4))).DistanceTo(new(3, 4)) < 1e-9;
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(-56, 0, .5)]
    [InlineData(0, 56, .5)]
    [InlineData(-56, 56, .75)]
    [InlineData(-500, 0, 1)]
    public void What_of_a_face_lies_beyond_the_photo_is_counted(int right, int down, double share) =>
        Assert.Equal(share, FaceAlignment.ShareOutside(FaceAlignment.Template.Map(p => new PointPx(p.X + right, p.Y + down)), 112, 112), 9);

    [Fact]
    public void Points_that_coincide_give_a_black_crop_and_no_error()
    {
        var crop = FaceAlignment.Align(Picture(20, 20, (_, _) => 200), FivePoints.From([.. Enumerable.Repeat(new PointPx(5, 5), 5)]));

        Assert.All(crop.Rgb.ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Sampling_between_four_pixels_weighs_them_by_nearness()
    {
        var picture = Picture(2, 2, (x, y) => 100 * x + 40 * y);

        // Patch pixel (0, 0) lies at (.25, .5): .25 of 100 and half of 40.
        var patch = FaceWarp.Cut(picture, new Similarity(1, 0, -.25, -.5), 1, 1);

        Assert.Equal([45, 45, 45], patch.Rgb.ToArray());
    }

    [Fact]
    public void Beyond_the_edge_is_black_and_the_edge_fades()
    {
        var patch = FaceWarp.Cut(Picture(4, 4, (_, _) => 200), new Similarity(1, 0, 1.5, 0), 4, 1);

        // The patch starts 1.5 px left of the picture.
        Assert.Equal([0, 100, 200, 200], Enumerable.Range(0, 4).Select(x => (int)patch.Pixels.Span[3 * x]));
    }

    [Fact]
    public void A_much_larger_face_is_averaged_before_it_is_sampled()
    {
        // Black and white columns: sampling alone would give all black, all white or a moire, the mean is grey.
        var picture = Picture(800, 800, (x, _) => x % 2 == 0 ? 0 : 255);

        var patch = new SquareCrop(0, 0, 800).Cut(picture, 100);

        Assert.All(patch.Rgb.ToArray(), value => Assert.InRange(value, 126, 129));
    }

    [Fact]
    public void Shrinking_first_does_not_move_the_picture()
    {
        // A ramp says where each pixel came from: patch pixel u lies at photo pixel 3 + 8 u.
        var picture = Picture(255, 64, (x, _) => x);

        var patch = FaceWarp.Cut(picture, new Similarity(1 / 8.0, 0, -3 / 8.0, 0), 20, 4);

        for (var u = 1; u < 20; u++)
            Assert.InRange(patch.Rgb[3 * u], 3 + 8 * u - 1, 3 + 8 * u + 1);
    }

    [Fact]
    public void A_patch_outside_the_photo_is_black()
    {
        Assert.All(new SquareCrop(500, 500, 10).Cut(Picture(20, 20, (_, _) => 200), 8).Rgb.ToArray(), value => Assert.Equal(0, value));
        Assert.All(new SquareCrop(5000, 5000, 900).Cut(Picture(20, 20, (_, _) => 200), 8).Rgb.ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_square_takes_the_longer_side_and_moves_down()
    {
        var square = SquareCrop.Around(new FaceBox(10, 20, 30, 60), scale: 1.5, shiftDown: .1);

        Assert.Equal(new SquareCrop(-10, 16, 60), square);
        Assert.Equal(new PointPx(20, 46), square.ToPhoto(.5, .5));
    }

    [Fact]
    public void The_square_of_a_face_on_its_side_moves_towards_the_chin()
    {
        var square = SquareCrop.Around(new FaceBox(10, 20, 30, 60), scale: 1.5, shiftDown: .1, leanRadians: Math.PI / 2);

        Assert.Equal((-16, 10), (Math.Round(square.LeftPx, 9), Math.Round(square.TopPx, 9)));
    }

    [Fact]
    public void A_leaning_square_stands_the_head_upright()
    {
        // Down in the crop is where the mouth of a head leaning by 30 degrees clockwise is: left below the eyes.
        var points = FivePoints.From([new(-.87, -.5), new(.87, .5), new(-.25, .43), new(-1.37, .37), new(.37, 1.37)]);
        Assert.Equal(30, points.LeanRadians * 180 / Math.PI, 0);

        var square = new SquareCrop(20, 20, 40, LeanRadians: Math.PI / 2);
        var mouth = square.ToPhoto(.5, .9);
        Assert.Equal((24.0, 40.0), (mouth.X, mouth.Y));
        var crop = square.Cut(Picture(80, 80, (x, _) => x < 40 ? 200 : 50), 40);
        Assert.Equal((50, 200), (crop.Row(5)[60], crop.Row(35)[60]));
    }

    private static Raster Picture(int widthPx, int heightPx, Func<int, int, int> grey) => new(widthPx, heightPx,
        [.. Enumerable.Range(0, widthPx * heightPx).SelectMany(i => Enumerable.Repeat((byte)grey(i % widthPx, i / widthPx), 3))]);
}
