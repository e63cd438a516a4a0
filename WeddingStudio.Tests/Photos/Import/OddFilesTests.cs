using ImageMagick;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Tests.Photos.Colours;
using WeddingStudio.Tests.Photos.Reading;

namespace WeddingStudio.Tests.Photos.Import;

/// <summary>Files beside photos, pictures of rarer kinds, and what the upload chooser offers.</summary>
public sealed class OddFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("odd-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("IMG_0001.THM")]
    [InlineData("IMG_0001.jpg_original")]
    [InlineData("IMG_0001.CR2_original")]
    [InlineData("IMG_0001.AAE")]
    [InlineData("GOPR0001.LRV")]
    [InlineData("DJI_0001.LRF")]
    public void Side_files_of_cameras_and_programs_are_no_photos_whatever_is_in_them(string name)
    {
        byte[] video = Convert.FromHexString("00000018667479706D70343200000000");

        Assert.Equal(FileKind.Other, PhotoSignature.Of(name, Containers.Jpeg).Kind);
        Assert.Equal(FileKind.Other, PhotoSignature.Of(name, video).Kind);
        Assert.Equal(FileKind.Other, PhotoSignature.Of(name, "<?xml version='1.0'?><plist/>"u8).Kind);
    }

    [Fact]
    public void A_jpeg_xl_is_read_and_upright_in_both_of_its_forms()
    {
        using var picture = new MagickImage(
            Patches.Image(Patches.Rgb, 255, NetVips.Enums.BandFormat.Uchar, NetVips.Enums.Interpretation.Srgb).PngsaveBuffer());
        picture.Quality = 100;
        var boxed = picture.ToByteArray(MagickFormat.Jxl);
        picture.Strip();
        var plain = picture.ToByteArray(MagickFormat.Jxl);

        foreach (var (name, file) in new[] { ("a.jxl", boxed), ("b.jxl", plain) })
        {
            var path = Path.Combine(_folder, name);
            File.WriteAllBytes(path, file);
            Patches.AssertShown([.. Patches.Rgb.Select(v => v.Select(x => x * 255).ToArray())], path);
            Assert.Equal(PhotoFormat.Jxl, PhotoReader.Header(path).Format);
        }
    }

    [Theory]
    [InlineData("a.jp2", "0000000C6A5020200D0A870A", "is a JPEG 2000 picture, which is not read here")]
    [InlineData("a.psd", "38425053000100000000", "is a Photoshop document, which is not read here")]
    [InlineData("a.jxr", "4949BC0108000000", "is a JPEG XR picture, which is not read here")]
    public void A_picture_that_is_not_read_is_called_by_its_name(string name, string head, string problem)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, Convert.FromHexString(head));

        Assert.Equal(FileKind.Misnamed, PhotoSignature.Of(name, Convert.FromHexString(head)).Kind);
        Assert.StartsWith(problem, Assert.Throws<PhotoProblemException>(() => PhotoReader.Read(path)).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_jpeg_of_the_old_kind_in_a_tiff_is_read(bool stripIsScanAlone)
    {
        var path = Path.Combine(_folder, "a.tif");
        File.WriteAllBytes(path, OldJpegTiff(stripIsScanAlone, cutTo: 1));
        using var jpeg = NetVips.Image.JpegloadBuffer(Picture());
        var right = jpeg.WriteToMemory<byte>();

        var shown = PhotoReader.Read(path).Rgb;

        // Two decoders round chroma each in its own way.
        Assert.Equal(right.Length, shown.Length);
        for (var i = 0; i < right.Length; i++)
            Assert.InRange(shown[i] - right[i], -8, 8);
    }

    [Fact]
    public void One_that_is_cut_off_is_a_problem_and_not_white()
    {
        var path = Path.Combine(_folder, "a.tif");
        File.WriteAllBytes(path, OldJpegTiff(stripIsScanAlone: false, cutTo: .5));

        Assert.StartsWith("is cut off", Assert.Throws<PhotoProblemException>(() => PhotoReader.Read(path)).Message);
    }

    /// <summary>
    /// A file of each kind the chooser offers is read, or where none can be made here, known as a photo by its bytes;
    /// and of each kind that is read it offers one.
    /// </summary>
    [Fact]
    public void The_upload_chooser_offers_what_is_read_and_nothing_else()
    {
        var offered = PhotoNames.Accept.Split(',');
        var endings = offered.Where(o => o[0] == '.').ToList();

        var read = endings.Select(ending => (Ending: ending, Format: FormatOf(ending))).ToList();

        Assert.All(read, r => Assert.True(r.Format != PhotoFormat.None, $"{r.Ending} is offered and not read."));
        Assert.Equal(Enum.GetValues<PhotoFormat>().Except([PhotoFormat.None]), read.Select(r => r.Format).Distinct().Order());
        Assert.All(offered.Except(endings),
            type => Assert.Contains(endings, e => type == "image/" + (e is ".jpg" ? "jpeg" : e is ".tif" ? "tiff" : e[1..])));
        Assert.All([".psd", ".jp2", ".svg", ".pdf", ".mp4", ".thm", "image/*", "image/svg+xml"],
            other => Assert.DoesNotContain(other, offered));
    }

    [Theory]
    [InlineData(".3fr")]
    [InlineData(".IIQ")]
    [InlineData(".erf")]
    public void A_camera_raw_that_looks_like_a_tiff_is_not_taken_for_its_small_preview(string ending) =>
        Assert.Equal(new PhotoSignature(FileKind.Photo, PhotoFormat.Raw), PhotoSignature.Of("a" + ending, "II*\0\x08\0\0\0"u8));

    private PhotoFormat FormatOf(string ending)
    {
        byte[]? file = ending switch
        {
            ".jpg" or ".jpeg" or ".jpe" or ".jfif" => Picture(),
            ".png" => Patched().PngsaveBuffer(),
            ".webp" => Patched().WebpsaveBuffer(),
            ".tif" or ".tiff" => Patched().TiffsaveBuffer(),
            ".gif" => Made(MagickFormat.Gif),
            ".bmp" or ".dib" => Made(MagickFormat.Bmp),
            ".jxl" => Made(MagickFormat.Jxl),
            ".avif" => Patched().HeifsaveBuffer(compression: NetVips.Enums.ForeignHeifCompression.Av1),
            ".heic" or ".heif" or ".hif" => TestHeics.Colours(TestHeics.Untold),
            _ => null,
        };
        if (file is null)
            return PhotoSignature.Of("a" + ending, ending switch
            {
                ".cr3" => "\0\0\0\u0018ftypcrx "u8,
                ".raf" => "FUJIFILMCCD-RAW "u8,
                _ => "II*\0\x08\0\0\0"u8,
            }) is { Kind: FileKind.Photo } raw ? raw.Format : PhotoFormat.None;
        var path = Path.Combine(_folder, "a" + ending);
        File.WriteAllBytes(path, file);
        return PhotoReader.Read(path).WidthPx > 0 ? PhotoReader.Header(path).Format : PhotoFormat.None;
    }

    private static NetVips.Image Patched() =>
        Patches.Image(Patches.Rgb, 255, NetVips.Enums.BandFormat.Uchar, NetVips.Enums.Interpretation.Srgb);

    private static byte[] Made(MagickFormat format)
    {
        using var picture = new MagickImage(Patched().PngsaveBuffer());
        return picture.ToByteArray(format);
    }

    private static byte[] Picture() => TestPhotos.Vips(TestPhotos.Picture(64, 48)).JpegsaveBuffer(q: 92,
        subsampleMode: NetVips.Enums.ForeignSubsample.Off, optimizeCoding: false, keep: NetVips.Enums.ForeignKeep.None);

    /// <summary>TIFF 6.0, section 22: a whole JPEG inside, and the strip is it, or the data in it.</summary>
    private static byte[] OldJpegTiff(bool stripIsScanAlone, double cutTo)
    {
        var jpeg = Picture();
        var scan = stripIsScanAlone ? TestJpegs.Markers(jpeg, 0xDA)[0] + 14 : 0;
        List<(int Tag, int Type, int Count, int Value)> tags =
        [
            (256, 4, 1, 64), (257, 4, 1, 48), (258, 3, 3, 0), (259, 3, 1, 6), (262, 3, 1, 6), (273, 4, 1, 0), (277, 3, 1, 3),
            (278, 4, 1, 48), (279, 4, 1, jpeg.Length - scan),
            (512, 3, 1, 1), (513, 4, 1, 0), (514, 4, 1, jpeg.Length), (530, 3, 2, 0x0001_0001),
        ];
        var end = 8 + 2 + 12 * tags.Count + 4;
        using var file = new MemoryStream();
        file.Write([.. "II*\0"u8, 8, 0, 0, 0, .. Containers.Short(tags.Count)]);
        foreach (var (tag, type, count, value) in tags)
            file.Write([.. Containers.Short(tag), .. Containers.Short(type), .. Containers.Little(count),
                .. Containers.Little(tag switch { 258 => end, 273 => end + 6 + scan, 513 => end + 6, _ => value })]);
        file.Write([0, 0, 0, 0, 8, 0, 8, 0, 8, 0]);
        file.Write(jpeg.AsSpan(0, (int)(jpeg.Length * cutTo)));
        return file.ToArray();
    }
}
