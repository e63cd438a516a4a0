using System.Buffers.Binary;
using System.Text.Json;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>Messages between the studio and a helper: four bytes of length (little-endian), then JSON.</summary>
internal static class Frames
{
    /// <summary>Paths and reasons are far shorter; more means that somebody else writes into the pipe.</summary>
    private const int MostBytes = 1 << 16;

    public static void Write<T>(Stream to, T message)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(message, typeof(T), HelperJson.Default);
        var frame = new byte[sizeof(int) + json.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, json.Length);
        json.CopyTo(frame, sizeof(int));
        to.Write(frame);
        to.Flush();
    }

    /// <summary>The JSON of the next message; null when the other side is gone or does not speak like this.</summary>
    public static async Task<byte[]?> ReadAsync(Stream from)
    {
        try
        {
            var head = new byte[sizeof(int)];
            await from.ReadExactlyAsync(head);
            var length = BinaryPrimitives.ReadInt32LittleEndian(head);
            if (length is < 2 or > MostBytes)
                return null;
            var json = new byte[length];
            await from.ReadExactlyAsync(json);
            return json;
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Null for anything else than such a message.</summary>
    public static T? Parse<T>(byte[]? json)
        where T : class
    {
        try
        {
            return json is null ? null : (T?)JsonSerializer.Deserialize(json, typeof(T), HelperJson.Default);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
