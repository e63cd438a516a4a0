using System.Buffers.Binary;
using System.Text;
using WeddingStudio.Engine.Photos.Import;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>The fixed list of pictures that may reach a decoder.</summary>
public enum PhotoFormat
{
    None,
    Jpeg,
    Png,
    WebP,
    Tiff,
    Gif,
    Bmp,
    Avif,
    Heic,
    Jxl,
    Raw,
}

public enum FileKind
{
    Photo,
    Video,

    /// <summary>Named like a picture, but its bytes are none that is read here.</summary>
    Misnamed,
    Other,
}

/// <summary>What a file is, told by its first bytes; the name only decides where bytes alone cannot.</summary>
public readonly record struct PhotoSignature(FileKind Kind, PhotoFormat Format)
{
    /// <summary>Bytes of the file's beginning that <see cref="Of"/> wants to see.</summary>
    public const int HeadBytes = 4096;

    public static PhotoSignature Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var head = new byte[HeadBytes];
        var length = file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        return Of(path, head.AsSpan(0, length));
    }

    /// <param name="fileName">Name or path; only its extension counts.</param>
    /// <param name="head">The first <see cref="HeadBytes"/> bytes, or all of a shorter file.</param>
    public static PhotoSignature Of(string fileName, ReadOnlySpan<byte> head)
    {
        if (PhotoNames.IsSideFile(fileName))
            return new(FileKind.Other, PhotoFormat.None);
        var format = FormatOf(head, fileName);
        if (format != PhotoFormat.None)
            return new(FileKind.Photo, format);
        if (IsVideo(head) || PhotoNames.IsVideo(fileName))
            return new(FileKind.Video, PhotoFormat.None);
        return new(PhotoNames.IsPhoto(fileName) ? FileKind.Misnamed : FileKind.Other, PhotoFormat.None);
    }

    /// <summary>What a picture is that no decoder here reads; null for anything else.</summary>
    public static Message? NameOfUnread(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(BoxMagic("jP  ")) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51]))
            return new("Photos.FormatJpeg2000");
        if (head.StartsWith("8BPS"u8))
            return new("Photos.FormatPhotoshop");
        return head.StartsWith((ReadOnlySpan<byte>)[(byte)'I', (byte)'I', 0xBC, 0x01]) ? new("Photos.FormatJpegXr") : null;
    }

    /// <summary>The first bytes in hex and, where they can be read, as text.</summary>
    public static string Describe(ReadOnlySpan<byte> head)
    {
        var first = head[..Math.Min(8, head.Length)];
        var text = Encoding.ASCII.GetString(first);
        return text.All(c => c is >= ' ' and <= '~') ? $"{SpacedHex(first)} (\"{text}\")" : SpacedHex(first);
    }

    private static string SpacedHex(ReadOnlySpan<byte> bytes) => BitConverter.ToString(bytes.ToArray()).Replace('-', ' ');

    private static PhotoFormat FormatOf(ReadOnlySpan<byte> head, string fileName)
    {
        // A JPEG with a broken third byte is a damaged photo rather than something else.
        if (head.StartsWith(JpegMagic) && (head[2..].StartsWith((byte)0xFF) || PhotoNames.IsPhoto(fileName)))
            return PhotoFormat.Jpeg;
        if (head.StartsWith(PngMagic))
            return PhotoFormat.Png;
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
            return PhotoFormat.Gif;
        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8))
            return PhotoFormat.WebP;
        if (head.StartsWith("FUJIFILMCCD-RAW"u8) || head.StartsWith("IIRO"u8) || head.StartsWith("IIRS"u8)
            || head.StartsWith("MMOR"u8) || head.StartsWith("IIU\0"u8))
            return PhotoFormat.Raw;
        if (IsTiff(head))
            return PhotoNames.IsTiffRaw(fileName) || IsCr2(head) || HasDngVersion(head) ? PhotoFormat.Raw : PhotoFormat.Tiff;
        if (IsJxl(head, fileName))
            return PhotoFormat.Jxl;
        return IsBmp(head) ? PhotoFormat.Bmp : BoxFormat(head);
    }

    /// <summary>In boxes, or bare: then two bytes are a weak signature, and the name must say so, too.</summary>
    private static bool IsJxl(ReadOnlySpan<byte> head, string fileName) => head.StartsWith(BoxMagic("JXL "))
        || (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A])
            && Path.GetExtension(fileName).Equals(".jxl", StringComparison.OrdinalIgnoreCase));

    private static byte[] BoxMagic(string type) => [0, 0, 0, 12, .. Encoding.ASCII.GetBytes(type), 0x0D, 0x0A, 0x87, 0x0A];

    private static ReadOnlySpan<byte> JpegMagic => [0xFF, 0xD8];

    private static ReadOnlySpan<byte> PngMagic => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static bool IsTiff(ReadOnlySpan<byte> head) =>
        head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) || head.StartsWith("II+\0"u8) || head.StartsWith("MM\0+"u8);

    private static bool IsCr2(ReadOnlySpan<byte> head) => head.Length >= 10 && head[8..].StartsWith("CR"u8);

    // Two letters alone are a weak signature, so the size of the bitmap header that follows must be a known one as well.
    private static bool IsBmp(ReadOnlySpan<byte> head) => head.Length >= 18 && head.StartsWith("BM"u8)
        && BinaryPrimitives.ReadInt32LittleEndian(head[14..]) is 12 or 16 or 40 or 52 or 56 or 64 or 108 or 124;

    /// <summary>A DNG under another name: tag 0xC612 in the first directory. A TIFF reader would return its small preview.</summary>
    private static bool HasDngVersion(ReadOnlySpan<byte> head)
    {
        var little = head[0] == 'I';
        long at = head.Length < 8 ? 0 : U32(head[4..], little);
        if (at < 8 || at + 2 > head.Length)
            return false;
        var count = U16(head[(int)at..], little);
        for (var i = 0; i < count && at + 2 + 12 * (i + 1) <= head.Length; i++)
            if (U16(head[(int)(at + 2 + 12 * i)..], little) == 0xC612)
                return true;
        return false;
    }

    private static uint U16(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint U32(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);

    /// <summary>ISO media files: a brand among the major and compatible ones says what they are.</summary>
    private static PhotoFormat BoxFormat(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head[4..].StartsWith("ftyp"u8))
            return PhotoFormat.None;
        if (head[8..].StartsWith("crx "u8))
            return PhotoFormat.Raw;
        if (HasBrand(head, "avif", "avis"))
            return PhotoFormat.Avif;
        return HasBrand(head, "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1") ? PhotoFormat.Heic : PhotoFormat.None;
    }

    private static bool HasBrand(ReadOnlySpan<byte> head, params ReadOnlySpan<string> brands)
    {
        var end = Math.Min(head.Length, (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), HeadBytes));
        for (var at = 8; at + 4 <= end; at += at == 8 ? 8 : 4)
            if (brands.Contains(Encoding.ASCII.GetString(head.Slice(at, 4))))
                return true;
        return false;
    }

    private static bool IsVideo(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> matroska = [0x1A, 0x45, 0xDF, 0xA3], windowsMedia = [0x30, 0x26, 0xB2, 0x75], programStream = [0, 0, 1, 0xBA];
        if (head.StartsWith(matroska) || head.StartsWith(windowsMedia) || head.StartsWith(programStream) || head.StartsWith("FLV\x01"u8))
            return true;
        return head.Length >= 12
            && (head[4..].StartsWith("ftyp"u8) || head[4..].StartsWith("moov"u8)
                || (head.StartsWith("RIFF"u8) && head[8..].StartsWith("AVI "u8)));
    }
}
