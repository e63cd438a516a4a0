using System.Buffers.Binary;

namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>EXIF, XMP and IPTC in the segments before a JPEG's picture.</summary>
internal static class JpegBlocks
{
    /// <summary>Of 64 kB each at most; phones with many pictures in one file have some dozens.</summary>
    private const int MostSegments = 512;

    /// <param name="file">Holds the JPEG.</param>
    /// <param name="at">Where it begins in it.</param>
    /// <param name="found">Gets what was found.</param>
    public static void Read(Stream file, long at, PhotoMetadata found)
    {
        List<byte> photoshop = [];
        at += 2;
        for (var segments = 0; segments < MostSegments && file.ReadAt(at, 4) is [0xFF, var marker, ..] head; segments++)
        {
            if (marker == 0xDA)
                break;
            var length = head.Length == 4 ? BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2)) : 0;
            if (marker == 0xE1)
                AddApp1(file.ReadAt(at + 4, length - 2), found);
            else if (marker == 0xED && file.ReadAt(at + 4, length - 2) is var block && block.AsSpan().StartsWith("Photoshop 3.0\0"u8))
                photoshop.AddRange(block.AsSpan(14)); // One that is too large goes on in the next segment.
            at += marker == 0xFF ? 1 : 2 + length;
        }

        found.AddPhotoshop([.. photoshop]);
    }

    private static void AddApp1(byte[] block, PhotoMetadata found)
    {
        if (block.AsSpan().StartsWith("Exif"u8))
            found.AddExif(block[4..]);
        else if (block.AsSpan().StartsWith("http://ns.adobe.com/xap/1.0/\0"u8))
            found.AddXmp(block[29..]);
    }
}
