namespace WeddingStudio.Engine.Photos.Metadata;

internal static class StreamParts
{
    /// <summary>Up to <paramref name="count"/> bytes from <paramref name="at"/>; fewer, or none, where the file ends before.</summary>
    public static byte[] ReadAt(this Stream stream, long at, long count)
    {
        if (at < 0 || at >= stream.Length || count <= 0)
            return [];
        var bytes = new byte[Math.Min(count, stream.Length - at)];
        stream.Position = at;
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    /// <summary>What comes out of an unpacking stream, up to a limit: a few bytes may unpack to gigabytes.</summary>
    public static byte[] ReadUpTo(this Stream packed, int most)
    {
        try
        {
            // Most texts are short and there may be thousands of them: room is made as they come.
            using var bytes = new MemoryStream();
            var part = new byte[4096];
            while (packed.Read(part, 0, (int)Math.Min(part.Length, most - bytes.Length)) is > 0 and var count)
                bytes.Write(part, 0, count);
            return bytes.ToArray();
        }
        catch (Exception error) when (error is InvalidDataException or IOException or InvalidOperationException)
        {
            return []; // Not packed as it says.
        }
    }
}
