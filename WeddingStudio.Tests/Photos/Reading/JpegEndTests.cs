using System.Buffers.Binary;
using NetVips;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Photos.Reading;

public sealed class JpegEndTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jpeg-end-").FullName;

    public static TheoryData<string> Processes => [.. TestJpegs.Processes];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("no_eoi.jpg")]
    [InlineData("no_eoi_then_trailer.jpg")]
    public void The_phones_own_files_are_read_like_their_whole_twin(string name)
    {
        var folder = SharedFiles.Require("data/cases/jpeg-without-eoi");

        Assert.Equal(PhotoReader.Read(Path.Combine(folder, "whole.jpg")).Rgb.ToArray(),
            PhotoReader.Read(Path.Combine(folder, name)).Rgb.ToArray());
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Whole_without_the_end_mark_is_whole_pixel_for_pixel(string process)
    {
        var jpeg = TestJpegs.Coded(process);
        var whole = Read(jpeg);

        Assert.Equal(whole, Read(jpeg[..^2]));
        Assert.Equal(whole, Read(jpeg[..^1]));
        Assert.Equal(whole, Read([.. jpeg[..^2], .. new byte[5000]]));
        Assert.Equal(whole, Read([.. jpeg, .. TestJpegs.Trailer(withMarkers: true)]));
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void A_phone_makers_trailer_instead_of_the_end_mark_is_no_part_of_the_picture(string process)
    {
        var jpeg = TestJpegs.Coded(process);

        Assert.Equal(Read(jpeg), Read([.. jpeg[..^2], .. TestJpegs.Trailer(withMarkers: false)]));
        Assert.Equal(Read(jpeg), Read([.. jpeg[..^2], .. TestJpegs.Trailer(withMarkers: true)]));
        Assert.Equal(Read(jpeg), Read([.. jpeg[..^2], .. TestJpegs.Trailer(withMarkers: true), .. TestJpegs.Coded("baseline")]));
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Cut_anywhere_in_its_data_it_is_told(string process)
    {
        var jpeg = TestJpegs.Coded(process);
        var (from, to) = (TestJpegs.Markers(jpeg, 0xDA)[0] + 14, jpeg.Length - 2 - (process.StartsWith("arithmetic") ? 12 : 2));

        for (var end = to; end > from; end -= end > to - 40 ? 1 : jpeg.Length / 37)
            Assert.True(IsToldCutOff(jpeg[..end]), $"{process}, the last {jpeg.Length - end} of {jpeg.Length} bytes missing");
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Cut_and_filled_up_with_zeros_or_a_trailer_it_is_told(string process)
    {
        var half = TestJpegs.Coded(process) is var jpeg ? jpeg[..(jpeg.Length * 2 / 3)] : [];

        Assert.True(IsToldCutOff([.. half, .. new byte[100_000]]));
        Assert.True(IsToldCutOff([.. half, .. TestJpegs.Trailer(withMarkers: true)]));
    }

    [Theory]
    [InlineData("baseline")]
    [InlineData("restarts")]
    [InlineData("grey")]
    [InlineData("scans")]
    [InlineData("progressive")]
    [InlineData("progressive-restarts")]
    public void Cut_and_given_an_end_mark_it_is_told(string process)
    {
        var jpeg = TestJpegs.Coded(process);

        Assert.True(IsToldCutOff([.. jpeg[..(jpeg.Length * 4 / 5)], .. TestJpegs.EndMark]));
    }

    /// <summary>A decoder would make up 99 of 100 rows, for seconds, and in a plain picture nothing would give them away.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_too_short_for_its_size_is_told_without_decoding(bool progressive)
    {
        using var plain = Image.Black(64, 64).Copy(interpretation: Enums.Interpretation.Srgb).Bandjoin(0, 0);
        var jpeg = plain.JpegsaveBuffer(interlace: progressive, keep: Enums.ForeignKeep.None);
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, (byte)(progressive ? 0xC2 : 0xC0)]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), 6_400);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), 6_400);

        var problem = Assert.Throws<PhotoProblemException>(() => JpegInDoubt.Decode(jpeg, [], (_, _) => Assert.Fail("It was decoded.")));

        Assert.Equal(PhotoProblemException.CutOff().Message, problem.Message);
    }

    [Fact]
    public void A_bit_missing_in_the_last_block_before_the_end_mark_loses_no_photo()
    {
        var jpeg = TestJpegs.Coded("baseline");

        Read([.. jpeg[..^3], .. TestJpegs.EndMark]);
        Read([.. jpeg[..^2], 1, 2, 3, .. TestJpegs.EndMark]);
    }

    [Theory]
    [InlineData("scans")]
    [InlineData("progressive")]
    [InlineData("progressive-restarts")]
    [InlineData("arithmetic-progressive")]
    public void Without_one_of_its_later_scans_it_is_told(string process)
    {
        var jpeg = TestJpegs.Coded(process);

        foreach (var scan in TestJpegs.Markers(jpeg, 0xDA).Skip(1))
            Assert.True(IsToldCutOff(jpeg[..scan]), $"{process}, cut before the scan at {scan} of {jpeg.Length}");
    }

    [Theory]
    [InlineData("restarts")]
    [InlineData("progressive-restarts")]
    public void Cut_between_two_restart_intervals_it_is_told(string process)
    {
        var jpeg = TestJpegs.Coded(process);
        var restarts = Enumerable.Range(0xD0, 8).SelectMany(m => TestJpegs.Markers(jpeg, (byte)m)).Order().ToList();

        Assert.All(restarts.TakeLast(12), at => Assert.True(IsToldCutOff(jpeg[..at]) && IsToldCutOff(jpeg[..(at + 2)]), $"cut at {at}"));
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Mangled_bytes_have_an_end_like_any_others(string process)
    {
        var (jpeg, chance) = (TestJpegs.Coded(process), new Random(11));

        for (var i = 0; i < 2000; i++)
        {
            var mangled = jpeg[..chance.Next(2, jpeg.Length)];
            for (var changes = chance.Next(1, 12); changes > 0; changes--)
                mangled[chance.Next(Math.Min(mangled.Length, 800))] = (byte)(chance.Next(3) == 0 ? 0xFF : chance.Next(256));
            Assert.InRange(JpegEnd.Of(mangled).At, 0, mangled.Length);
        }
    }

    private byte[] Read(byte[] jpeg)
    {
        var path = Path.Combine(_folder, "a.jpg");
        File.WriteAllBytes(path, jpeg);
        return PhotoReader.Read(path).Rgb.ToArray();
    }

    private bool IsToldCutOff(byte[] jpeg)
    {
        try
        {
            Read(jpeg);
            return false;
        }
        catch (PhotoProblemException problem)
        {
            return problem.Message.StartsWith("is cut off", StringComparison.Ordinal);
        }
    }
}
