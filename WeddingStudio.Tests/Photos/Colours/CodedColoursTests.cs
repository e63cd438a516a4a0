using NetVips;
using WeddingStudio.Tests.Photos.Reading;

namespace WeddingStudio.Tests.Photos.Colours;

/// <summary>Colours that are told by numbers instead of a profile.</summary>
public sealed class CodedColoursTests : IDisposable
{
    private const byte P3 = 12, Rec2020 = 9, SrgbCurve = 13, Linear = 8, Pq = 16;

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    private static byte[] Gamma(double gamma) => Containers.Chunk("gAMA", Containers.Big((int)Math.Round(gamma * 100_000)));

    private static byte[] Places(params double[] xy) =>
        Containers.Chunk("cHRM", [.. xy.SelectMany(v => Containers.Big((int)Math.Round(v * 100_000)))]);

    private static byte[] AdobePlaces => Places(.3127, .3290, .64, .33, .21, .71, .15, .06);

    private static byte[] Coded(byte primaries, byte transfer) => Containers.Chunk("cICP", [primaries, transfer, 0, 1]);

    [Fact]
    public void A_png_with_wide_primaries_and_a_gamma_is_shown_as_with_the_profile_of_these()
    {
        InPng([Gamma(256 / 563.0), AdobePlaces]);

        Patches.AssertShown(LittleCms.ToSrgb(TestProfiles.Of("adobe"), Stored()), _path);
    }

    [Theory]
    [InlineData(Enums.BandFormat.Uchar)]
    [InlineData(Enums.BandFormat.Ushort)]
    public void A_linear_png_is_brightened(Enums.BandFormat format)
    {
        InPng([Gamma(1)], format);

        Patches.AssertShown(LittleCms.ToSrgb(TestProfiles.Of("linear"), Stored()), _path);
    }

    [Fact]
    public void A_png_that_names_its_colours_by_number_is_shown_by_them()
    {
        InPng([Coded(P3, SrgbCurve)]);
        Patches.AssertShown(LittleCms.ToSrgb(TestProfiles.Of("p3"), Stored()), _path);

        InPng([Coded(Rec2020, SrgbCurve), Gamma(1)]);
        Patches.AssertShown(LittleCms.ToSrgb(TestProfiles.Of("rec2020"), Stored()), _path);

        InPng([Coded(1, Linear)]);
        Patches.AssertShown(LittleCms.ToSrgb(TestProfiles.Of("linear"), Stored()), _path);
    }

    [Fact]
    public void Numbers_that_mean_srgb_change_nothing()
    {
        byte[][][] all = [[Gamma(.45455)], [Containers.Chunk("sRGB", [0]), Gamma(1), AdobePlaces], [Coded(1, SrgbCurve), Gamma(1)],
            [Places(.3127, .3290, .64, .33, .30, .60, .15, .06)], [Gamma(0)], [Places(0, 0, 0, 0, 0, 0, 0, 0)]];
        foreach (var chunks in all)
        {
            InPng(chunks);
            Patches.AssertShown(Stored(), _path, tolerance: 0);
        }
    }

    [Fact]
    public void A_profile_goes_before_gamma_and_primaries()
    {
        InPng([Gamma(1), AdobePlaces], profile: TestProfiles.Of("p3"));

        Patches.AssertShown(LittleCms.ToSrgb(TestProfiles.Of("p3"), Stored()), _path);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(SrgbCurve)]
    public void Numbers_that_mean_srgb_go_before_a_profile(byte transfer)
    {
        InPng([Coded(1, transfer)], profile: TestProfiles.Of("p3"));

        Patches.AssertShown(Stored(), _path, tolerance: 1);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    public void An_avif_without_profile_is_shown_by_its_colour_box(int bits)
    {
        using var picture = Patches.Image(Patches.Rgb, bits == 8 ? 255 : 65535, bits == 8 ? Enums.BandFormat.Uchar
            : Enums.BandFormat.Ushort, bits == 8 ? Enums.Interpretation.Srgb : Enums.Interpretation.Rgb16);
        var avif = picture.HeifsaveBuffer(lossless: true, bitdepth: bits, compression: Enums.ForeignHeifCompression.Av1);
        var box = avif.AsSpan().IndexOf("nclx"u8);
        avif[box + 5] = P3;
        File.WriteAllBytes(_path, avif);

        Patches.AssertShown(LittleCms.ToSrgb(TestProfiles.Of("p3"), Stored()), _path);
    }

    [Fact]
    public void A_heic_without_profile_is_shown_by_its_colour_box_even_if_only_its_tiles_have_one()
    {
        foreach (var heic in new[] { TestHeics.Colours(TestHeics.Untold), TestHeics.Colours(TestHeics.Numbers(1, SrgbCurve)) })
        {
            File.WriteAllBytes(_path, heic);
            Patches.AssertShown(Stored(), _path, tolerance: 3); // Of the coding's own loss.
        }

        var kept = Patches.Shown(_path);
        var coded = TestHeics.Colours(TestHeics.Numbers(P3, SrgbCurve));
        foreach (var heic in new[] { coded, TestHeics.WithBoxOfOthers(coded) })
        {
            File.WriteAllBytes(_path, heic);
            Patches.AssertShown(LittleCms.ToSrgb(TestProfiles.Of("p3"), kept), _path);
        }
    }

    [Fact]
    public void A_picture_of_high_dynamic_range_keeps_its_middle_and_is_white_above()
    {
        // 203 cd/m² is white and 58 % in this curve, 26 cd/m² an eighth of it and 38 %.
        var shares = Patches.Greys
            .Select(g => g[0] < .3 ? new[] { .3806, .3806, .3806 } : g[0] < .6 ? [.5807, .5807, .5807] : new[] { .75, .75, .75 }).ToList();
        InPng([Coded(Rec2020, Pq)], Enums.BandFormat.Ushort, shares: shares);

        var eighth = 255 * (1.055 * Math.Pow(.128, 1 / 2.4) - .055);
        Patches.AssertShown([.. shares.Select(s => s[0] < .4 ? new[] { eighth, eighth, eighth } : [255.0, 255, 255])], _path, tolerance: 3);
    }

    [Fact]
    public void A_camera_jpeg_marked_as_adobe_rgb_is_shown_so()
    {
        using var picture = Patches.Image(Patches.Rgb, 255, Enums.BandFormat.Uchar, Enums.Interpretation.Srgb)
            .Mutate(image => image.Set(GValue.GStrType, "exif-ifd4-InteroperabilityIndex", "R03 (R03, ASCII, 4 components, 4 bytes)"));
        File.WriteAllBytes(_path, picture.JpegsaveBuffer(q: 100, subsampleMode: Enums.ForeignSubsample.Off));

        // Of a JPEG's own loss, stretched by the wide gamut.
        Patches.AssertShown(LittleCms.ToSrgb(TestProfiles.Of("adobe"), Stored()), _path, tolerance: 5);
    }

    private static IReadOnlyList<double[]> Stored() => [.. Patches.Rgb.Select(v => v.Select(x => Math.Round(x * 255)).ToArray())];

    private void InPng(byte[][] chunks, Enums.BandFormat format = Enums.BandFormat.Uchar, byte[]? profile = null,
        IReadOnlyList<double[]>? shares = null)
    {
        var (white, meaning) = format == Enums.BandFormat.Ushort ? (65535, Enums.Interpretation.Rgb16) : (255, Enums.Interpretation.Srgb);
        using var picture = Patches.Image(shares ?? [.. Stored().Select(v => v.Select(x => x / 255).ToArray())], white,
            format, meaning, profile);
        var png = picture.PngsaveBuffer();
        File.WriteAllBytes(_path, [.. png[..33], .. chunks.SelectMany(c => c), .. png[33..]]);
    }
}
