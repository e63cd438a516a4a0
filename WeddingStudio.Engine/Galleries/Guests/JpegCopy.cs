using System.Buffers.Binary;

namespace WeddingStudio.Engine.Galleries.Guests;

/// <summary>
/// Copies a JPEG segment by segment (ITU-T T.81, annex B), keeping what the pixels and their colours need and nothing
/// else: position, serial numbers, maker notes, names, thumbnails, comments and what hangs behind the picture all stay behind.
/// </summary>
internal static class JpegCopy
{
    private const byte Soi = 0xD8, Eoi = 0xD9, Sos = 0xDA, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE;

    /// <summary>
    /// Payload of a scan's header of one component, the shortest: count, selector, tables, spectral selection, approximation (B.2.3).
    /// </summary>
    private const int ScanHeaderBytes = 6;

    /// <summary>JFIF up to and without its thumbnail: identifier, version, density, thumbnail size 0 x 0.</summary>
    private const int JfifBytes = 14;

    /// <param name="jpeg">The whole file.</param>
    /// <param name="exif">Payload of the only EXIF segment the copy gets; empty for none.</param>
    /// <returns>Null when the bytes are no well-formed JPEG from its start through a picture to its end.</returns>
    public static byte[]? WithoutTraces(ReadOnlySpan<byte> jpeg, ReadOnlySpan<byte> exif)
    {
        if (jpeg.Length < 4 || jpeg[0] != 0xFF || jpeg[1] != Soi)
            return null;
        using var copy = new MemoryStream(jpeg.Length + exif.Length + 4);
        copy.Write([0xFF, Soi]);
        var (exifWritten, scanned) = (exif.IsEmpty, false);
        for (var at = 2; Next(jpeg, ref at) is { } marker;)
        {
            if (!exifWritten && marker != App0)
            {
                WriteSegment(copy, App1, exif);
                exifWritten = true;
            }

            if (marker == Eoi)
                return scanned ? Ended(copy) : null;
            if (at + 2 > jpeg.Length
                || at + BinaryPrimitives.ReadUInt16BigEndian(jpeg[at..]) is var end && (end > jpeg.Length || end < at + 2))
                return null;
            if (marker == Sos && end - at - 2 < ScanHeaderBytes)
                return null;
            if (Keep(marker, jpeg[(at + 2)..end]) is { IsEmpty: false } kept)
                WriteSegment(copy, marker, kept);
            at = marker == Sos ? CopyScan(copy, jpeg, end) : end;
            scanned |= marker == Sos;
        }

        return null; // Stray bytes or a missing end: decoders get over it, a copy by segments would lose the picture.
    }

    private static byte[] Ended(MemoryStream copy)
    {
        copy.Write([0xFF, Eoi]);
        return copy.ToArray();
    }

    /// <summary>The marker at <paramref name="at"/>, moved past it; null at the end or where no marker is.</summary>
    private static byte? Next(ReadOnlySpan<byte> jpeg, ref int at)
    {
        if (at >= jpeg.Length || jpeg[at] != 0xFF)
            return null;
        while (at < jpeg.Length && jpeg[at] == 0xFF)
            at++;
        return at < jpeg.Length ? jpeg[at++] : null;
    }

    /// <summary>The part of a segment's payload that the copy gets; empty when the segment stays behind.</summary>
    private static ReadOnlySpan<byte> Keep(byte marker, ReadOnlySpan<byte> payload) => marker switch
    {
        >= 0xC0 and <= 0xCF or >= 0xDA and <= 0xDF => payload, // frames, tables, scans, restart interval
        App0 when payload.Length >= JfifBytes && payload.StartsWith("JFIF\0"u8) => WithoutThumbnail(payload[..JfifBytes]),
        App2 when payload.StartsWith("ICC_PROFILE\0"u8) => payload,
        App14 when payload.Length >= 12 && payload.StartsWith("Adobe"u8) => payload[..12], // says how the colours are stored
        _ => default,
    };

    private static ReadOnlySpan<byte> WithoutThumbnail(ReadOnlySpan<byte> jfif)
    {
        var copy = jfif.ToArray();
        copy[12] = copy[13] = 0;
        return copy;
    }

    /// <summary>Copies entropy-coded data up to the next marker that is neither a stuffed zero nor a restart.</summary>
    private static int CopyScan(MemoryStream copy, ReadOnlySpan<byte> jpeg, int start)
    {
        var at = start;
        while (at < jpeg.Length)
        {
            var next = jpeg[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= jpeg.Length)
            {
                at = jpeg.Length;
                break;
            }

            at += next;
            if (jpeg[at + 1] is not (0x00 or >= 0xD0 and <= 0xD7))
                break;
            at += 2;
        }

        copy.Write(jpeg[start..at]);
        return at;
    }

    private static void WriteSegment(MemoryStream copy, byte marker, ReadOnlySpan<byte> payload)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(payload.Length + 2));
        copy.Write(head);
        copy.Write(payload);
    }
}
