using ImageMagick;
using NetVips;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Colours;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>
/// HEIC, JPEG XL, camera RAW, BMP and the rarer kinds of TIFF through ImageMagick. The format is given,
/// never guessed: it also knows script formats.
/// </summary>
internal sealed class MagickPhoto : IOpenedPhoto
{
    /// <summary>Few enough to need no second picture, many enough that setting up their conversion does not count.</summary>
    private const int StripRows = 256;

    private readonly string _path;
    private readonly MagickReadSettings _settings;
    private readonly Orientation _orientation;
    private readonly TiffKind? _tiff;

    static MagickPhoto()
    {
        VipsSetup.Ensure();
        ResourceLimits.Thread = 1;
        ResourceLimits.Width = PhotoReader.MaxSidePx;
        ResourceLimits.Height = PhotoReader.MaxSidePx;
        ResourceLimits.Memory = PhotoReader.MaxMegapixels * 4_000_000UL;
        ResourceLimits.Disk = 0; // Beyond that memory it fails rather than paging pixels to disk.
    }

    /// <param name="path">The file.</param>
    /// <param name="format">What it was seen to be.</param>
    /// <param name="tiff">Of a TIFF.</param>
    public MagickPhoto(string path, PhotoFormat format, TiffKind? tiff)
    {
        (_path, _tiff) = (path, tiff);
        _settings = new MagickReadSettings
        {
            Format = format switch
            {
                PhotoFormat.Heic => MagickFormat.Heic,
                PhotoFormat.Jxl => MagickFormat.Jxl,
                PhotoFormat.Tiff => MagickFormat.Tiff,
                PhotoFormat.Raw => MagickFormat.Dng, // One reader for all makers; it looks at the bytes itself.
                PhotoFormat.Bmp => MagickFormat.Bmp,
                _ => throw new ArgumentOutOfRangeException(nameof(format), format, "is not read by ImageMagick"),
            },
        };
        using var file = File.OpenRead(path);
        var size = new MagickImageInfo(file, _settings);
        (WidthPx, HeightPx) = (size.Width, size.Height);

        // libheif has already turned a HEIC, whatever its metadata says; the others come as the sensor saw them.
        var exif = format == PhotoFormat.Heic ? 1 : (int)size.Orientation;
        _orientation = Orientation.Of(exif, (int)WidthPx, (int)HeightPx);
    }

    public long WidthPx { get; }
    public long HeightPx { get; }

    public PhotoHeader Header(PhotoFormat format) =>
        new(format, _orientation.WidthPx, _orientation.HeightPx,
            DecodeCost.OfRaster(WidthPx, HeightPx) + DecodeCost.OfMagick(_path, format, _tiff, WidthPx, HeightPx));

    public void Decode(PixelWish wish, Span<byte> upright)
    {
        using var file = File.OpenRead(_path);
        using var image = new MagickImage(file, _settings);
        if (image.Width != WidthPx || image.Height != HeightPx)
            throw PhotoProblemException.Damaged(); // Its header promised another size.
        var (channels, meaning) = image.ColorSpace switch
        {
            ColorSpace.Gray or ColorSpace.LinearGray => ("R", Enums.Interpretation.Bw),
            ColorSpace.CMYK => ("CMYK", Enums.Interpretation.Cmyk),
            ColorSpace.Lab => ("RGB", Enums.Interpretation.Lab),
            _ => ("RGB", Enums.Interpretation.Srgb),
        };
        if (image.HasAlpha)
            channels += "A";
        var profile = image.GetColorProfile()?.ToByteArray() ?? IsoBoxColours.Of(file)?.ToProfile();
        using var pixels = image.GetPixelsUnsafe();
        wish.Place(_orientation, (left, top, widthPx, rows) =>
        {
            var strip = pixels.ToByteArray(left, top, (uint)widthPx, (uint)rows, channels) ?? throw PhotoProblemException.Damaged();
            return ToSrgb(strip, widthPx, rows, channels.Length, meaning, profile);
        }, upright, StripRows);
    }

    private byte[] ToSrgb(byte[] strip, int widthPx, int rows, int bands, Enums.Interpretation meaning, byte[]? profile)
    {
        using var stored = Image.NewFromMemory<byte>(strip, widthPx, rows, bands, Enums.BandFormat.Uchar);
        using var plain = meaning == Enums.Interpretation.Lab ? FromStoredLab(stored) : stored.Copy();
        using var meant = plain.Copy(interpretation: meaning).Mutate(image =>
        {
            if (profile is not null)
                image.Set(GValue.BlobType, SrgbPath.Profile, profile);
        });
        using var srgb = SrgbPath.ToSrgb(meant, _tiff is { IsLabUnderDaylight: true });
        return srgb.WriteToMemory<byte>();
    }

    /// <summary>ImageMagick keeps a and b above their middle one lower than those below, and none at 127.</summary>
    private static Image FromStoredLab(Image stored)
    {
        var offset = stored.ExtractBand(1, n: 2);
        return (stored[0] * (100 / 255.0)).Bandjoin(offset - 128 + (offset >= 127) / 255.0);
    }

    public void Dispose()
    {
    }
}
