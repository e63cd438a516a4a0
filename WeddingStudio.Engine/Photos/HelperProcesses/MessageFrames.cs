using System.Buffers.Binary;

namespace WeddingStudio.Engine.Photos.HelperProcesses;

/// <summary>Messages between the studio and a helper, in frames: four bytes of length (little-endian), then the message.</summary>
internal static class MessageFrames
{
    /// <summary>Paths and reasons are far shorter; more means that somebody else writes into the pipe.</summary>
    private const int MostBytes = 1 << 16;

    public static void Write<T>(Stream to, T message)
        where T : IHelperMessage<T>
    {
        var frame = new MemoryStream();
        using var writer = new BinaryWriter(frame);
        writer.Write(0);
        message.Write(writer);
        var bytes = frame.GetBuffer().AsSpan(0, (int)frame.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length - sizeof(int));
        to.Write(bytes);
        to.Flush();
    }

    /// <summary>The bytes of the next message; null when the other side is gone or does not speak like this.</summary>
    public static async Task<byte[]?> ReadAsync(Stream from)
    {
        try
        {
            var head = new byte[sizeof(int)];
            await from.ReadExactlyAsync(head);
            var length = BinaryPrimitives.ReadInt32LittleEndian(head);
            if (length is < 1 or > MostBytes)
                return null;
            var message = new byte[length];
            await from.ReadExactlyAsync(message);
            return message;
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Null for anything else than such a message.</summary>
    public static T? Parse<T>(byte[]? message)
        where T : class, IHelperMessage<T>
    {
        if (message is null)
            return null;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(message));
            var parsed = T.Read(reader);
            return reader.BaseStream.Position == message.Length ? parsed : null;
        }
        catch (Exception error) when (error is IOException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
