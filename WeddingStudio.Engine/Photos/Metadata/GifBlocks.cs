namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>
/// The XMP of a GIF: an application's extension whose text is not cut into blocks like all else (XMP specification, part 3).
/// </summary>
internal static class GifBlocks
{
    private const byte Extension = 0x21, Picture = 0x2C, Application = 0xFF;

    /// <summary>It stands among the first blocks; an animation may have millions.</summary>
    private const int MostBytes = 8 << 20;

    public static void Read(Stream file, PhotoMetadata found)
    {
        var bytes = file.ReadAt(0, MostBytes);
        var view = new ByteView(bytes);
        var at = 13 + TableBytes(view.U8(10));
        while (at < view.Length && view.U8(at) is Extension or Picture)
        {
            if (view.U8(at) == Picture)
                at += 11 + TableBytes(view.U8(at + 9));
            else if (view.U8(at + 1) == Application && view.Slice(at + 3, 11).SequenceEqual("XMP DataXMP"u8))
            {
                var text = view.From(at + 14);
                found.AddXmp(text[..(text.IndexOf((byte)0) is >= 0 and var end ? end : text.Length)]);
                return;
            }
            else
                at += 2;
            while (view.U8(at) is > 0 and var length)
                at += 1 + length;
            at++;
        }
    }

    private static int TableBytes(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
