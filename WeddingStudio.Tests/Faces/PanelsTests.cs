using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Faces;

/// <summary>Pictures put together from portraits of LFW, and photos that are one picture.</summary>
public sealed class PanelsTests
{
    private const double OnePersonFrom = .37;

    // Portraits show a face in their middle; who it is is made up.
    private const double FaceFrom = .3, FaceTo = .7;

    public static TheoryData<string> Forms =>
        [.. StripForms.All.Where(form => form.Layout is { Mirror: false, Upon: false }).Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_picture_of_a_strip_or_collage_is_a_panel_of_its_own(string name)
    {
        var form = StripForms.All.Single(form => form.Name == name);
        var composed = form.Layout.Of([.. Portraits().Take(form.Pictures)]);

        var panels = Find(composed,
            [.. Enumerable.Range(0, form.Pictures).Select(i => Face(form.Layout.Panel(i, form.Pictures), person: 0))]);

        var at = Enumerable.Range(0, form.Pictures).Select(i => form.Layout.Panel(i, form.Pictures))
            .Select(panel => Panels.At(panels, panel.CentreX / composed.WidthPx, panel.CentreY / composed.HeightPx));
        Assert.Distinct(at);
        Assert.Equal(8 * form.Pictures, panels.Length);
    }

    [Fact]
    public void Flat_gutters_part_pictures_of_different_people_and_lines_without_a_gutter_do_not()
    {
        Assert.Equal(4 * 8, Find(StripForms.All.Single(form => form.Name == "2x2, white"), people: 4).Length);
        Assert.Empty(Find(StripForms.All.Single(form => form.Name == "2x2, no gutter, grey"), people: 4));
    }

    [Fact]
    public void A_door_frame_between_two_people_is_no_gutter()
    {
        // A lobby lit from the left, a black jamb from top to bottom; a second one is a mullion, on which light falls.
        var photo = Made(600, 400,
            (x, y) => x is >= 295 and < 300 ? 0 : x is >= 560 and < 565 ? y / 6 : 60 + x / 6 + (x * 7 + y * 13) % 17);
        FaceBox left = new(100, 100, 180, 200), right = new(420, 110, 500, 210);

        Assert.Empty(Find(photo, [new(left, Looks(0)), new(right, Looks(1))]));
    }

    [Fact]
    public void A_white_wall_between_two_people_is_no_gutter()
    {
        // Two round heads and shoulders before paper as white as it gets.
        var photo = Made(600, 400, (x, y) => Math.Pow((x - 140) / 90.0, 2) + Math.Pow((y - 300) / 240.0, 2) < 1
            || Math.Pow((x - 460) / 90.0, 2) + Math.Pow((y - 300) / 240.0, 2) < 1 ? 90 + (x + y) % 23 : 254);

        Assert.Empty(Find(photo, [new(new FaceBox(100, 80, 180, 180), Looks(0)), new(new FaceBox(420, 80, 500, 180), Looks(0))]));
    }

    [Fact]
    public void A_line_that_would_cut_through_a_face_parts_nothing()
    {
        var photo = Made(600, 400, (x, y) => y < 150 ? 200 : 40 + (x * 5 + y) % 11);

        Assert.Empty(Find(photo, [new(new FaceBox(100, 80, 180, 220), Looks(0)), new(new FaceBox(400, 90, 480, 230), Looks(0)),
            new(new FaceBox(250, 250, 330, 380), Looks(0))]));
    }

    [Fact]
    public void One_face_or_none_is_not_worth_a_look()
    {
        Assert.Empty(Find(StripForms.All[0], people: 1, faces: 1));
        Assert.Empty(Find(StripForms.All[0], people: 1, faces: 0));
    }

    [Fact]
    public void Of_photos_of_friends_only_what_was_put_together_has_panels()
    {
        var folder = SharedFiles.Require("data/friends");
        using var list = File.OpenText(Path.Combine(folder, "faces.csv"));
        var composed = LabelledFace.Read(list).Where(face => face.Counts).GroupBy(face => face.File).Where(photo =>
        {
            var picture = PhotoReader.Read(Path.Combine(folder, photo.Key));
            return Find(picture, [.. photo.Select((face, i) => new PanelFace(face.Box!.Value, Looks(i)))]).Length > 0;
        }).Select(photo => photo.Key);

        Assert.All(composed, photo => Assert.Contains(photo, new[] { "photos/all (16).jpg", "photos/all (26).jpg" }));
    }

    private static float[] Find(StripForms.Form form, int people, int faces = 4) =>
        Find(form.Layout.Of([.. Portraits().Take(form.Pictures)]),
            [.. Enumerable.Range(0, faces).Select(i => Face(form.Layout.Panel(i, form.Pictures), i % people))]);

    private static float[] Find(Raster photo, IReadOnlyList<PanelFace> faces)
    {
        var small = FrameMeasures.Small(photo);
        return Panels.Find(small, [.. faces.Select(face => face with { Box = face.Box.Scale((double)small.WidthPx / photo.WidthPx) })],
            OnePersonFrom);
    }

    private static PanelFace Face(FaceBox panel, int person) => new(new FaceBox(
        panel.X1 + FaceFrom * panel.WidthPx, panel.Y1 + FaceFrom * panel.HeightPx, panel.X1 + FaceTo * panel.WidthPx,
        panel.Y1 + FaceTo * panel.HeightPx), Looks(person));

    private static float[] Looks(int person) => [.. Enumerable.Range(0, 16).Select(i => i == person ? 1f : 0)];

    private static IEnumerable<Raster> Portraits() => Directory.EnumerateDirectories(SharedFiles.Require("data/lfw/images"))
        .Order(StringComparer.Ordinal).Where((_, i) => i % 300 == 7)
        .Select(person => PhotoReader.Read(Directory.EnumerateFiles(person, "*.jpg").Order(StringComparer.Ordinal).First()));

    private static Raster Made(int widthPx, int heightPx, Func<int, int, int> level) =>
        new(widthPx, heightPx, [.. Enumerable.Range(0, widthPx * heightPx)
            .SelectMany(i => Enumerable.Repeat((byte)Math.Clamp(level(i % widthPx, i / widthPx), 0, 255), 3))]);
}
