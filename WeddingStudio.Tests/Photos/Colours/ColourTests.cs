using NetVips;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Photos.Colours;

/// <summary>
/// Whatever a file's depth, colours, profile and container: what is shown is what LittleCMS says, within two steps of 255; within three
/// where a profile is a table, which colour engines read by tables of their own (of 33 points a side) and the calculator does not.
/// </summary>
public sealed partial class ColourTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("colours-").FullName;

    public static MatrixTheoryData<string, string> WideGamuts => new(
        ["adobe", "prophoto", "p3", "rec2020", "linear", "table", "srgb"],
        ["8.png", "16.png", "8.tif", "16.tif", "32f.tif", "8.webp", "8.avif", "10.avif", "12.avif", "8.jpg", "8.jxl", "8.heic"]);

    private const double ByTable = 3;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_picture_in_8_and_16_bits_with_a_wide_profile_is_the_same()
    {
        var folder = SharedFiles.Require("data/cases/icc-16bit");

        var (eight, sixteen) = (PhotoReader.Read(Path.Combine(folder, "wide8.png")), PhotoReader.Read(Path.Combine(folder, "wide16.tif")));

        Assert.Equal(eight.Rgb.Length, sixteen.Rgb.Length);
        for (var i = 0; i < eight.Rgb.Length; i++)
            Assert.InRange(sixteen.Rgb[i] - eight.Rgb[i], -2, 2);
    }

    [Theory]
    [MemberData(nameof(WideGamuts))]
    public void A_profile_is_followed_in_every_container_and_depth(string profile, string name)
    {
        var icc = TestProfiles.Of(profile);
        var path = Save(name, Patches.Rgb, icc);

        var right = LittleCms.ToSrgb(icc, [.. Kept(path, Patches.Rgb)]);
        Patches.AssertShown(right, path, profile == "table" ? ByTable : 2);
        if (profile != "srgb")
            Assert.True(Patches.Farthest(right, [.. Kept(path, Patches.Rgb)]) > 20, "A profile that is forgotten would not be noticed.");
    }

    [Theory]
    [InlineData("8.png")]
    [InlineData("16.png")]
    [InlineData("8.tif")]
    [InlineData("16.tif")]
    [InlineData("32f.tif")]
    [InlineData("8.jpg")]
    [InlineData("8.jxl")]
    [InlineData("8.avif")]
    [InlineData("8.heic")]
    public void A_grey_picture_follows_its_profile(string name)
    {
        var icc = TestProfiles.Of("grey");
        var path = Save(name, Patches.Greys, icc);

        var right = LittleCms.ToSrgb(icc, [.. Kept(path, Patches.Greys)]);
        Patches.AssertShown(right, path);
        Assert.True(Patches.Farthest(right, [.. Kept(path, Patches.Greys)]) > 10, "A profile that is forgotten would not be noticed.");
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void A_grey_picture_with_a_profile_of_colours_follows_that(int bits)
    {
        var icc = TestProfiles.Of("prophoto");
        var white = (1 << bits) - 1;
        var stored = Patches.Stored(Patches.Greys, white);
        var path = Write("a.tif", TestTiffs.Make(stored, bits, TestTiffs.Grey, false, TestTiffs.Profile(icc)));

        Patches.AssertShown(LittleCms.ToSrgb(icc, [.. stored.Select(v => v[0] * 255 / white).Select(v => new[] { v, v, v })]), path);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(4, false)]
    [InlineData(8, false)]
    [InlineData(16, false)]
    [InlineData(32, false)]
    [InlineData(16, true)]
    [InlineData(32, true)]
    [InlineData(64, true)]
    public void Grey_of_any_depth_follows_its_profile(int bits, bool isFloat)
    {
        var icc = TestProfiles.Of("grey");
        var white = isFloat ? 1 : bits == 32 ? uint.MaxValue : (1L << bits) - 1;
        var stored = Patches.Greys.Select(g => new[] { isFloat ? g[0] : Math.Round(g[0] * white) }).ToList();
        var path = Write("a.tif", TestTiffs.Make(stored, bits, TestTiffs.Grey, isFloat, TestTiffs.Profile(icc)));

        Patches.AssertShown(LittleCms.ToSrgb(icc, [.. stored.Select(v => new[] { v[0] * 255 / white })]), path);
    }

    /// <summary>Such depths come through a decoder that works in 8 bits, so that the darkest wide colours are a little coarser.</summary>
    [Theory]
    [InlineData(10, false)]
    [InlineData(12, false)]
    [InlineData(14, false)]
    [InlineData(64, true)]
    public void Odd_depths_follow_their_profile(int bits, bool isFloat)
    {
        var icc = TestProfiles.Of("adobe");
        var white = isFloat ? 1 : (1L << bits) - 1;
        var stored = Patches.Rgb.Select(v => v.Select(x => isFloat ? x : Math.Round(x * white)).ToArray()).ToList();
        var path = Write("a.tif", TestTiffs.Make(stored, bits, TestTiffs.Rgb, isFloat, TestTiffs.Profile(icc)));

        Patches.AssertShown(LittleCms.ToSrgb(icc, [.. stored.Select(v => v.Select(x => x * 255 / white).ToArray())]), path, tolerance: 4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void A_palette_follows_its_profile(int bits)
    {
        var icc = TestProfiles.Of("p3");
        var colours = Patches.Rgb.Skip(6).Take(1 << bits).ToList();
        var stored = Enumerable.Range(0, Patches.Rgb.Count).Select(i => new[] { (double)(i % colours.Count) }).ToList();
        var table = TestTiffs.Shorts([.. Enumerable.Range(0, 3).SelectMany(band => Enumerable.Range(0, 1 << bits)
            .Select(i => (int)Math.Round(65535 * (i < colours.Count ? colours[i][band] : 0))))]);
        var path = Write("a.tif", TestTiffs.Make(stored, bits, TestTiffs.Palette, false, (320, 3, table), TestTiffs.Profile(icc)));

        Patches.AssertShown(LittleCms.ToSrgb(icc, [.. stored.Select(v => colours[(int)v[0]].Select(x => x * 255).ToArray())]), path);
    }

    [Theory]
    [InlineData("8.tif")]
    [InlineData("16.tif")]
    [InlineData("32f.tif")]
    [InlineData("8.jpg")]
    public void Inks_follow_their_profile_and_without_one_take_their_share_of_light(string name)
    {
        var icc = TestProfiles.Of("inks");
        var (with, without) = (Save(name, Patches.Inks, icc), Save("plain-" + name, Patches.Inks, null));
        var stored = (name.EndsWith(".jpg") ? InJpeg(with) : Patches.Inks.Select(v => v.Select(x => x * 255).ToArray())).ToList();

        Patches.AssertShown(LittleCms.ToSrgb(icc, [.. stored.Select(v => v.Select(x => x / 2.55).ToArray())]), with, ByTable);
        Patches.AssertShown([.. stored.Select(v => v.Take(3).Select(ink => (255 - ink) * (255 - v[3]) / 255).ToArray())], without);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Lab_is_seen_as_profiles_see_it(int bits)
    {
        var stored = Patches.Lab.Select(v => new[] { Math.Round(v[0] * ((1 << bits) - 1) / 100), Math.Round(v[1] * (1 << (bits - 8))),
            Math.Round(v[2] * (1 << (bits - 8))) }).ToList();
        var path = Write("a.tif", TestTiffs.Make(stored, bits, TestTiffs.Lab));

        Patches.AssertShown(LittleCms.ToSrgb("*Lab",
            [.. stored.Select(v => new[] { v[0] * 100 / ((1 << bits) - 1), v[1] / (1 << (bits - 8)), v[2] / (1 << (bits - 8)) })]),
            path, tolerance: bits == 8 ? 2.6 : 2);
    }

    [Theory]
    [InlineData("8.png")]
    [InlineData("16.png")]
    [InlineData("8.tif")]
    [InlineData("16.tif")]
    [InlineData("8.webp")]
    [InlineData("8.jxl")]
    public void Transparent_parts_of_a_wide_picture_lie_on_white(string name)
    {
        var icc = TestProfiles.Of("adobe");
        var path = Save(name, [.. Patches.Rgb.Select(v => new[] { v[0], v[1], v[2], .6 })], icc);
        var opaque = LittleCms.ToSrgb(icc, [.. Patches.Rgb.Select(v => v.Select(x => x * 255).ToArray())]);

        Patches.AssertShown([.. opaque.Select(v => v.Select(x => x * .6 + 255 * .4).ToArray())], path);
    }

    [Fact]
    public void A_jpeg_xl_with_losses_keeps_its_wide_colours()
    {
        var icc = TestProfiles.Of("p3");
        using var image = Patches.Image(Patches.Rgb, 255, Enums.BandFormat.Uchar, Enums.Interpretation.Srgb, icc);
        var path = Write("a.jxl", InJxl(image, quality: 95));

        Patches.AssertShown(LittleCms.ToSrgb(icc, [.. Patches.Rgb.Select(v => v.Select(x => x * 255).ToArray())]), path, tolerance: 8);
    }

    [Theory]
    [InlineData(9)] // ICC Lab
    [InlineData(32845)] // LogLuv
    [InlineData(32803)] // the mosaic of a sensor
    public void A_meaning_nobody_reads_is_a_problem_rather_than_wrong_colours(int meaning)
    {
        var path = Write("a.tif", TestTiffs.Make([.. Patches.Rgb.Select(v => v.Select(x => x * 255).ToArray())], 8, meaning));

        Assert.StartsWith("is damaged, or of a kind", Assert.Throws<PhotoProblemException>(() => PhotoReader.Read(path)).Message);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(24)]
    public void A_depth_nobody_reads_is_a_problem_rather_than_black(int bits)
    {
        var path = Write("a.tif",
            TestTiffs.Make([.. Patches.Rgb.Select(v => v.Select(x => Math.Round(x * ((1 << bits) - 1))).ToArray())], bits, TestTiffs.Rgb));

        Assert.StartsWith("is damaged, or of a kind", Assert.Throws<PhotoProblemException>(() => PhotoReader.Read(path)).Message);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void A_mask_that_a_program_keeps_beside_the_colours_is_no_transparency(int bits)
    {
        var white = (1 << bits) - 1;
        var stored = Patches.Rgb.Select((v, i) =>
            new[] { Math.Round(v[0] * white), Math.Round(v[1] * white), Math.Round(v[2] * white), i % 2 * white }).ToList();
        var path = Write("a.tif", TestTiffs.Make(stored, bits, TestTiffs.Rgb, false, (338, 3, TestTiffs.Shorts(0))));

        Patches.AssertShown([.. Patches.Rgb.Select(v => v.Select(x => x * 255).ToArray())], path);
    }

    [Fact]
    public void A_sample_nobody_explains_is_transparency_as_for_other_programs()
    {
        var path = Write("a.tif",
            TestTiffs.Make([.. Patches.Rgb.Select(v => v.Select(x => Math.Round(x * 255)).Append(0).ToArray())], 8, TestTiffs.Rgb));

        Patches.AssertShown([.. Patches.Rgb.Select(_ => new[] { 255.0, 255, 255 })], path);
    }

    [Theory]
    [InlineData("grey", "16.tif")]
    [InlineData("inks", "8.png")]
    [InlineData("inks", "16.tif")]
    [InlineData("broken", "16.tif")]
    [InlineData("broken", "8.jpg")]
    public void A_profile_that_does_not_fit_its_picture_is_left_alone(string profile, string name)
    {
        var icc = profile == "broken" ? TestProfiles.Of("adobe")[..300] : TestProfiles.Of(profile);
        var path = Save(name, Patches.Rgb, icc);

        Patches.AssertShown([.. Patches.Rgb.Select(v => v.Select(x => x * 255).ToArray())], path, name.EndsWith(".jpg") ? 4 : 2);
    }

    [Theory]
    [InlineData(16, false)]
    [InlineData(32, false)]
    [InlineData(16, true)]
    [InlineData(32, true)]
    public void Without_a_profile_every_depth_shows_what_it_says(int bits, bool isFloat)
    {
        var white = isFloat ? 1 : bits == 32 ? uint.MaxValue : (1L << bits) - 1;
        var path = Write("a.tif",
            TestTiffs.Make([.. Patches.Rgb.Select(v => v.Select(x => x * white).ToArray())], bits, TestTiffs.Rgb, isFloat));

        Patches.AssertShown([.. Patches.Rgb.Select(v => v.Select(x => x * 255).ToArray())], path);
    }

    [Theory]
    [InlineData(255)]
    [InlineData(65535)]
    public void Fractions_that_are_none_are_not_white(int white)
    {
        var path = Write("a.tif",
            TestTiffs.Make([.. Patches.Rgb.Select(v => v.Select(x => x * white).ToArray())], 32, TestTiffs.Rgb, isFloat: true));

        Patches.AssertShown([.. Patches.Rgb.Select(v => v.Select(x => x * 255).ToArray())], path);
    }
}
