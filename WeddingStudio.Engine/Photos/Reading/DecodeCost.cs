using NetVips;
using WeddingStudio.Engine.Photos.Metadata;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>
/// Memory that a decode takes at its peak beside the finished raster, told by the header. Each number was measured on real decodes of
/// 24 to 96 megapixels (docs/decode-memory.md); a helper that takes more than this and some spare is stopped.
/// </summary>
internal static class DecodeCost
{
    /// <summary>
    /// Of each column, for rows that are read ahead and converted: libvips keeps a few hundred. Wide panoramas pay for it.
    /// </summary>
    private const long PlainColumn = 2_500, Column = 6_500;

    /// <summary>
    /// Again, where a strip is small enough for the heap of the C library, which finds little use for what was freed; strips of wider
    /// pictures go back to the system (<see cref="HelperProcesses.HelperProcess"/>).
    /// </summary>
    private const long PlainHeapColumn = 4_500, HeapColumn = 7_000, WidestInHeapPx = 11_000;

    /// <summary>Of each pixel: the frame, and copies of it on the way to the first row.</summary>
    private const int LossyWebP = 16, WebP = 20, Gif = 9, Avif = 20, DeepAvif = 26;

    /// <summary>
    /// The same with ImageMagick, whose own picture is 4 bytes. Phones cut a HEIC into tiles that are decoded one by one.
    /// </summary>
    private const int Heic = 17, TiledHeic = 10, Jxl = 20, Bmp = 8, Tiff = 10, Raw = 18;

    /// <summary>Here a HEIC tells of what it is made, if a phone wrote it.</summary>
    private const int HeicHeadBytes = 64 << 10;

    /// <summary>A coefficient of a JPEG that is kept until its last scan.</summary>
    private const int CoefficientBytes = 2;

    public static long OfRaster(long widthPx, long heightPx) => widthPx * heightPx * 3;

    public static long OfWebP(WebPSize size) =>
        (long)size.WidthPx * size.HeightPx * (size.IsPlain ? LossyWebP : WebP) + OfColumns(size.WidthPx, isPlain: false);

    public static long OfVips(string path, PhotoFormat format, TiffKind? tiff, Image image)
    {
        var px = (long)image.Width * image.Height;
        var isPlain = image.Format == Enums.BandFormat.Uchar && image.Bands <= 3;
        return OfColumns(image.Width, isPlain) + format switch
        {
            PhotoFormat.Jpeg => (image.Contains("interlaced") ? px * Coefficients(image) * CoefficientBytes : 0) + InDoubt(path),
            PhotoFormat.Png => image.Contains("interlaced") ? px * PixelBytes(image) : 0,
            PhotoFormat.Tiff => OfTiff(tiff!.Value, image),
            PhotoFormat.Gif => px * Gif,
            _ => px * (image.Format == Enums.BandFormat.Uchar ? Avif : DeepAvif),
        };
    }

    public static long OfMagick(string path, PhotoFormat format, TiffKind? tiff, long widthPx, long heightPx) =>
        widthPx * heightPx * format switch
        {
            PhotoFormat.Jxl => Jxl,
            PhotoFormat.Bmp => Bmp,
            PhotoFormat.Tiff => Tiff,
            PhotoFormat.Raw => Raw,
            _ => IsTiled(path) ? TiledHeic : Heic,
        } + format switch
    {
        PhotoFormat.Raw => JpegInDoubt.LengthOf(path),
        PhotoFormat.Tiff => tiff!.Value.PartBytes,
        _ => 0,
    };

    private static long OfColumns(int widthPx, bool isPlain) =>
        widthPx * (isPlain ? PlainColumn : Column) + Math.Min(widthPx, WidestInHeapPx) * (isPlain ? PlainHeapColumn : HeapColumn);

    private static bool IsTiled(string heic)
    {
        using var file = File.OpenRead(heic);
        return file.ReadAt(0, HeicHeadBytes).AsSpan().IndexOf("grid"u8) >= 0;
    }

    /// <summary>Of a pixel, on average; libvips calls all kinds of coarser colours by one name.</summary>
    private static int Coefficients(Image jpeg) =>
        jpeg.Contains("jpeg-chroma-subsample") && jpeg.Get("jpeg-chroma-subsample") is "4:2:0" ? Math.Min(jpeg.Bands, 2) : jpeg.Bands;

    /// <summary>A JPEG without its end mark is read into memory as a whole.</summary>
    private static long InDoubt(string path) => JpegInDoubt.EndsInMark(path) ? 0 : JpegInDoubt.Copies * JpegInDoubt.LengthOf(path);

    /// <summary>
    /// Rows come one by one out of a packed strip; tiles and planes are unpacked whole. Large
    /// numbers are looked through before they are shown.
    /// </summary>
    private static long OfTiff(TiffKind kind, Image image) => kind.PartBytes + 2 * kind.PartPx * PixelBytes(image)
        + (SampleBytes(image) > sizeof(ushort)
            && image.Interpretation != Enums.Interpretation.Lab ? (long)image.Width * image.Height * PixelBytes(image) : 0);

    private static int PixelBytes(Image image) => image.Bands * SampleBytes(image);

    private static int SampleBytes(Image image) => image.Format switch
    {
        Enums.BandFormat.Uchar or Enums.BandFormat.Char => 1,
        Enums.BandFormat.Ushort or Enums.BandFormat.Short => 2,
        Enums.BandFormat.Double or Enums.BandFormat.Complex => 8,
        Enums.BandFormat.Dpcomplex => 16,
        _ => 4,
    };
}
