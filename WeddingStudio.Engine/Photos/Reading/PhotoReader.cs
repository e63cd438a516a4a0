using ImageMagick;
using NetVips;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>A photo's size after turning upright, known without decoding it.</summary>
/// <param name="Format">What its bytes say it is.</param>
/// <param name="WidthPx">Width after turning upright.</param>
/// <param name="HeightPx">Height after turning upright.</param>
/// <param name="DecodeBytes">Estimate of the memory a decode takes at its peak, the finished raster included.</param>
public sealed record PhotoHeader(PhotoFormat Format, int WidthPx, int HeightPx, long DecodeBytes);

/// <summary>
/// Any photo as an upright sRGB raster of full size: transparent parts on white, the first of several pages or frames.
/// Decoders are named by signature and never guess, so no drawing or document format can slip in.
/// </summary>
public static class PhotoReader
{
    /// <summary>Photos above this are refused by their header, before anything of theirs is decoded.</summary>
    public const int MaxMegapixels = 200;

    /// <summary>The most a JPEG can have, and more than any photograph has.</summary>
    public const int MaxSidePx = 65_535;

    /// <summary>Size and format without decoding. Throws <see cref="PhotoProblemException"/>.</summary>
    public static PhotoHeader Header(string path) => Open(path, path, (format, opened) => opened.Header(format));

    /// <summary>
    /// The whole picture, in this process: for files of our own making. Others are read by <see cref="HelperProcesses.PhotoHelpers"/>.
    /// Throws <see cref="PhotoProblemException"/> for anything wrong with the file.
    /// </summary>
    public static Raster Read(string path) => Open(path, path, (format, opened) =>
    {
        var header = opened.Header(format);
        var raster = new Raster(header.WidthPx, header.HeightPx, GC.AllocateUninitializedArray<byte>(header.WidthPx * header.HeightPx * 3));
        opened.Decode(PixelWish.FullSize, raster.Rgb);
        return raster;
    });

    /// <summary>Pixels into memory of the caller's. Throws as <see cref="Read(string)"/> does.</summary>
    /// <param name="path">The photo.</param>
    /// <param name="name">What it is called: its extension tells apart what bytes alone cannot.</param>
    /// <param name="place">Given the header, which pixels are wanted and where they go; null when none are after all.</param>
    internal static void Read(string path, string name, Func<PhotoHeader, (PixelWish Wish, Memory<byte> Target)?> place) =>
        Open(path, name, (format, opened) =>
        {
            var header = opened.Header(format);
            if (place(header) is var (wish, target))
                opened.Decode(wish, target.Span[..wish.Bytes(header.WidthPx, header.HeightPx)]);
            return header;
        });

    private static T Open<T>(string path, string name, Func<PhotoFormat, IOpenedPhoto, T> use)
    {
        var format = Admit(path, name);
        try
        {
            using var opened = Opened(path, format);
            RefuseTooLarge(opened.WidthPx, opened.HeightPx);
            return use(format, opened);
        }
        catch (Exception error) when (error is VipsException or MagickException)
        {
            throw CutOffCheck.IsCutOff(path, format) ? PhotoProblemException.CutOff(error) : PhotoProblemException.Damaged(error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw PhotoProblemException.NotOpened(error);
        }
    }

    private static IOpenedPhoto Opened(string path, PhotoFormat format)
    {
        var tiff = format == PhotoFormat.Tiff ? TiffKind.Of(path) : default(TiffKind?);
        if (tiff is { IsRead: false })
            throw PhotoProblemException.Damaged();
        if (tiff is { IsForMagick: true, IsCutOff: true })
            throw PhotoProblemException.CutOff(); // That decoder would fill up what is missing.
        return format is PhotoFormat.Heic or PhotoFormat.Jxl or PhotoFormat.Raw or PhotoFormat.Bmp || tiff is { IsForMagick: true }
            ? new MagickPhoto(path, format, tiff)
            : new VipsPhoto(path, format, tiff);
    }

    private static PhotoFormat Admit(string path, string name)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length == 0)
                throw new PhotoProblemException(PhotoProblemKind.Empty);
            Span<byte> head = stackalloc byte[PhotoSignature.HeadBytes];
            head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
            var signature = PhotoSignature.Of(name, head);
            return signature.Kind == FileKind.Photo ? signature.Format : throw PhotoProblemException.NotAnImage(head);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw PhotoProblemException.NotOpened(error);
        }
    }

    private static void RefuseTooLarge(long widthPx, long heightPx)
    {
        if (widthPx < 1 || heightPx < 1)
            throw PhotoProblemException.Damaged();
        if (widthPx * heightPx > MaxMegapixels * 1_000_000L || widthPx > MaxSidePx || heightPx > MaxSidePx)
            throw PhotoProblemException.TooLarge(widthPx, heightPx);
    }
}
