using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Measures;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Visits;

namespace WeddingStudio.Tests.Faces;

public sealed class FacePartsTests
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    [Fact]
    public void The_face_id_is_the_hash_of_photo_box_and_ordinal()
    {
        // printf '%s' "$HASH:10,21,30,-1:0" | sha256sum
        Assert.Equal("f6f0b114e3d0f2c4", FaceKey.Of(Hash, new FaceBox(10.49, 20.5, 29.6, -.6), 0));
    }

    [Fact]
    public void Two_faces_with_one_box_have_two_ids_and_others_are_not_moved_by_it()
    {
        FaceBox one = new(1, 2, 3, 4), same = new(1.2, 2.2, 3.2, 4.2), other = new(9, 9, 20, 20);

        var keys = FaceKey.OfAll(Hash, [one, same, other]);

        Assert.Equal([FaceKey.Of(Hash, one, 0), FaceKey.Of(Hash, one, 1), FaceKey.Of(Hash, other, 0)], keys);
        Assert.Equal(3, keys.Distinct().Count());
    }

    [Fact]
    public void Visits_take_every_64th_photo_first_and_each_exactly_once()
    {
        var order = VisitOrder.SpreadOut(Enumerable.Range(0, 300).ToList());

        Assert.Equal([0, 64, 128, 192, 256, 32, 96], order.Take(7));
        Assert.Equal(Enumerable.Range(0, 300), order.Order());
    }

    [Fact]
    public void A_face_crop_has_air_and_stays_inside_the_photo()
    {
        var inside = FaceCrop.SquareWithin(new FaceBox(100, 100, 150, 200), 1000, 800);
        Assert.Equal((140, 55, 80), (inside.SidePx, inside.LeftPx, inside.TopPx));

        var corner = FaceCrop.SquareWithin(new FaceBox(0, 0, 50, 100), 1000, 800);
        Assert.Equal((0, 0, 140), (corner.LeftPx, corner.TopPx, corner.SidePx));

        var huge = FaceCrop.SquareWithin(new FaceBox(0, 0, 900, 800), 1000, 800);
        Assert.Equal((50, 0, 800), (huge.LeftPx, huge.TopPx, huge.SidePx));
    }

    [Fact]
    public void Flat_crops_have_no_sharpness_and_stripes_have()
    {
        var (flat, luma, clipped) = FaceMeasurer.Measure(Crop((_, _) => 51));
        Assert.Equal((0, .2, 0), (Math.Round(flat, 6), Math.Round(luma, 6), clipped));

        // Columns 0 and 100: the Laplacian is +200 and -200 in turn, its variance 40,000.
        Assert.Equal(40_000, FaceMeasurer.Measure(Crop((x, _) => 100 * (x % 2))).Sharpness, 1.0);
    }

    [Fact]
    public void Clipping_is_counted_on_the_inner_face_alone()
    {
        Assert.Equal(.5, FaceMeasurer.Measure(Crop((x, _) => x < 56 ? 255 : 128)).Clipped, 1e-9);
        Assert.Equal(0, FaceMeasurer.Measure(Crop((_, y) => y < 30 ? 0 : 128)).Clipped);
    }

    [Fact]
    public void Small_blurred_and_turned_faces_are_worth_less()
    {
        var box = new FaceBox(0, 0, 100, 120);
        var measures = new FaceMeasures { Sharpness = 1000 };
        var best = FaceQuality.Of(box, 1, measures);

        Assert.Equal(1, best, 1e-9);
        Assert.InRange(FaceQuality.Of(box.Scale(.2), 1, measures), .1, best - .1);
        Assert.InRange(FaceQuality.Of(box, 1, measures with { Sharpness = 5 }), .1, best - .1);
        Assert.InRange(FaceQuality.Of(box, 1, measures with { YawDegrees = -70 }), .1, best - .1);
        Assert.Equal(0, FaceQuality.Of(box, 1, measures with { YawDegrees = 95 }), 1e-9);
    }

    private static Raster Crop(Func<int, int, int> grey) => new(112, 112,
        [.. Enumerable.Range(0, 112 * 112).SelectMany(i => Enumerable.Repeat((byte)grey(i % 112, i / 112), 3))]);
}
