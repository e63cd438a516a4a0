using System.Buffers.Binary;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>The size of a WebP by its first chunk (RFC 9649): libvips lays out the whole picture before it tells.</summary>
/// <param name="WidthPx">Of the canvas.</param>
/// <param name="HeightPx">Of the canvas.</param>
/// <param name="IsPlain">Nothing but one lossy picture without transparency.</param>
internal readonly record struct WebPSize(int WidthPx, int HeightPx, bool IsPlain)
{
    private const int ChunkAt = 12, DataAt = 20, HeadBytes = 30;

    /// <summary>Sides of the picture that is looked at for what else the header tells.</summary>
    private const double SmallPx = 256;

    /// <summary>How much smaller the picture may be opened to learn the rest of its header: no side is lost.</summary>
    public double ScaleForHeader => Math.Min(1, Math.Max(SmallPx / Math.Max(WidthPx, HeightPx), 1.0 / Math.Min(WidthPx, HeightPx)));

    /// <summary>Null where no picture begins: no decoder reads that either.</summary>
    public static WebPSize? Of(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[HeadBytes];
        return Of(head[..file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)]);
    }

    public static WebPSize? Of(ReadOnlySpan<byte> head)
    {
        if (head.Length < DataAt + 5)
            return null;
        var type = head.Slice(ChunkAt, 4);
        var data = head[DataAt..];
        if (type.SequenceEqual("VP8L"u8))
            return OfLossless(BinaryPrimitives.ReadUInt32LittleEndian(data[1..]));
        if (head.Length < HeadBytes)
            return null;
        if (type.SequenceEqual("VP8X"u8))
            return new(1 + U24(data[4..]), 1 + U24(data[7..]), IsPlain: false);
        return type.SequenceEqual("VP8 "u8) ? OfLossy(U16(data[6..]), U16(data[8..])) : null;
    }

    private static WebPSize OfLossless(uint sides) => new(1 + (int)(sides & 0x3FFF), 1 + (int)((sides >> 14) & 0x3FFF), IsPlain: false);

    /// <summary>The two highest bits of each only say how to show it.</summary>
    private static WebPSize? OfLossy(int width, int height) =>
        (width & 0x3FFF, height & 0x3FFF) is ( > 0, > 0) and var (widthPx, heightPx) ? new(widthPx, heightPx, IsPlain: true) : null;

    private static int U16(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt16LittleEndian(at);

    private static int U24(ReadOnlySpan<byte> at) => U16(at) | at[2] << 16;
}
