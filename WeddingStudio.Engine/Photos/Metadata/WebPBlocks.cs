namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>The chunks of a WebP.</summary>
internal static class WebPBlocks
{
    private const int MostChunks = 4096;

    public static void Read(Stream file, PhotoMetadata found)
    {
        long at = 12;
        for (var chunks = 0; chunks < MostChunks && file.ReadAt(at, 8) is { Length: 8 } head; chunks++)
        {
            var length = new ByteView(head, isLittleEndian: true).U32(4);
            if (head.AsSpan().StartsWith("EXIF"u8))
                found.AddExif(file.ReadAt(at + 8, Math.Min(length, PhotoMetadata.MostBlockBytes)));
            else if (head.AsSpan().StartsWith("XMP "u8))
                found.AddXmp(file.ReadAt(at + 8, Math.Min(length, PhotoMetadata.MostBlockBytes)));
            at += 8 + length + (length & 1);
        }
    }
}
