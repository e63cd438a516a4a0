using System.Text;
using FsCheck.Xunit;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using WeddingStudio.Engine.Galleries.Guests;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Galleries;

public sealed class JpegCopyTests
{
    private static byte[] Copy(byte[] jpeg) =>
        JpegCopy.WithoutTraces(jpeg, WrittenExif.Read(new MemoryStream(jpeg)).ToSegment())
        ?? throw new InvalidOperationException("not a JPEG");

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(false, 2)]
    public void Pixels_and_profile_stay_and_every_secret_goes(bool progressive, int restartInterval)
    {
        var jpeg = JpegPictures.Talkative(progressive, restartInterval);
        Assert.Contains(JpegPictures.Secret, Encoding.Latin1.GetString(jpeg));

        var copy = Copy(jpeg);

        Assert.Equal(JpegPictures.Pixels(jpeg), JpegPictures.Pixels(copy));
        Assert.NotNull(JpegPictures.Profile(copy));
        Assert.Equal(JpegPictures.Profile(jpeg), JpegPictures.Profile(copy));
        Assert.DoesNotContain(JpegPictures.Secret, Encoding.Latin1.GetString(copy));
    }

    [Fact]
    public void Orientation_and_date_stay_and_position_maker_and_serial_go()
    {
        var jpeg = JpegPictures.Talkative();
        Assert.NotEmpty(ImageMetadataReader.ReadMetadata(new MemoryStream(jpeg)).OfType<GpsDirectory>());

        var read = ImageMetadataReader.ReadMetadata(new MemoryStream(Copy(jpeg)));

        Assert.Empty(read.OfType<GpsDirectory>());
        Assert.Equal([ExifDirectoryBase.TagOrientation], read.OfType<ExifIfd0Directory>().Single().Tags.Select(t => t.Type));
        var details = read.OfType<ExifSubIfdDirectory>().Single();
        Assert.Equal(["2026:06:20 14:30:15", "+02:00", "25"],
            new[] { ExifDirectoryBase.TagDateTimeOriginal, ExifDirectoryBase.TagTimeZoneOriginal,
                ExifDirectoryBase.TagSubsecondTimeOriginal }.Select(details.GetString));
        Assert.Equal(4, details.TagCount);
        Assert.Equal(6, read.OfType<ExifIfd0Directory>().Single().GetInt32(ExifDirectoryBase.TagOrientation));
        Assert.DoesNotContain(read, d => d.HasError);
    }

    [Fact]
    public void A_copy_of_a_copy_is_the_same_and_a_plain_picture_gets_no_exif()
    {
        var copy = Copy(JpegPictures.Talkative());

        Assert.Equal(copy, Copy(copy));
        Assert.Equal(JpegPictures.Plain(), Copy(JpegPictures.Plain()));
    }

    [Fact]
    public void A_date_that_is_no_date_is_not_passed_on()
    {
        var exif = new WrittenExif(1, null, "+02:00", "25");

        Assert.Empty(exif.ToSegment());
    }

    [Fact]
    public void What_is_no_jpeg_is_refused()
    {
        Assert.Null(JpegCopy.WithoutTraces([], []));
        Assert.Null(JpegCopy.WithoutTraces("<svg/>"u8, []));
        Assert.Null(JpegCopy.WithoutTraces([0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1], []));
    }

    [Fact]
    public void Stray_bytes_a_missing_end_and_a_missing_picture_give_no_copy()
    {
        var jpeg = JpegPictures.Plain();
        var afterFirstSegment = 4 + (jpeg[4] << 8 | jpeg[5]);

        Assert.Null(JpegCopy.WithoutTraces([.. jpeg[..afterFirstSegment], 0, 0, .. jpeg[afterFirstSegment..]], []));
        Assert.Null(JpegCopy.WithoutTraces(jpeg[..^2], []));
        Assert.Null(JpegCopy.WithoutTraces([.. jpeg[..afterFirstSegment], 0xFF, 0xD9], []));
    }

    /// <summary>Found by fuzzing: the header of no component was left out and its scan copied, so that the copy was no JPEG.</summary>
    [Fact]
    public void A_scan_without_a_whole_header_gives_no_copy()
    {
        var jpeg = JpegPictures.Plain();
        var scan = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]) + 2;
        var data = scan + (jpeg[scan] << 8 | jpeg[scan + 1]);

        for (byte payload = 0; payload < 6; payload++)
            Assert.Null(JpegCopy.WithoutTraces([.. jpeg[..scan], 0, (byte)(2 + payload), .. new byte[payload], .. jpeg[data..]], []));
    }

    [Property(MaxTest = 300)]
    public bool Broken_files_never_throw_and_never_grow(int seed)
    {
        var random = new Random(seed);
        var jpeg = JpegPictures.Talkative();
        for (var i = random.Next(20); i >= 0; i--)
            jpeg[random.Next(jpeg.Length)] = (byte)(random.Next(3) == 0 ? 0xFF : random.Next(256));
        jpeg = jpeg[..random.Next(jpeg.Length)];

        var copy = JpegCopy.WithoutTraces(jpeg, []);

        return copy is null || copy.Length <= jpeg.Length + 2;
    }

    [Fact]
    public void Real_photos_in_every_orientation_keep_pixels_and_orientation()
    {
        var folder = SharedFiles.Require("data/robustness/exif_orientation_1to8");
        var photos = System.IO.Directory.GetFiles(folder, "*.jpg", SearchOption.AllDirectories);
        Assert.NotEmpty(photos);
        foreach (var photo in photos)
        {
            var jpeg = File.ReadAllBytes(photo);
            var copy = Copy(jpeg);

            Assert.Equal(JpegPictures.Pixels(jpeg), JpegPictures.Pixels(copy));
            Assert.Equal(WrittenExif.Read(new MemoryStream(jpeg)), WrittenExif.Read(new MemoryStream(copy)));
        }
    }
}
