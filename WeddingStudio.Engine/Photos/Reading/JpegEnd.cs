using System.Buffers.Binary;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>Where the picture in a JPEG ends, told by its structure (ITU-T T.81, annex B); nothing is decoded.</summary>
/// <param name="At">Offset behind the last byte that may belong to the picture.</param>
/// <param name="IsMarked">The end mark follows, as it should.</param>
/// <param name="HasEveryScan">Every coefficient was begun to be sent down to its last bit, and no restart interval is missing.</param>
/// <param name="LeastBytes">What a picture of this size takes if it has nothing to show.</param>
/// <param name="IsArithmetic">Coded arithmetically instead of by Huffman.</param>
internal readonly record struct JpegEnd(int At, bool IsMarked, bool HasEveryScan, long LeastBytes, bool IsArithmetic)
{
    private const byte Temporary = 0x01, FirstRestart = 0xD0, LastRestart = 0xD7, Soi = 0xD8, Eoi = 0xD9, Sos = 0xDA, Dri = 0xDD;

    public static JpegEnd Of(ReadOnlySpan<byte> jpeg)
    {
        var scans = new JpegScans();
        var at = Math.Min(2, jpeg.Length);
        var pictureEnd = at;
        while (Marker(jpeg, ref at) is { } marker && marker != Soi)
        {
            if (marker == Eoi)
                return new(pictureEnd, IsMarked: true, scans.AreAllThere, scans.LeastBytes, scans.IsArithmetic);
            if (marker is Temporary or >= FirstRestart and <= LastRestart)
                continue; // These two have no payload.
            if (!TryPayload(jpeg, at, out var payload))
                break;
            if (scans.AreAllThere && (marker == Sos || IsFrame(marker)))
                break; // Nothing of this picture is left to come: it belongs to what a phone maker left behind it.
            at += 2 + payload.Length;
            if (IsFrame(marker))
                scans.Begin(marker, payload);
            else if (marker == Dri && payload.Length >= 2)
                scans.RestartInterval = BinaryPrimitives.ReadUInt16BigEndian(payload);
            else if (marker == Sos)
                pictureEnd = at = ScanEnd(jpeg, at, scans, payload);
        }

        return new(WithoutZeros(jpeg, pictureEnd), IsMarked: false, scans.AreAllThere, scans.LeastBytes, scans.IsArithmetic);
    }

    /// <summary>
    /// The next marker, <paramref name="at"/> moved past it; stray bytes before it are skipped, as decoders do. Null at the end.
    /// </summary>
    private static byte? Marker(ReadOnlySpan<byte> jpeg, ref int at)
    {
        while (at < jpeg.Length && jpeg[at..].IndexOf((byte)0xFF) is >= 0 and var next)
        {
            at += next;
            while (at < jpeg.Length && jpeg[at] == 0xFF)
                at++;
            if (at < jpeg.Length && jpeg[at++] is not 0 and var marker)
                return marker;
        }

        return null;
    }

    private static bool TryPayload(ReadOnlySpan<byte> jpeg, int at, out ReadOnlySpan<byte> payload)
    {
        var length = at + 2 <= jpeg.Length ? BinaryPrimitives.ReadUInt16BigEndian(jpeg[at..]) : 0;
        var fits = length >= 2 && at + length <= jpeg.Length;
        payload = fits ? jpeg.Slice(at + 2, length - 2) : default;
        return fits;
    }

    /// <summary>SOF0 to SOF15 without the three tables among them.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Offset of the first marker behind a scan's data that is no restart, or of the file's end.</summary>
    private static int ScanEnd(ReadOnlySpan<byte> jpeg, int at, JpegScans scans, ReadOnlySpan<byte> header)
    {
        var (restarts, lastRestart) = (0, at);
        while (jpeg[at..].IndexOf((byte)0xFF) is >= 0 and var next && at + next + 1 < jpeg.Length)
        {
            var follower = jpeg[at + next + 1];
            if (follower is not (0 or >= FirstRestart and <= LastRestart))
                break;
            at += next + 2;
            if (follower != 0)
                (restarts, lastRestart) = (restarts + 1, at);
        }

        var last = jpeg[at..].IndexOf((byte)0xFF);
        var end = last < 0 ? jpeg.Length : at + last;
        scans.Add(header, end > lastRestart ? restarts + 1 : restarts);
        return end == lastRestart && restarts > 0 ? end - 2 : end;
    }

    /// <summary>
    /// A copy that broke off may have been given its full length in zeros. A scan's own data can end in one, hardly in two.
    /// </summary>
    private static int WithoutZeros(ReadOnlySpan<byte> jpeg, int end) => Math.Min(end, jpeg[..end].TrimEnd((byte)0).Length + 1);
}
