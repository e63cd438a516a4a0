using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Moments.Shots;

namespace WeddingStudio.Tests.Moments.Shots;

public sealed class VersionsTests
{
    private static readonly Camera R6 = new() { WeddingId = TestWedding.Id, Make = "Canon", Model = "Canon EOS R6", Serial = "1" };
    private static readonly DateTime At = Paper.Noon.AddSeconds(.37);
    private int _ids;

    private VersionPhoto Photo(string path, DateTime? at, long hash = 0, int width = 3000, int height = 2000, Camera? camera = null) =>
        new(++_ids, path, width, height, at, camera ?? R6, hash, [1, 2, 3]);

    /// <summary>
    /// Faces of people 1, 2, 3 side by side in a frame 3000 px wide, seen through a window that starts
    /// at <paramref name="left"/>; the second moves.
    /// </summary>
    private static VersionFace[] Faces(double scale = 1, double left = 0, double motion = 0) => [.. Enumerable.Range(1, 3).Select(person =>
    {
        var x = (500.0 * person - left + (person == 2 ? motion : 0)) * scale;
        float[] points = [.. new double[] { x + 90 * scale, 150 * scale, x + 210 * scale, 150 * scale, x + 150 * scale, 230 * scale,
            x + 100 * scale, 310 * scale, x + 200 * scale, 310 * scale }.Select(v => (float)v)];
        return new VersionFace(new FaceBox(x, 0, x + 300 * scale, 400 * scale), points, Paper.Direction(person), []);
    })];

    private static IReadOnlyDictionary<int, int> Find(params (VersionPhoto Photo, VersionFace[] Faces)[] photos)
    {
        var faces = photos.SelectMany(p => p.Faces.Select(f => (p.Photo.Id, Face: f))).ToLookup(p => p.Id, p => p.Face);
        return Versions.Find(Versions.Candidates([.. photos.Select(p => p.Photo)]), faces);
    }

    [Fact]
    public void Raw_and_jpeg_a_small_copy_and_a_grey_one_are_one_shot_and_the_edited_one_is_shown()
    {
        var raw = Photo("IMG_1234.CR2", At, width: 6000, height: 4000);
        var jpeg = Photo("IMG_1234.jpg", At);
        var edit = Photo("edited/IMG_1234-edit.jpg", At, hash: 0b111);
        var grey = Photo("IMG_1234-bw.jpg", At);
        var small = Photo("web/IMG_1234.jpg", null, width: 600, height: 400);

        var shown = Find((raw, Faces(2)), (jpeg, Faces()), (edit, Faces()), (grey, Faces()), (small, Faces(.2)));

        Assert.Equal([1, 2, 3, 4, 5], shown.Keys.Order());
        Assert.All(shown.Values, id => Assert.Equal(edit.Id, id));
    }

    [Fact]
    public void Of_equal_versions_the_largest_in_colour_that_opens_everywhere_is_shown_and_never_the_raw()
    {
        var raw = Photo("a1.nef", At, width: 6000, height: 4000);
        var tiff = Photo("a1.tif", At);
        var jpeg = Photo("a1.jpg", At);
        var grey = Photo("a1-bw.jpg", At, width: 4000, height: 3000);

        Assert.Equal(jpeg.Id, ShownVersion.Of([raw, grey, tiff, jpeg]).Id);
    }

    [Theory, InlineData(.1), InlineData(.3), InlineData(1)]
    public void Frames_of_a_burst_are_shots_of_their_own_however_alike(double seconds)
    {
        Assert.Empty(Find((Photo("IMG_1.jpg", At), Faces()), (Photo("IMG_2.jpg", At.AddSeconds(seconds)), Faces(motion: 5))));
    }

    [Fact]
    public void Frames_of_one_second_without_parts_of_it_are_shots_of_their_own()
    {
        var at = Paper.Noon;

        Assert.Empty(Find((Photo("IMG_1.jpg", at), Faces()), (Photo("IMG_1-2.jpg", at), Faces(motion: 30)),
            (Photo("IMG_1 (2).jpg", at), Faces(motion: -30))));
    }

    [Fact]
    public void A_crop_that_lost_its_name_and_time_is_told_by_its_faces()
    {
        var shot = Photo("IMG_1.jpg", At);
        var crop = Photo("whatsapp.jpg", null, hash: -1, width: 900, height: 900);

        Assert.Equal([shot.Id], Find((shot, Faces()), (crop, Faces(.5, left: 300))).Values.Distinct());
        Assert.Empty(Find((shot, Faces()), (crop, Faces(.5, left: 300, motion: 40))));
    }

    /// <summary>One face of the frame; around it what the seed draws, less light in a copy, and nothing beyond the first rows.</summary>
    private static VersionFace[] Portrait(int around, double scale = 1, double left = 0, int from = 0)
    {
        var random = new Random(around);
        var surround = Enumerable.Range(0, 576).Select(_ => (byte)random.Next(1, 200)).ToArray();
        return [Faces(scale, left)[0] with { Surround = [.. surround.Select((value, i) => i < from ? (byte)0 : (byte)(value * .8 + 10))] }];
    }

    [Fact]
    public void A_crop_of_a_portrait_that_lost_its_name_and_time_is_told_by_what_is_around_the_face()
    {
        var shot = Photo("IMG_1.jpg", At);
        var crop = Photo("whatsapp.jpg", null, hash: -1, width: 900, height: 900);
        bool IsVersion(VersionPhoto photo, VersionFace[] faces) => Versions.Find(
            Versions.Candidates([shot, photo], (shot.Id, photo.Id)), new[] { (shot.Id, Portrait(1)), (photo.Id, faces) }
                .SelectMany(p => p.Item2.Select(f => (p.Id, f))).ToLookup(p => p.Id, p => p.f)).Count == 2;

        Assert.True(IsVersion(crop, Portrait(1, .5, left: 300, from: 200)));
        Assert.False(IsVersion(crop, Portrait(2, .5, left: 300, from: 200)));
        Assert.False(IsVersion(crop, Portrait(1, .5, left: 300, from: 570))); // A few pixels say nothing.
        Assert.False(IsVersion(crop, [Portrait(1, .5, left: 300)[0] with { Surround = [] }])); // Read before it was kept.
        Assert.False(IsVersion(Photo("still.jpg", null, hash: -1), Portrait(1, left: 2))); // A frame that holds still has the frame's size.
    }

    [Fact]
    public void Crops_are_looked_for_where_somebody_is_seen_just_as_in_a_photo_of_another_size()
    {
        VersionPhoto[] photos = [Photo("a.jpg", At), Photo("b.jpg", null, width: 800), Photo("c.jpg", null),
            Photo("d.jpg", At, width: 900)];
        var faces = photos.Select(p => (p.Id, Paper.Direction(p.Path == "d.jpg" ? 2 : 1))).ToLookup(_ => 7, p => p);

        Assert.Equal([(2, 1), (2, 3)], AlikeFaces.Pairs(photos, faces));
    }

    [Fact]
    public void Edited_frames_of_one_pose_without_a_time_are_a_series_and_other_poses_are_not()
    {
        var (first, edited, other) = (Photo("a.jpg", null), Photo("b.jpg", null, hash: -1, width: 900), Photo("c.jpg", null, hash: -1));
        var faces = new[] { (first.Id, Faces()), (edited.Id, Faces(.5, left: 300, motion: 24)), (other.Id, Faces(motion: 200)) }
            .SelectMany(p => p.Item2.Select(face => (p.Id, face))).ToLookup(p => p.Id, p => p.face);
        var candidates = Versions.Candidates([first, edited, other]);

        Assert.Empty(Versions.Find(candidates, faces));
        Assert.Equal([(first.Id, first.Id), (edited.Id, first.Id)], StillPoses.Add(candidates, faces, new Dictionary<int, int>())
            .Select(p => (p.Key, p.Value)));
        Assert.Equal(77, StillPoses.Add(candidates, faces, new Dictionary<int, int> { [edited.Id] = 77 })[first.Id]);
    }

    [Fact]
    public void A_copy_like_two_frames_of_a_burst_joins_one_of_them_and_does_not_make_them_one()
    {
        var (first, second) = (Photo("IMG_1.jpg", At), Photo("IMG_2.jpg", At.AddSeconds(.2)));
        var copy = Photo("sent.jpg", null, width: 1500, height: 1000);

        var shown = Find((first, Faces()), (second, Faces(motion: 1)), (copy, Faces(.5)));

        Assert.Equal([first.Id, copy.Id], shown.Keys.Order());
    }

    [Fact]
    public void Still_frames_that_lost_their_times_are_shots_of_their_own_but_the_same_picture_is_one()
    {
        Assert.Empty(Find((Photo("a.jpg", null), Faces()), (Photo("b.jpg", null), Faces(motion: 7))));
        Assert.Equal(2, Find((Photo("a.jpg", null), Faces()), (Photo("b.jpg", null), Faces(motion: 1))).Count);
    }

    [Fact]
    public void The_same_number_on_another_day_is_another_shot() =>
        Assert.Empty(Find((Photo("card1/IMG_1.jpg", At), Faces()), (Photo("card2/IMG_1.jpg", At.AddDays(1.3)), Faces())));

    [Fact]
    public void Two_bodies_of_one_kind_at_the_same_hundredth_are_two_shots() =>
        Assert.Empty(Find((Photo("a1.jpg", At), Faces()), (Photo("b7.jpg", At,
            camera: new Camera { WeddingId = TestWedding.Id, Make = "Canon", Model = "Canon EOS R6", Serial = "2" }), Faces())));

    [Theory]
    [InlineData("IMG_1234.CR2", "img_1234", false, false)]
    [InlineData("x/IMG_1234-Edit-bw.jpg", "img_1234", true, true)]
    [InlineData("IMG_E1234.HEIC", "img_1234", true, false)]
    [InlineData("DSC_0001 copy.jpg", "dsc_0001", false, false)]
    [InlineData("DSC_0001-2.jpg", "dsc_0001-2", false, false)]
    [InlineData("-edit.jpg", "-edit", false, false)]
    public void Names_tell_the_shot(string path, string stem, bool edited, bool grey)
    {
        Assert.Equal(new ShotName(stem, edited, grey), ShotName.Of(path));
    }
}
