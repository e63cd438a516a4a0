using WeddingStudio.Engine.Photos.Metadata;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>How a TIFF stores its picture, as far as the decoders differ over it.</summary>
/// <param name="Bits">Of one sample.</param>
/// <param name="IsFloat">Samples are floating point.</param>
/// <param name="Compression">TIFF 6.0, section 3.</param>
/// <param name="Meaning">Of the samples: 2 RGB, 5 inks, 6 YCbCr, 8 Lab.</param>
/// <param name="WhiteX">Of the white point, where the file tells it.</param>
/// <param name="IsCutOff">Some of the picture lies behind the end of the file.</param>
/// <param name="HasAlpha">A sample beyond the colours is opacity, also where the file says nothing about it; else it is a mask or an ink
/// that some program keeps there.</param>
/// <param name="PartBytes">Of the largest strip or tile, as it lies in the file.</param>
/// <param name="PartPx">Pixels that are unpacked at a time, where that is not row by row.</param>
internal readonly record struct TiffKind(
    int Bits, bool IsFloat, int Compression, int Meaning, double? WhiteX, bool IsCutOff, bool HasAlpha, long PartBytes, long PartPx)
{
    private const ushort WidthTag = 256, HeightTag = 257, BitsTag = 258, CompressionTag = 259, MeaningTag = 262, RowsTag = 278,
        PlanesTag = 284, WhitePointTag = 318, TileWidthTag = 322, TileHeightTag = 323, ExtraTag = 338, SampleTag = 339;

    /// <summary>Where parts of the picture begin, and how long they are: strips, tiles, and the JPEG of the old kind.</summary>
    private static readonly (ushort At, ushort Length)[] Parts = [(273, 279), (324, 325), (513, 514)];

    /// <summary>More are not looked at.</summary>
    private const int MostParts = 65_536;

    private const int OldJpeg = 6, Jpeg = 7, Inks = 5, YCbCr = 6, Lab = 8, Float = 3, AssociatedAlpha = 1,
        UnassociatedAlpha = 2, SeparatePlanes = 2;

    /// <summary>
    /// A depth and a meaning that some decoder here has; in others the picture would come out black or in wrong colours without a word.
    /// </summary>
    public bool IsRead =>
        Meaning is (>= 0 and <= 3) or Inks or YCbCr or Lab && (Bits is 1 or 2 or 4 or (>= 8 and <= 16) or 32 || (Bits == 64 && IsFloat));

    /// <summary>What libvips does not read, or shows in wrong colours without a word.</summary>
    public bool IsForMagick => Compression == OldJpeg
        || Bits is (> 8 and < 16) or 64
        || (Meaning == YCbCr && Compression != Jpeg)
        || (Meaning == Lab && Bits == 8);

    /// <summary>Lab is seen under D50, as profiles and print have it, unless the file tells the daylight of screens.</summary>
    public bool IsLabUnderDaylight => Meaning == Lab && WhiteX is > .305 and < .320;

    public static TiffKind Of(string path)
    {
        using var file = File.OpenRead(path);
        if (PhotoMetadata.Open(file) is not { } tiff)
            return new(8, false, 1, 2, null, false, false, 0, 0);
        double? whiteX = tiff.First.Numbers(WhitePointTag) is [var x, ..] ? x : null;
        return new(First(BitsTag, 1), First(SampleTag, 1) == Float, First(CompressionTag, 1), First(MeaningTag, 2), whiteX,
            EndOf(tiff.First) > file.Length,
            First(ExtraTag, UnassociatedAlpha) is AssociatedAlpha or UnassociatedAlpha, LongestPart(tiff.First, file.Length),
            PartPxOf(tiff.First));

        int First(ushort tag, int otherwise) => tiff.First.Numbers(tag) is [>= 0 and < 65_536 and var value, ..] ? (int)value : otherwise;
    }

    private static double EndOf(TiffDirectory picture) => Parts
        .SelectMany(p => picture.Numbers(p.At, MostParts).Zip(picture.Numbers(p.Length, MostParts), (at, length) => at + length))
        .DefaultIfEmpty().Max();

    private static long LongestPart(TiffDirectory picture, long fileBytes) =>
        (long)Math.Min(Parts.SelectMany(p => picture.Numbers(p.Length, MostParts)).DefaultIfEmpty().Max(), fileBytes);

    /// <summary>A tile; of planes that lie one behind the other a whole strip.</summary>
    private static long PartPxOf(TiffDirectory picture)
    {
        var px = picture.Has(TileWidthTag) ? Of(TileWidthTag) * Of(TileHeightTag)
            : Of(PlanesTag) == SeparatePlanes ? Of(WidthTag) * Math.Min(picture.Has(RowsTag) ? Of(RowsTag) : double.MaxValue, Of(HeightTag))
            : 0;
        return (long)Math.Clamp(px, 0, int.MaxValue);

        double Of(ushort tag) => picture.Numbers(tag) is [var number, ..] ? number : 0;
    }
}
