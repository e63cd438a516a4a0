using System.Text;

namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>The chunks of a PNG one after the other: type, and where content begins and how long it says it is.</summary>
internal static class PngChunks
{
    private const int FirstAt = 8, HeadBytes = 8, CheckBytes = 4;

    public static IEnumerable<(string Type, long Begin, uint Length)> In(Stream png, int most)
    {
        long at = FirstAt;
        for (var chunks = 0; chunks < most && png.ReadAt(at, HeadBytes) is { Length: HeadBytes } head; chunks++)
        {
            var length = new ByteView(head).U32(0);
            yield return (Encoding.ASCII.GetString(head, 4, 4), at + HeadBytes, length);
            at += HeadBytes + length + CheckBytes;
        }
    }
}
