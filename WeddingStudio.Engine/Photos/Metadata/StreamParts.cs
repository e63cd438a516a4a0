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
            var bytes = new byte[most];
            return bytes[..packed.ReadAtLeast(bytes, most, throwOnEndOfStream: false)];
        }
        catch (Exception error) when (error is InvalidDataException or IOException or InvalidOperationException)
        {
            return []; // Not packed as it says.
        }
    }
}
