using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Faces.Measures;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Tests.Faces;

public sealed class FaceDetailTests
{
    /// <summary>
    /// A photo of waves some 13 px of the template long, with a face of the template's points so many times as large in the middle.
    /// </summary>
    private static (Raster Photo, FivePoints Points) Face(int longSide, double scale, byte red = 0)
    {
        var rgb = new byte[longSide * (longSide * 2 / 3) * 3];
        for (var i = 0; i < rgb.Length / 3; i++)
        {
            var (x, y) = (i % longSide, i / longSide);
            var value = (byte)(128 + 60 * Math.Sin(x / scale * .5) * Math.Sin(y / scale * .45));
            (rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]) = (red > 0 ? red : value, value, value);
        }

        var (left, top) = (longSide / 2 - 56 * scale, longSide / 3 - 56 * scale);
        return (new Raster(longSide, longSide * 2 / 3, rgb),
            FaceAlignment.Template.Map(p => new PointPx(left + p.X * scale, top + p.Y * scale)));
    }

    private static FaceDetail Of((Raster Photo, FivePoints Points) face) => FaceDetail.Of(face.Photo, face.Points);

    [Theory]
    [InlineData(3000, 6000)] // 6 and 24 megapixels
    [InlineData(2048, 4096)]
    public void Megapixels_do_not_decide_how_sharp_a_face_is(int fewer, int more)
    {
        foreach (var share in new[] { .0002, .0005, .001 }) // 45, 112 and 224 px in a photo of 2048
        {
            var (few, many) = (Of(Face(fewer, fewer * share)).Detail, Of(Face(more, more * share)).Detail);
            Assert.InRange(many / few, .85, 1.18);
        }
    }

    [Fact]
    public void What_one_channel_burns_is_burnt() => Assert.Equal((0, 1), (Of(Face(600, 2)).Burnt, Of(Face(600, 2, red: 255)).Burnt));

    [Fact]
    public void Grey_has_no_colour() => Assert.InRange(Of(Face(600, 2)).Colour, 0, .01);

    [Fact]
    public void Points_that_coincide_are_measured_as_nothing() =>
        Assert.Equal(0, FaceDetail.Of(Face(600, 2).Photo, FaceAlignment.Template.Map(_ => new PointPx(5, 5))).Detail);
}
