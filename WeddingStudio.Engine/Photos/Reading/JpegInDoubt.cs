using System.Security.Cryptography;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>
/// A JPEG that does not end in its end mark: whole all the same, or cut off? The decoder does not say: it makes up what is missing,
/// and takes what a phone maker hung behind the picture for a part of it.
/// </summary>
internal static class JpegInDoubt
{
    /// <summary>Decodes a JPEG with an end mark.</summary>
    public delegate void Decoder(byte[] jpeg, Span<byte> upright);

    /// <summary>Of the file, in memory at the same time.</summary>
    public const int Copies = 5;

    /// <summary>
    /// Of the bytes of the picture: some cameras write the last blocks short but do end the file, no reason to lose the photo.
    /// </summary>
    private const double MayDifferThoughMarked = .01;

    /// <summary>Bytes from one sample to the next: in all columns and channels.</summary>
    private const int SampleStep = 191;

    private static readonly byte[] EndMark = [0xFF, 0xD9];

    /// <summary>
    /// Bytes like those of a picture, with no marker among them; the first bit differs from the zeros a decoder makes up.
    /// </summary>
    private static readonly byte[] BehindHuffman = [.. Enumerable.Range(0, 64).Select(i => (byte)((0xA5 + 89 * i) % 251))];

    /// <summary>
    /// An arithmetic coder leaves out zeros at the end (ITU-T T.81, D.1.8), so what follows two of them is nothing a whole picture needs;
    /// of one that is cut off the last ten bytes may be missing untold.
    /// </summary>
    private static readonly byte[] BehindArithmetic = [0, 0, .. Enumerable.Repeat((byte)0xFE, 64)];

    /// <summary>As the last two bytes of nearly every JPEG.</summary>
    public static bool EndsInMark(string path)
    {
        using var file = File.OpenRead(path);
        file.Position = Math.Max(0, file.Length - EndMark.Length);
        return (file.ReadByte(), file.ReadByte()) == (EndMark[0], EndMark[1]);
    }

    /// <summary>Of the file itself: the path may be the system's name for an open one.</summary>
    public static long LengthOf(string path)
    {
        using var file = File.OpenRead(path);
        return file.Length;
    }

    /// <summary>The picture has its end mark, be it in front of what a phone maker hung behind it.</summary>
    public static bool IsMarked(string path) => EndsInMark(path) || JpegEnd.Of(File.ReadAllBytes(path)).IsMarked;

    /// <summary>
    /// The picture if it is whole: then it does not depend on what follows, and comes out the same with other bytes behind it. Throws
    /// <see cref="PhotoProblemException"/> when it does, or when parts are missing that a decoder would do without.
    /// </summary>
    public static void Decode(byte[] jpeg, Span<byte> upright, Decoder decode)
    {
        var end = JpegEnd.Of(jpeg);
        if ((!end.IsMarked && !end.HasEveryScan && !jpeg.AsSpan().EndsWith(EndMark))
            || end.At < end.LeastBytes * (1 - MayDifferThoughMarked))
            throw PhotoProblemException.CutOff();
        if (GoesOn(jpeg, end))
            // Damaged rather than cut off, and the decoder copes or does not.
            decode(jpeg, upright);
        else if (!IsWhole(jpeg, end, upright, decode))
            throw PhotoProblemException.CutOff();
    }

    /// <summary>Parts of a JPEG that has passed: what is missing of them has been judged with the whole.</summary>
    public static void DecodePassed(byte[] jpeg, Span<byte> parts, Decoder decode)
    {
        var end = JpegEnd.Of(jpeg);
        decode(GoesOn(jpeg, end) ? jpeg : [.. jpeg.AsSpan(0, end.At), .. EndMark], parts);
    }

    /// <summary>Behind the end that was found.</summary>
    private static bool GoesOn(byte[] jpeg, JpegEnd end) =>
        end.IsMarked ? !jpeg.AsSpan(end.At).StartsWith(EndMark) : !end.HasEveryScan;

    private static bool IsWhole(byte[] jpeg, JpegEnd end, Span<byte> upright, Decoder decode)
    {
        decode([.. jpeg.AsSpan(0, end.At), .. end.IsArithmetic ? BehindArithmetic : BehindHuffman, .. EndMark], upright);
        var (hash, samples) = (SHA256.HashData(upright), Samples(upright));
        decode([.. jpeg.AsSpan(0, end.At), .. EndMark], upright);
        return SHA256.HashData(upright).AsSpan().SequenceEqual(hash)
            || (end.IsMarked
                && Samples(upright).Zip(samples).Count(pair => pair.First != pair.Second) <= MayDifferThoughMarked * samples.Length);
    }

    private static byte[] Samples(ReadOnlySpan<byte> upright)
    {
        var samples = new byte[upright.Length / SampleStep + 1];
        for (var i = 0; i * SampleStep < upright.Length; i++)
            samples[i] = upright[i * SampleStep];
        return samples;
    }
}
