using System.Buffers.Binary;
using NetVips;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Photos.Reading;

public sealed class PhotoReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reader-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Landscape")]
    [InlineData("Portrait")]
    public void Every_orientation_comes_out_upright_and_alike(string shape)
    {
        var folder = SharedFiles.Require("data/robustness/exif_orientation_1to8");
        var upright = PhotoReader.Read(Path.Combine(folder, $"{shape}_1.jpg"));

        for (var orientation = 0; orientation <= 8; orientation++)
        {
            var path = Path.Combine(folder, $"{shape}_{orientation}.jpg");
            var header = PhotoReader.Header(path);
            Assert.Equal((upright.WidthPx, upright.HeightPx), (header.WidthPx, header.HeightPx));
            Assert.InRange(TestPhotos.MeanDifference(upright, PhotoReader.Read(path)), 0, 6);
        }
    }

    [Theory]
    [InlineData("a.jpg", 3)]
    [InlineData("a.png", 0)]
    [InlineData("a.webp", 6)]
    [InlineData("a.tif", 0)]
    [InlineData("a.avif", 6)]
    [InlineData("a.gif", 6)]
    public void Each_format_gives_the_same_picture(string name, double tolerance)
    {
        var path = Path.Combine(_folder, name);
        TestPhotos.Vips(TestPhotos.Picture()).WriteToFile(path);

        Assert.InRange(TestPhotos.MeanDifference(TestPhotos.Picture(), PhotoReader.Read(path)), 0, tolerance);
    }

    [Fact]
    public void A_bitmap_is_read_by_the_second_decoder()
    {
        var path = Path.Combine(_folder, "a.bmp");
        var source = TestPhotos.Picture();
        using (var image = new ImageMagick.MagickImage())
        {
            image.ReadPixels(source.Rgb.ToArray(),
                new ImageMagick.PixelReadSettings(60, 40, ImageMagick.StorageType.Char, ImageMagick.PixelMapping.RGB));
            image.Write(path, ImageMagick.MagickFormat.Bmp);
        }

        Assert.Equal(0, TestPhotos.MeanDifference(source, PhotoReader.Read(path)));
    }

    [Theory]
    [InlineData("heic_ianare/IMG_5195.HEIC", PhotoFormat.Heic)]
    [InlineData("raw/Issue 247-1.nef", PhotoFormat.Jpeg)]
    [InlineData("avif/32Bit-72dpi-sRGB-800x600.avif", PhotoFormat.Avif)]
    public void Phone_and_camera_files_are_read_by_what_they_are(string file, PhotoFormat format)
    {
        var path = SharedFiles.Require("data/robustness/" + file);

        var (header, raster) = (PhotoReader.Header(path), PhotoReader.Read(path));

        Assert.Equal((format, header.WidthPx, header.HeightPx), (header.Format, raster.WidthPx, raster.HeightPx));
        Assert.InRange(FrameMeasures.Of(raster).MeanLuma, .05, .95);
    }

    [Theory]
    [InlineData("a.dng", 1)]
    [InlineData("named-like-a.tif", 1)]
    [InlineData("a.dng", 6)]
    public void Camera_raw_is_developed_and_upright(string name, int orientation)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, TestDng.Make((ushort)orientation));

        var (header, raster) = (PhotoReader.Header(path), PhotoReader.Read(path));

        Assert.Equal(PhotoFormat.Raw, header.Format);
        Assert.Equal((raster.WidthPx, raster.HeightPx), (header.WidthPx, header.HeightPx));
        Assert.Equal(orientation == 6, raster.HeightPx > raster.WidthPx);
        var (light, dark) = (raster.Row(20)[30], raster.Row(raster.HeightPx - 20)[^31]);
        Assert.True(light > 100 && dark < 80, $"The lit half lies left, after a quarter turn on top: {light}, {dark}.");
        Assert.Equal("Maker", ExifReader.Read(path, TimeZoneInfo.Utc).Camera?.Make);
    }

    [Theory]
    [InlineData("jpg.png")]
    [InlineData("jpg.heic")]
    [InlineData("jpg.mp4")]
    [InlineData("a[page=7].jpg")]
    [InlineData("msl:a.jpg")]
    [InlineData("Ünïcode 婚礼 💍 photo.jpg")]
    public void A_wrong_or_strange_name_does_not_matter(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && name.Contains(':'), "Windows has no such names.");
        TestPhotos.SaveJpeg(Path.Combine(_folder, name));

        Assert.Equal(60, PhotoReader.Read(Path.Combine(_folder, name)).WidthPx);
    }

    [Fact]
    public void Transparent_parts_lie_on_white()
    {
        var path = Path.Combine(_folder, "a.png");
        TestPhotos.Vips(TestPhotos.Flat(4, 4, 10)).Bandjoin(0).WriteToFile(path);

        Assert.All(PhotoReader.Read(path).Rgb.ToArray(), value => Assert.Equal(255, value));
    }

    [Fact]
    public void Sixteen_bits_with_transparency_become_eight_on_white()
    {
        var path = Path.Combine(_folder, "a.png");
        using var grey = TestPhotos.Vips(TestPhotos.Flat(4, 4, 100)).Colourspace(Enums.Interpretation.Rgb16);
        grey.Bandjoin(32768).Copy(interpretation: Enums.Interpretation.Rgb16).WriteToFile(path);

        // 100 at half opacity on white.
        Assert.All(PhotoReader.Read(path).Rgb.ToArray(), value => Assert.InRange(value, 176, 179));
    }

    [Fact]
    public void Grey_becomes_three_equal_channels()
    {
        var path = Path.Combine(_folder, "a.jpg");
        TestPhotos.Vips(TestPhotos.Flat(8, 8, 77)).Colourspace(Enums.Interpretation.Bw).Jpegsave(path);

        Assert.All(PhotoReader.Read(path).Rgb.ToArray(), value => Assert.InRange(value, 76, 78));
    }

    [Fact]
    public void Print_colours_become_screen_colours()
    {
        var path = Path.Combine(_folder, "a.jpg");
        TestPhotos.Vips(TestPhotos.Picture()).IccTransform("cmyk", inputProfile: "srgb").Jpegsave(path, q: 95);

        // Print cannot show every screen colour, so the pictures are alike but not equal.
        Assert.InRange(TestPhotos.MeanDifference(TestPhotos.Picture(), PhotoReader.Read(path)), 0, 40);
    }

    [Fact]
    public void A_colour_profile_is_followed()
    {
        var path = Path.Combine(_folder, "a.jpg");
        TestPhotos.Vips(TestPhotos.Picture()).IccTransform("p3", inputProfile: "srgb")
            .Jpegsave(path, q: 98, subsampleMode: Enums.ForeignSubsample.Off);

        Assert.InRange(TestPhotos.MeanDifference(TestPhotos.Picture(), PhotoReader.Read(path)), 0, 3);
    }

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("a.png")]
    [InlineData("a.webp")]
    public void A_truncated_file_is_cut_off(string name)
    {
        var path = Path.Combine(_folder, name);
        TestPhotos.Vips(TestPhotos.Picture(600, 400)).WriteToFile(path);
        using (var file = File.OpenWrite(path))
            file.SetLength(file.Length / 2);

        Assert.StartsWith("is cut off", Problem(path));
    }

    [Fact]
    public void An_empty_file_a_text_and_a_missing_file_say_what_they_are()
    {
        File.WriteAllBytes(Path.Combine(_folder, "empty.jpg"), []);
        File.WriteAllText(Path.Combine(_folder, "page.jpg"), "<html><body>");

        Assert.StartsWith("is empty", Problem(Path.Combine(_folder, "empty.jpg")));
        Assert.StartsWith("is not an image: its first bytes are 3C 68 74 6D 6C 3E 3C 62 (\"<html><b\")",
            Problem(Path.Combine(_folder, "page.jpg")));
        Assert.Equal(new PhotoProblem(PhotoProblemKind.Gone).English(), Problem(Path.Combine(_folder, "nowhere.jpg")));
    }

    [Theory]
    [InlineData("bomb.png")]
    [InlineData("bomb.jpg")]
    [InlineData("bomb.tif")]
    public void A_picture_of_four_hundred_megapixels_is_refused_by_its_header(string name)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, Bomb(name));

        var problem = Problem(path);

        Assert.StartsWith("has 20000 x 20000 pixels; photos above 200 megapixels", problem);
    }

    private static string Problem(string path) => Assert.Throws<PhotoProblemException>(() => PhotoReader.Read(path)).Message;

    /// <summary>A real one-pixel-ish picture whose header was told to claim 20000 x 20000.</summary>
    private static byte[] Bomb(string name)
    {
        var image = TestPhotos.Vips(TestPhotos.Flat(4, 3, 9));
        if (name.EndsWith(".jpg"))
            return BombJpeg(image.JpegsaveBuffer());
        if (name.EndsWith(".tif"))
            return BombTiff(image.TiffsaveBuffer());
        var png = image.PngsaveBuffer();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 20_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 20_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32(png.AsSpan(12, 17)));
        return png;
    }

    private static byte[] BombJpeg(byte[] jpeg)
    {
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), 20_000);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), 20_000);
        return jpeg;
    }

    private static byte[] BombTiff(byte[] tiff)
    {
        var directory = BinaryPrimitives.ReadInt32LittleEndian(tiff.AsSpan(4));
        for (var entry = directory + 2; BinaryPrimitives.ReadUInt16LittleEndian(tiff.AsSpan(entry)) is var tag && tag <= 257; entry += 12)
        {
            if (tag is 256 or 257)
                BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(entry + 8), 20_000);
        }

        return tiff;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }
}
