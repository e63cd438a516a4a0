using WeddingStudio.Drawn;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces.Measures;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Faces;

public sealed class ClothesColoursTests
{
    private const int Side = 400;
    private static readonly FaceBox Face = new(160, 60, 240, 160);
    private static readonly (int, int, int) Skin = (224, 180, 150), Red = (170, 30, 40), Blue = (40, 60, 150);

    [Fact]
    public void The_same_clothes_have_much_in_common_and_others_nothing()
    {
        var red = Of(Picture(Red));

        Assert.Equal(1, red.Sum(), 4);
        Assert.InRange(Common(red, Of(Picture(Red))), .999, 1.001);
        Assert.InRange(Common(red, Of(Picture(Blue))), 0, .3);
    }

    [Theory]
    [InlineData(.5, .5, .5)]
    [InlineData(1.15, 1.15, 1.15)]
    [InlineData(1.1, .9, .6)]
    public void Light_changes_skin_and_clothes_alike_and_so_changes_nothing(double red, double green, double blue)
    {
        var lit = Picture(Red, colour => (Light(colour.Item1, red), Light(colour.Item2, green), Light(colour.Item3, blue)));

        Assert.InRange(Common(Of(Picture(Red)), Of(lit)), .85, 1.001);
    }

    [Fact]
    public void A_face_at_the_lower_edge_has_no_clothes()
    {
        Assert.Empty(ClothesColours.Of(Picture(Red), new FaceBox(160, 270, 240, 370), 0, []));
    }

    [Fact]
    public void Where_other_faces_hide_them_there_are_no_clothes_and_what_is_left_of_them_counts()
    {
        var hidden = ClothesColours.Of(Picture(Red), Face, 0, [new FaceBox(0, 165, 400, 400)]);
        var half = ClothesColours.Of(Picture(Red), Face, 0, [new FaceBox(0, 165, 200, 400)]);

        Assert.Empty(hidden);
        Assert.InRange(Common(half, Of(Picture(Red))), .99, 1.001);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void In_a_photo_on_its_side_they_are_beside_the_face(int quarters)
    {
        var turned = Picture(Red).Turned(quarters);
        var box = quarters switch
        {
            1 => new FaceBox(Side - Face.Y2, Face.X1, Side - Face.Y1, Face.X2),
            2 => new FaceBox(Side - Face.X2, Side - Face.Y2, Side - Face.X1, Side - Face.Y1),
            _ => new FaceBox(Face.Y1, Side - Face.X2, Face.Y2, Side - Face.X1),
        };

        Assert.InRange(Common(ClothesColours.Of(turned, box, quarters, []), Of(Picture(Red))), .99, 1.001);
    }

    /// <summary>A dark suit in the shade is a dark suit in the sun, and no white dress.</summary>
    [Fact]
    public async Task On_a_drawn_day_a_persons_clothes_are_more_like_their_own_than_like_others()
    {
        var folder = Directory.CreateTempSubdirectory("clothes-").FullName;
        await DrawnWedding.DrawAsync(new DrawnOptions { Photos = 24, People = 8, Megapixels = 1, Seed = 5 }, folder,
            new Progress<DrawnProgress>(), TestContext.Current.CancellationToken);
        var photos = DrawnFaces(folder).ToList();
        Directory.Delete(folder, recursive: true);

        double[] own = [.. Pairs(photos).Where(p => p.A.Person == p.B.Person).Select(p => Common(p.A.Clothes, p.B.Clothes))];
        double[] others = [.. Pairs(photos).Where(p => p.A.Person != p.B.Person).Select(p => Common(p.A.Clothes, p.B.Clothes))];

        Assert.True(own.Length > 20, $"{own.Length} pairs");
        Assert.InRange(own.Order().ElementAt(own.Length / 2) - others.Order().ElementAt(others.Length / 2), .35, 1);
    }

    private static IEnumerable<(string Photo, int Person, float[] Clothes)> DrawnFaces(string folder)
    {
        foreach (var photo in TruthFile.Read(Path.Combine(folder, TruthFile.FileName)).Photos)
        {
            var raster = PhotoReader.Read(Path.Combine(folder, "photos", photo.PhotoId));
            FaceBox[] boxes = [.. photo.Faces.Select(f => new FaceBox(f.Box[0], f.Box[1], f.Box[2], f.Box[3]))];
            for (var i = 0; i < boxes.Length; i++)
            {
                if (photo.Faces[i].Person is { } person && boxes[i].WidthPx >= 24
                    && ClothesColours.Of(raster, boxes[i], 0, [.. boxes.Where((_, j) => j != i)]) is { Length: > 0 } clothes)
                    yield return (photo.PhotoId, person, clothes);
            }
        }
    }

    private static IEnumerable<((string Photo, int Person, float[] Clothes) A, (string Photo, int Person, float[] Clothes) B)> Pairs(
        List<(string Photo, int Person, float[] Clothes)> faces) =>
        from i in Enumerable.Range(0, faces.Count) from j in Enumerable.Range(0, i) where faces[i].Photo != faces[j].Photo
        select (faces[i], faces[j]);

    private static float[] Of(Raster photo) => ClothesColours.Of(photo, Face, 0, []);

    private static double Common(float[] a, float[] b) => a.Zip(b, Math.Min).Sum();

    /// <summary>A face of skin on grey, over clothes of one colour.</summary>
    private static Raster Picture((int, int, int) clothes, Func<(int, int, int), (int, int, int)>? light = null)
    {
        var rgb = new byte[3 * Side * Side];
        for (var i = 0; i < Side * Side; i++)
        {
            var (x, y) = (i % Side, i / Side);
            var inFace = x >= Face.X1 && x < Face.X2 && y >= Face.Y1 && y < Face.Y2;
            var colour = inFace ? Skin : y >= Face.Y2 ? clothes : (128, 128, 128);
            var (r, g, b) = light is null ? colour : light(colour);
            (rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]) = ((byte)r, (byte)g, (byte)b);
        }

        return new Raster(Side, Side, rgb);
    }

    /// <summary>So much of the light, as a camera would show it.</summary>
    private static int Light(int value, double share) =>
        (int)Math.Clamp(Math.Round(255 * Math.Pow(share * Math.Pow(value / 255.0, 2.2), 1 / 2.2)), 0, 255);
}
