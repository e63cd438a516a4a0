using System.IO.Compression;
using System.Text;

namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>
/// EXIF and XMP in box files (ISO/IEC 14496-12): as items of HEIC and AVIF, as boxes of their own in JPEG XL, in Canon's box in CR3.
/// </summary>
internal static class IsoBoxBlocks
{
    /// <summary>
    /// Of the box with the list of items, and the one a camera's RAW begins with: real ones have some kB, with previews below a MB.
    /// </summary>
    private const int MostListBytes = 4 << 20;

    /// <summary>Boxes in a row and items: a phone's picture has about fifty, of its tiles.</summary>
    private const int MostBoxes = 1024;

    private static readonly byte[] CanonBox = Convert.FromHexString("85C0B687820F11E08111F4CE462B6A48");
    private static readonly byte[] XmpBox = Convert.FromHexString("BE7ACFCB97A942E89C71999491E3AFAC");

    public static void Read(Stream file, PhotoMetadata found)
    {
        foreach (var (type, begin, end) in IsoBox.In(file, MostBoxes))
            Add(type, count => file.ReadAt(begin, Math.Min(end - begin, count)), file, found);
    }

    private static void Add(string type, Func<long, byte[]> body, Stream file, PhotoMetadata found)
    {
        switch (type)
        {
            case "meta":
                AddItems(body(MostListBytes), file, found);
                break;
            case "moov":
                AddCanon(body(MostListBytes), found);
                break;
            case "Exif" or "xml " or "brob":
                AddJxl(type, body(PhotoMetadata.MostBlockBytes), found);
                break;
            case "uuid" when body(16).AsSpan().SequenceEqual(XmpBox):
                found.AddXmp(body(PhotoMetadata.MostBlockBytes)[16..]);
                break;
        }
    }

    /// <summary>The blocks of a HEIC or AVIF: which items there are, and where they lie.</summary>
    private static void AddItems(byte[] meta, Stream file, PhotoMetadata found)
    {
        foreach (var item in IsoBoxItems.In(meta).Where(i => i.IsExif || i.IsXmp).Take(8))
        {
            byte[] block = [.. item.Parts.Take(16).SelectMany(p => p.InMeta ? new ByteView(meta).Slice(p.At, p.Length).ToArray()
                : file.ReadAt(p.At, Math.Min(p.Length, PhotoMetadata.MostBlockBytes)))];
            if (item.IsXmp)
                found.AddXmp(block);
            else
                AddWithOffset(block, found);
        }
    }

    private static void AddJxl(string type, byte[] body, PhotoMetadata found)
    {
        if (type == "brob" && body.Length > 4)
        {
            using var unpacking = new BrotliStream(new MemoryStream(body[4..]), CompressionMode.Decompress);
            (type, body) = (Encoding.ASCII.GetString(body, 0, 4), unpacking.ReadUpTo(PhotoMetadata.MostBlockBytes));
        }

        if (type == "xml ")
            found.AddXmp(body);
        else if (type == "Exif")
            AddWithOffset(body, found);
    }

    /// <summary>The TIFF begins behind as many bytes as the first four say.</summary>
    private static void AddWithOffset(byte[] block, PhotoMetadata found) =>
        found.AddExif(new ByteView(block).From(4L + new ByteView(block).U32(0)).ToArray() is { Length: > 0 } tiff ? tiff : block);

    /// <summary>CMT1, CMT2 and CMT4: the directories that stand in one TIFF elsewhere, each in one of its own.</summary>
    private static void AddCanon(byte[] moov, PhotoMetadata found)
    {
        foreach (var canon in IsoBox.In(moov, 0)
            .Where(b => b.Type == "uuid" && moov.AsSpan(b.Begin, Math.Min(16, b.End - b.Begin)).SequenceEqual(CanonBox)))
        {
            foreach (var box in IsoBox.In(moov[..canon.End], canon.Begin + 16))
            {
                var into = box.Type switch { "CMT1" => found.Main, "CMT2" => found.Exif, "CMT4" => found.Position, _ => null };
                if (into is not null && PhotoMetadata.Open(new MemoryStream(moov[box.Begin..box.End])) is { } tiff)
                    into.Add(tiff.First);
            }
        }
    }
}
