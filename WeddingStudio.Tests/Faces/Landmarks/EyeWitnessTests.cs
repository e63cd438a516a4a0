using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Landmarks;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Tests.Faces.Landmarks;

/// <summary>Two eyes in a flat face, drawn by their parts: lid's fold, white, iris; or a lid with the line of its lashes.</summary>
public sealed class EyeWitnessTests
{
    private static readonly (byte, byte, byte) Fair = (222, 184, 160), Dark = (84, 56, 44), Brown = (60, 38, 26), Blue = (96, 130, 170);

    private const int Side = 240;

    private static (Raster Photo, PointPx[] Points) Face(
        (byte R, byte G, byte B) skin, (byte R, byte G, byte B) iris, bool open, double eyePx = 48, double height = .2)
    {
        var rgb = new byte[Side * Side * 3];
        var points = new PointPx[98];
        for (var e = 0; e < 2; e++)
        {
            var centre = new PointPx(Side / 2.0 + (e == 0 ? -1 : 1) * eyePx, Side / 2.0);
            for (var i = 0; i < 8; i++)
                points[60 + 8 * e + i] = new PointPx(centre.X - eyePx / 2 * Math.Cos(i * Math.PI / 4),
                    centre.Y - .12 * eyePx * Math.Sin(i * Math.PI / 4));
        }

        for (var i = 0; i < Side * Side; i++)
        {
            var (x, y) = (i % Side - Side / 2.0, i / Side - Side / 2.0);
            var (u, v) = ((Math.Abs(x) - eyePx) / eyePx, y / eyePx);
            var (r, g, b) = open ? Open(skin, iris, u, v, height) : Shut(skin, u, v);
            (rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]) = (r, g, b);
        }

        return (new Raster(Side, Side, rgb), points);
    }

    /// <summary>u and v in eye widths from the eye's middle.</summary>
    private static (byte, byte, byte) Open((byte, byte, byte) skin, (byte, byte, byte) iris, double u, double v, double height)
    {
        var arch = Math.Max(0, 1 - 4 * u * u);
        var (top, bottom) = (-height * arch, .7 * height * arch);
        return arch == 0 || v < top - .05 || v > bottom ? skin
            : v < top + .03 ? ((byte)30, (byte)22, (byte)20)
            : u * u + v * v > .17 * .17 ? ((byte)215, (byte)205, (byte)200)
            : u * u + v * v < .07 * .07 ? ((byte)15, (byte)12, (byte)12) : iris;
    }

    private static (byte, byte, byte) Shut((byte R, byte G, byte B) skin, double u, double v)
    {
        var lash = 1 - .65 * Math.Exp(-.5 * Math.Pow((v - .14 * (1 - 4 * u * u)) / .04, 2)) * (Math.Abs(u) < .5 ? 1 : 0);
        return ((byte)(lash * skin.R), (byte)(lash * skin.G), (byte)(lash * skin.B));
    }

    private static (double Left, double Right) Of((Raster Photo, PointPx[] Points) face)
    {
        var (left, right) = EyeStateClassifier.Of(face.Photo, face.Points);
        return (left!.Value, right!.Value);
    }

    public static TheoryData<bool, bool, double> Faces => new()
    {
        { false, false, 48 }, { false, true, 48 }, { true, false, 48 }, { false, false, 20 }, { true, false, 20 },
    };

    [Theory]
    [MemberData(nameof(Faces))]
    public void An_iris_is_seen_and_a_line_of_lashes_is_none(bool darkSkin, bool blue, double eyePx)
    {
        var (skin, iris) = (darkSkin ? Dark : Fair, blue ? Blue : Brown);
        Assert.InRange(Of(Face(skin, iris, open: true, eyePx)).Left, 1, 30);
        Assert.InRange(Of(Face(skin, iris, open: false, eyePx)).Left, -30, -1);
    }

    [Fact]
    public void Eyes_narrow_from_laughing_are_open() => Assert.InRange(Of(Face(Fair, Brown, open: true, height: .11)).Left, 0, 30);

    [Fact]
    public void Both_eyes_are_seen_alike()
    {
        var (left, right) = Of(Face(Fair, Brown, open: true));
        Assert.Equal(left, right, .3);
    }

    [Fact]
    public void Light_does_not_decide()
    {
        var (photo, points) = Face(Fair, Brown, open: false);
        var shade = new Raster(Side, Side, [.. photo.Rgb.ToArray().Select(v => (byte)(v / 3))]);
        Assert.InRange(Of((shade, points)).Left, -30, -1);
    }

    [Fact]
    public void Behind_glass_that_hides_it_no_eye_is_shut()
    {
        var (photo, points) = Face(Fair, Brown, open: true);
        Assert.InRange(Of((new Raster(Side, Side, [.. photo.Rgb.ToArray().Select(_ => (byte)25)]), points)).Left, 0, 30);
    }

    [Fact]
    public void Of_an_eye_of_few_pixels_nothing_is_said() => Assert.Equal((null, null),
        EyeStateClassifier.Of(Face(Fair, Brown, open: true, 11).Photo, Face(Fair, Brown, open: true, 11).Points));

    [Fact]
    public void Points_that_coincide_say_nothing() => Assert.Equal((null, null),
        EyeStateClassifier.Of(Face(Fair, Brown, open: true).Photo, [.. Enumerable.Repeat(new PointPx(9, 9), 98)]));

    [Fact]
    public void An_eye_at_the_edge_of_the_photo_is_measured() =>
        Assert.NotNull(EyeStateClassifier.Of(Face(Fair, Brown, open: true).Photo,
            [.. Face(Fair, Brown, open: true).Points.Select(p => new PointPx(p.X - 90, p.Y - 130))]).Left);
}
