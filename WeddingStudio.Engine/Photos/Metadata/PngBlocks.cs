using System.IO.Compression;
using System.Text;

namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>EXIF, XMP and texts of a PNG, before and behind its picture.</summary>
internal static class PngBlocks
{
    /// <summary>A large picture has some thousands.</summary>
    private const int MostChunks = 65_536;

    /// <summary>All unpacked and kept texts together.</summary>
    private const int MostTextBytes = 8 << 20;

    public static void Read(Stream file, PhotoMetadata found)
    {
        var textBytes = 0;
        foreach (var (type, begin, length) in PngChunks.In(file, MostChunks))
        {
            if (type is "eXIf")
                found.AddExif(file.ReadAt(begin, Math.Min(length, PhotoMetadata.MostBlockBytes)));
            else if (type is "tEXt" or "zTXt" or "iTXt")
                textBytes += AddText(type, file.ReadAt(begin, Math.Min(length, PhotoMetadata.MostBlockBytes)), found);
            if (textBytes >= MostTextBytes)
                break;
        }
    }

    private static int AddText(string type, byte[] chunk, PhotoMetadata found)
    {
        var nameEnd = Array.IndexOf(chunk, (byte)0);
        if (nameEnd is < 1 or > 79)
            return 0;
        var name = Encoding.Latin1.GetString(chunk, 0, nameEnd);
        var text = type switch
        {
            "tEXt" => chunk[(nameEnd + 1)..],
            "zTXt" => Unpacked(chunk.AsSpan(nameEnd + 1) is [_, .. var packed] ? packed : default),
            _ => International(chunk.AsSpan(nameEnd + 1)),
        };
        if (name == "XML:com.adobe.xmp")
            found.AddXmp(text);
        else if (name.StartsWith("Raw profile type ", StringComparison.Ordinal))
            AddProfile(name[17..], text, found);
        else if (text.Length <= 1000)
            found.Texts.TryAdd(name, type == "iTXt" ? Encoding.UTF8.GetString(text) : Encoding.Latin1.GetString(text));
        return text.Length;
    }

    /// <summary>Packed or not, method, language, name in that language, text.</summary>
    private static byte[] International(ReadOnlySpan<byte> rest)
    {
        if (rest is not [var packed, _, .. var words])
            return [];
        for (var skip = 0; skip < 2; skip++)
            words = words.IndexOf((byte)0) is >= 0 and var end ? words[(end + 1)..] : default;
        return packed == 1 ? Unpacked(words) : words.ToArray();
    }

    private static byte[] Unpacked(ReadOnlySpan<byte> packed)
    {
        using var unpacking = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        return unpacking.ReadUpTo(PhotoMetadata.MostBlockBytes);
    }

    /// <summary>ImageMagick's way before PNG had a chunk for EXIF: a name, the length and the bytes in hex, over many lines.</summary>
    private static void AddProfile(string name, byte[] text, PhotoMetadata found)
    {
        string[] lines = Encoding.Latin1.GetString(text).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var hex = string.Concat(lines.Skip(2)).Replace(" ", "", StringComparison.Ordinal).Trim();
        if (hex.Length % 2 != 0 || !hex.All(char.IsAsciiHexDigit))
            return;
        var profile = Convert.FromHexString(hex);
        if (name is "exif" or "APP1" && profile.AsSpan().StartsWith("http://ns.adobe.com/xap/1.0/\0"u8))
            found.AddXmp(profile[29..]);
        else if (name is "exif" or "APP1")
            found.AddExif(profile.AsSpan().StartsWith("Exif"u8) ? profile[4..] : profile);
        else if (name is "xmp")
            found.AddXmp(profile);
        else if (name is "iptc" or "8bim")
            found.AddPhotoshop(profile.AsSpan().StartsWith("Photoshop 3.0\0"u8) ? profile.AsSpan(14) : profile);
    }
}
