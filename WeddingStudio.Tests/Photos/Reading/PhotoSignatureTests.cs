using System.Text;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Photos.Reading;

public sealed class PhotoSignatureTests
{
    [Theory]
    [InlineData("a.jpg", "FFD8FFE000104A46", PhotoFormat.Jpeg)]
    [InlineData("a.png", "89504E470D0A1A0A", PhotoFormat.Png)]
    [InlineData("a.gif", "474946383961", PhotoFormat.Gif)]
    [InlineData("a.webp", "524946460000000057454250", PhotoFormat.WebP)]
    [InlineData("a.tif", "49492A0008000000", PhotoFormat.Tiff)]
    [InlineData("a.tif", "4D4D002A00000008", PhotoFormat.Tiff)]
    [InlineData("a.nef", "4D4D002A00000008", PhotoFormat.Raw)]
    [InlineData("a.arw", "49492A0008000000", PhotoFormat.Raw)]
    [InlineData("a.tif", "49492A00100000004352", PhotoFormat.Raw)]
    [InlineData("a.tif", "49492A0008000000010012C601000400000001040000", PhotoFormat.Raw)]
    [InlineData("a.orf", "4949524F08000000", PhotoFormat.Raw)]
    [InlineData("a.rw2", "4949550018000000", PhotoFormat.Raw)]
    [InlineData("a.raf", "46554A4946494C4D4343442D524157", PhotoFormat.Raw)]
    [InlineData("a.cr3", "00000018667479706372782000000001", PhotoFormat.Raw)]
    [InlineData("a.heic", "00000018667479706865696300000000", PhotoFormat.Heic)]
    [InlineData("a.heic", "000000186674797061766966000000006D696631", PhotoFormat.Avif)]
    [InlineData("a.avif", "00000014667479706D6966310000000061766966", PhotoFormat.Avif)]
    [InlineData("a.heif", "00000014667479706D6966310000000061766966", PhotoFormat.Avif)]
    [InlineData("a.bmp", "424D0000000000000000360000002800000001", PhotoFormat.Bmp)]
    [InlineData("holiday.txt", "FFD8FFE000104A46", PhotoFormat.Jpeg)]
    [InlineData("really.mp4", "FFD8FFE000104A46", PhotoFormat.Jpeg)]
    public void Bytes_say_what_a_photo_is(string name, string head, PhotoFormat expected)
    {
        var signature = PhotoSignature.Of(name, Convert.FromHexString(head));

        Assert.Equal(new PhotoSignature(FileKind.Photo, expected), signature);
    }

    [Theory]
    [InlineData("a.mp4", "00000018667479706D70343200000000")]
    [InlineData("a.jpg", "00000018667479706D70343200000000")]
    [InlineData("a.mov", "0000001866747970717420200000")]
    [InlineData("a.mkv", "1A45DFA3")]
    [InlineData("a.avi", "524946460000000041564920")]
    [InlineData("a.mts", "00000000")]
    public void Videos_are_told_apart(string name, string head) =>
        Assert.Equal(FileKind.Video, PhotoSignature.Of(name, Convert.FromHexString(head)).Kind);

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("push graphic-context viewbox 0 0 640 480")]
    [InlineData("<?xml version='1.0'?><image><read filename='x'/></image>")]
    [InlineData("%PDF-1.7")]
    [InlineData("BM is how this letter begins, and no bitmap")]
    public void Drawings_scripts_and_documents_reach_no_decoder_whatever_their_name(string content)
    {
        var head = Encoding.ASCII.GetBytes(content);

        Assert.All(["a.svg", "a.mvg", "a.msl", "a.pdf", "a"], name => Assert.Equal(FileKind.Other, PhotoSignature.Of(name, head).Kind));
        Assert.All(["a.jpg", "a.heic", "a.cr2"], name => Assert.Equal(FileKind.Misnamed, PhotoSignature.Of(name, head).Kind));
    }

    [Fact]
    public void The_first_bytes_are_shown_in_hex_and_as_text_where_they_are_text()
    {
        Assert.Equal("3C 68 74 6D 6C 3E 3C 62 (\"<html><b\")", PhotoSignature.Describe("<html><body>"u8));
        Assert.Equal("00 01 02", PhotoSignature.Describe([0, 1, 2]));
    }

    [Fact]
    public void A_tiff_whose_directory_lies_beyond_all_files_is_a_tiff()
    {
        // Found by fuzzing: the place and two more bytes were 0 again.
        Assert.Equal(PhotoFormat.Tiff, PhotoSignature.Of("a.jpg", [.. "II*\0"u8, 0xFE, 0xFF, 0xFF, 0xFF]).Format);
    }
}
