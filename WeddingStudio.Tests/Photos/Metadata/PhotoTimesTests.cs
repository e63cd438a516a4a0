using System.IO.Compression;
using System.Text;
using WeddingStudio.Engine.Photos;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Tests.Photos.Reading;

namespace WeddingStudio.Tests.Photos.Metadata;

/// <summary>Every place a photo's time can stand in, in every container, and whom to believe.</summary>
public sealed class PhotoTimesTests : IDisposable
{
    private const string Right = "2026:06:20 18:31:30", Wrong = "2027:01:02 03:04:05";

    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateTime Taken = new(2026, 6, 20, 16, 31, 30, DateTimeKind.Utc);

    private readonly string _folder = Directory.CreateTempSubdirectory("times-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Exif => TestExif.Tiff((TestExif.Original, Right));
    private static byte[] Xmp => TestExif.Xmp("exif:DateTimeOriginal='2026-06-20T18:31:30+02:00'");

    private static readonly Dictionary<string, Func<byte[]>> Files = new()
    {
        ["exif in jpeg"] = () => TestExif.Jpeg((TestExif.Original, Right)),
        ["exif in png"] = () => Containers.InPng(Containers.Chunk("eXIf", Exif)),
        ["exif in a png's text"] = () => Containers.InPng(
            Containers.Chunk("zTXt", [.. "Raw profile type exif\0\0"u8, .. Containers.Deflated(Hex("exif", TestExif.Block(Exif)))])),
        ["exif in webp"] = () => Containers.InWebP(("EXIF", Exif)),
        ["exif with its name in webp"] = () => Containers.InWebP(("EXIF", TestExif.Block(Exif))),
        ["exif in tiff"] = () => Exif,
        ["exif in jxl"] = () => [.. JxlStart, .. Containers.Box("Exif", [0, 0, 0, 0, .. Exif])],
        ["exif packed in jxl"] = () => [.. JxlStart, .. Containers.Box("brob", [.. "Exif"u8, .. Brotli([0, 0, 0, 0, .. Exif])])],
        ["exif in raf"] = () => [.. "FUJIFILMCCD-RAW "u8, .. new byte[68], .. Containers.Big(96), .. new byte[8],
            .. TestExif.Jpeg((TestExif.Original, Right))],
        ["exif in cr3"] = () => [.. Containers.Box("ftyp", "crx \0\0\0\x01"u8), .. Containers.Box("moov", Containers.Box("uuid",
            [.. Convert.FromHexString("85C0B687820F11E08111F4CE462B6A48"), .. Containers.Box("CMT2", [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 3,
                0x90, 2, 0, 20, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Right), 0])]))],
        ["xmp in jpeg"] = () => Containers.InJpeg(TestExif.XmpSegment(Xmp)),
        ["xmp element in jpeg"] = () => Containers.InJpeg(
            TestExif.XmpSegment(TestExif.Xmp("", "<photoshop:DateCreated>2026-06-20T18:31:30</photoshop:DateCreated>"))),
        ["xmp create date"] = () => Containers.InJpeg(TestExif.XmpSegment(TestExif.Xmp("xmp:CreateDate='2026-06-20T18:31:30'"))),
        ["xmp in png"] = () => Containers.InPng(Containers.Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Xmp])),
        ["xmp packed in png"] = () => Containers.InPng(
            Containers.Chunk("iTXt", [.. "XML:com.adobe.xmp\0\x01\0\0\0"u8, .. Containers.Deflated(Xmp)])),
        ["xmp in webp"] = () => Containers.InWebP(("XMP ", Xmp)),
        ["xmp in gif"] = () => Containers.InGif(
            [0x21, 0xFF, 11, .. "XMP DataXMP"u8, .. Xmp, .. Enumerable.Range(0, 257).Select(i => (byte)(i == 0 ? 1 : 256 - i)), 0]),
        ["xmp in tiff"] = () => Containers.Tiff([(700, 1, (uint)Xmp.Length, Xmp)]),
        ["xmp in jxl"] = () => [.. JxlStart, .. Containers.Box("xml ", Xmp)],
        ["iptc in jpeg"] = () => Containers.InJpeg(
            Containers.Segment(0xED, [.. "Photoshop 3.0\0"u8, .. TestExif.Photoshop((55, "20260620"), (60, "183130+0200"))])),
        ["iptc without zone in tiff"] = () => TestExif.Photoshop((55, "20260620"), (60, "183130")) is var block
            ? Containers.Tiff([(34377, 7, (uint)block.Length, block)]) : [],
        ["digitised"] = () => TestExif.Jpeg((TestExif.Digitised, Right), (TestExif.Changed, Wrong)),
        ["changed alone"] = () => TestExif.Jpeg((TestExif.Changed, Right)),
        ["a png's creation time"] = () => Containers.InPng(
            Containers.Chunk("tEXt", [.. "Creation Time\0Sat, 20 Jun 2026 18:31:30 +0200"u8])),
        ["satellites alone"] = () => Containers.InJpeg(
            Containers.Segment(0xE1, TestExif.Block(TestExif.Tiff([], [("2026:06:20", 16, 31, 30)])))),
    };

    private static byte[] JxlStart => [0, 0, 0, 12, .. "JXL "u8, 13, 10, 0x87, 10, .. Containers.Box("ftyp", "jxl \0\0\0\0jxl "u8)];

    public static TheoryData<string> Places => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_time_is_found_wherever_it_stands(string place) => Assert.Equal(Taken, Read(Files[place]()).TakenAt);

    [Theory]
    [InlineData("time-written-oddly/hour24.jpg", "2026-06-19T22:08:19")]
    [InlineData("time-written-oddly/offplus0000.jpg", "2026-06-20T18:31:30")]
    [InlineData("time-written-oddly/iso_T_Z.jpg", "2026-06-20T18:31:30")]
    [InlineData("time-written-oddly/zoneinfield.jpg", "2026-06-20T16:31:30")]
    [InlineData("time-outside-exif/onlyModify.jpg", "2026-06-20T16:31:30")]
    [InlineData("time-outside-exif/xmp_only_dto.jpg", "2026-06-20T16:31:30")]
    [InlineData("time-outside-exif/xmp_only_psdate.jpg", "2026-06-20T16:31:30")]
    [InlineData("avif-time/exif_time.avif", "2026-06-20T16:31:30")]
    public void Files_of_real_phones_and_programs_know_their_time(string file, string utc) =>
        Assert.Equal(utc, ExifReader.Read(SharedFiles.Require("data/cases/" + file), Berlin).TakenAt?.ToString("s"));

    [Fact]
    public void Who_is_nearer_to_the_taking_is_believed()
    {
        (TimeSource Source, byte[] Segment)[] all =
        [
            (TimeSource.Taken, Containers.Segment(0xE1, TestExif.Block(Exif))),
            (TimeSource.Digitised, Containers.Segment(0xE1, TestExif.Block(TestExif.Tiff((TestExif.Digitised, Right))))),
            (TimeSource.Xmp, TestExif.XmpSegment(Xmp)),
            (TimeSource.Iptc, Containers.Segment(0xED,
                [.. "Photoshop 3.0\0"u8, .. TestExif.Photoshop((55, "20260620"), (60, "183130+0200"))])),
            (TimeSource.Satellites, Containers.Segment(0xE1, TestExif.Block(TestExif.Tiff([], [("2026:06:20", 16, 31, 30)])))),
            (TimeSource.Changed, Containers.Segment(0xE1, TestExif.Block(TestExif.Tiff((TestExif.Changed, Right))))),
        ];

        for (var i = 0; i < all.Length; i++)
            Assert.Equal((Taken, all[i].Source), Read(Containers.InJpeg(all.Skip(i).Reverse().Select(s => s.Segment)),
                "IMG_20270102_030405.jpg") is var facts ? (facts.TakenAt!.Value, facts.Source) : default);
        Assert.Equal((Taken, TimeSource.FileName),
            Read(Containers.Jpeg, "IMG_20260620_183130.jpg") is var named ? (named.TakenAt!.Value, named.Source) : default);
        Assert.Equal(new ExifFacts(null, null), Read(Containers.Jpeg, "IMG_1234.jpg"));
    }

    [Fact]
    public void A_day_without_a_time_is_no_time()
    {
        Assert.Equal(new ExifFacts(null, null, TimeSource.FileName, new DateOnly(2026, 6, 20)),
            Read(Containers.Jpeg, "IMG-20260620-WA0001.jpg"));
        Assert.Equal(new ExifFacts(null, null, TimeSource.Xmp, new DateOnly(2026, 6, 20)),
            Read(Containers.InJpeg(TestExif.XmpSegment(TestExif.Xmp("photoshop:DateCreated='2026-06-20'")),
                Containers.Segment(0xE1, TestExif.Block(TestExif.Tiff((TestExif.Changed, Wrong)))))));
        Assert.Equal(Taken, Read(Containers.InJpeg(TestExif.XmpSegment(TestExif.Xmp("photoshop:DateCreated='2026-06-20'")),
            Containers.Segment(0xE1, TestExif.Block(TestExif.Tiff((TestExif.Changed, Right)))))).TakenAt);
    }

    [Theory]
    [InlineData("0000:00:00 00:00:00")]
    [InlineData("    :  :     :  :  ")]
    [InlineData("")]
    [InlineData("1970:01:01 00:00:00")]
    [InlineData("1980:01:01 00:00:00")]
    [InlineData("2099:06:20 18:31:30")]
    public void A_blank_and_what_cannot_be_are_passed_by(string blank) =>
        Assert.Equal(Taken, Read(TestExif.Jpeg((TestExif.Original, blank), (TestExif.Digitised, Right))).TakenAt);

    [Fact]
    public void The_offset_is_told_by_its_field_another_field_the_same_time_elsewhere_or_satellites()
    {
        var newYork = Taken.AddHours(6);

        Assert.Equal(newYork,
            Read(TestExif.Jpeg((TestExif.Original, Right), (TestExif.OffsetOriginal, "-04:00"), (TestExif.Offset, "+09:00"))).TakenAt);
        Assert.Equal(newYork, Read(TestExif.Jpeg((TestExif.Original, Right), (TestExif.Offset, "-04:00"))).TakenAt);
        Assert.Equal(newYork, Read(Containers.InJpeg(Containers.Segment(0xE1, TestExif.Block(Exif)),
            TestExif.XmpSegment(TestExif.Xmp("xmp:CreateDate='2026-06-20T18:31:30-04:00'")))).TakenAt);
        Assert.Equal(newYork, Located("2026:06:20", 22, 31, 4));
        Assert.Equal(newYork, Located("2026:06:20", 22, 29, 50));
        Assert.Equal(newYork, Located(null, 22, 31, 4));
        Assert.Equal(Taken.AddHours(2).AddMinutes(-330), Located("2026:06:20", 13, 1, 30)); // India
        Assert.Equal(Taken, Located("2026:06:20", 1, 9, 0)); // A receipt of last night: no place is so far from UTC.
    }

    [Fact]
    public void A_time_to_come_is_believed_only_where_there_is_no_other()
    {
        var photo = TestExif.Jpeg((TestExif.Original, "2099:06:20 18:31:30"));

        Assert.Equal(2099, Read(photo).TakenAt?.Year);
        Assert.Equal(Taken, Read(photo, "IMG_20260620_183130.jpg").TakenAt);
    }

    [Fact]
    public void Pictures_inside_a_picture_do_not_tell_its_time()
    {
        const string pantry = "<xmp:Pantry><rdf:Bag><rdf:li><rdf:Description exif:DateTimeOriginal='2027-01-02T03:04:05'/></rdf:li>"
            + "</rdf:Bag></xmp:Pantry>";

        Assert.Equal(new ExifFacts(null, null), Read(Containers.InJpeg(TestExif.XmpSegment(TestExif.Xmp("", pantry)))));
    }

    [Fact]
    public void The_files_own_dates_never_count()
    {
        var path = Path.Combine(_folder, "a.jpg");
        File.WriteAllBytes(path, Containers.Jpeg);
        File.SetLastWriteTimeUtc(path, Taken);

        Assert.Equal(new ExifFacts(null, null), ExifReader.Read(path, Berlin));
    }

    private DateTime? Located(string? day, int hour, int minute, int second) =>
        Read(Containers.InJpeg(Containers.Segment(0xE1,
            TestExif.Block(TestExif.Tiff([(TestExif.Original, Right)], [(day, hour, minute, second)]))))).TakenAt;

    private ExifFacts Read(byte[] file, string name = "a.jpg")
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, file);
        return ExifReader.Read(path, Berlin);
    }

    private static byte[] Hex(string name, byte[] block) => Encoding.ASCII.GetBytes($"\n{name}\n{block.Length,8}\n"
        + $"{string.Join('\n', Convert.ToHexStringLower(block).Chunk(72).Select(c => new string(c)))}\n");

    private static byte[] Brotli(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(data);
        return packed.ToArray();
    }
}
