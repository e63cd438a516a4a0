using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Tests.Photos.Metadata;

namespace WeddingStudio.Tests.Photos.Reading;

public sealed class ExifReaderTests : IDisposable
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private readonly string _folder = Directory.CreateTempSubdirectory("exif-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("2023:06:17 15:04:05", null, null, "2023-06-17T13:04:05.0000000Z")] // Paris, summer
    [InlineData("2023:12:17 15:04:05", null, null, "2023-12-17T14:04:05.0000000Z")] // Paris, winter
    [InlineData("2023:06:17 15:04:05", "25", null, "2023-06-17T13:04:05.2500000Z")]
    [InlineData("2023:06:17 15:04:05", "0071", "-05:00", "2023-06-17T20:04:05.0071000Z")]
    [InlineData("2023:06:17 15:04:05", "1 ", "+0530", "2023-06-17T09:34:05.1000000Z")]
    [InlineData("2023:06:17 15:04:05", "x", "Z", "2023-06-17T15:04:05.0000000Z")]
    [InlineData("2023:06:17 15:04:05", null, "   :  ", "2023-06-17T13:04:05.0000000Z")]
    [InlineData("2023-06-17 15:04:05\0", null, null, "2023-06-17T13:04:05.0000000Z")]
    [InlineData("2023:03:26 02:30:00", null, null, "2023-03-26T01:30:00.0000000Z")] // never shown by a clock in Paris
    [InlineData("2023:10:29 02:30:00", null, null, "2023-10-29T01:30:00.0000000Z")] // shown twice: the later
    public void Camera_time_becomes_utc(string time, string? subSeconds, string? offset, string utc) =>
        Assert.Equal(utc, ReadTime(time, subSeconds, offset)?.ToString("o"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000:00:00 00:00:00")]
    [InlineData("    :  :     :  :  ")]
    [InlineData("2023:02:30 10:00:00")]
    [InlineData("0001:01:01 00:00:00")]
    [InlineData("9999:12:31 23:59:59")]
    [InlineData("yesterday")]
    public void Nonsense_times_are_unknown(string? time) => Assert.Null(ReadTime(time, "12", "+02:00"));

    [Fact]
    public void Time_and_camera_are_read_from_the_file()
    {
        var path = Path.Combine(_folder, "a.jpg");
        TestPhotos.SaveJpeg(path,
            ("exif-ifd0-Make", "NIKON"), ("exif-ifd0-Model", "Z 8"), ("exif-ifd2-BodySerialNumber", "6001234"),
            ("exif-ifd2-DateTimeOriginal", "2024:05:04 16:20:00"), ("exif-ifd2-SubSecTimeOriginal", "87"),
            ("exif-ifd2-OffsetTimeOriginal", "+01:00"));

        var facts = ExifReader.Read(path, Paris);

        Assert.Equal("2024-05-04T15:20:00.8700000Z", facts.TakenAt?.ToString("o"));
        Assert.Equal(new CameraIdentity("NIKON", "Z 8", "6001234"), facts.Camera);
    }

    [Fact]
    public void A_photo_without_time_and_camera_says_so()
    {
        var path = Path.Combine(_folder, "a.jpg");
        TestPhotos.SaveJpeg(path);

        Assert.Equal(new ExifFacts(null, null), ExifReader.Read(path, Paris));
    }

    [Fact]
    public void A_phone_photo_in_heic_knows_its_time_and_offset()
    {
        var path = SharedFiles.Require("data/robustness/heic_ianare/iphone_13_pro_max.HEIC");

        var facts = ExifReader.Read(path, TimeZoneInfo.Utc);

        Assert.Equal("Apple", facts.Camera?.Make);
        Assert.Equal(2022, facts.TakenAt?.Year);
        Assert.NotEqual(0, facts.TakenAt?.Millisecond);
    }

    private DateTime? ReadTime(string? time, string? subSeconds, string? offset)
    {
        var path = Path.Combine(_folder, "a.jpg");
        (ushort Tag, string? Text)[] texts =
            [(TestExif.Original, time), (TestExif.Fraction, subSeconds), (TestExif.OffsetOriginal, offset)];
        File.WriteAllBytes(path, TestExif.Jpeg([.. texts.Where(t => t.Text is not null).Select(t => (t.Tag, t.Text!))]));
        return ExifReader.Read(path, Paris).TakenAt;
    }
}
