using NetVips;
using WeddingStudio.Engine.Photos.Colours;

namespace WeddingStudio.Engine.Photos;

/// <summary>
/// JPEG, PNG, WebP, TIFF, GIF and AVIF through libvips, streamed in strips so that no second full-size copy exists. Each loader is
/// called by name: a general one would guess the format and read options out of the file name.
/// </summary>
internal sealed class VipsPhoto : IOpenedPhoto
{
    private readonly string _path;
    private readonly PhotoFormat _format;
    private readonly Image _image;
    private readonly Orientation _orientation;

    public VipsPhoto(string path, PhotoFormat format)
    {
        VipsSetup.Ensure();
        (_path, _format) = (path, format);
        _image = Load(path, format);

        // libheif has already turned an AVIF.
        var exif = format == PhotoFormat.Avif || !_image.Contains("orientation") ? 1 : (int)_image.Get("orientation");
        _orientation = Orientation.Of(exif, _image.Width, _image.Height);
    }

    public long WidthPx => _image.Width;
    public long HeightPx => _image.Height;

    // 3 bytes are the raster. Formats that are not streamed hold a whole picture of their own meanwhile, a progressive JPEG
    // its coefficients (2 bytes each). A JPEG in doubt is read into memory as a whole.
    public PhotoHeader Header(PhotoFormat format)
    {
        var streamed = format is PhotoFormat.Jpeg or PhotoFormat.Png && !_image.Contains("interlaced");
        var doubt = format == PhotoFormat.Jpeg && !JpegInDoubt.EndsInMark(_path) ? JpegInDoubt.Copies * JpegInDoubt.LengthOf(_path) : 0;
        return new(format, _orientation.WidthPx, _orientation.HeightPx, WidthPx * HeightPx * (streamed ? 4 : 3 + 6 * SampleBytes) + doubt);
    }

    private int SampleBytes => _image.Format switch
    {
        Enums.BandFormat.Uchar or Enums.BandFormat.Char => 1,
        Enums.BandFormat.Ushort or Enums.BandFormat.Short => 2,
        _ => 4,
    };

    public void Decode(Span<byte> upright)
    {
        if (_format != PhotoFormat.Jpeg)
            Decode(_image, upright);
        else if (!TryDecodeMarked(upright))
            JpegInDoubt.Decode(File.ReadAllBytes(_path), upright, DecodeJpeg);
    }

    public void Dispose() => _image.Dispose();

    /// <summary>A JPEG that ends as it should, and has nothing odd about it.</summary>
    private bool TryDecodeMarked(Span<byte> upright)
    {
        if (!JpegInDoubt.IsMarked(_path))
            return false;
        try
        {
            using var image = Load(_path, _format, Enums.FailOn.Warning);
            Decode(image, upright);
            return true;
        }
        catch (VipsException)
        {
            return false; // Not every warning is a fault of the picture, so its end is looked at more closely.
        }
    }

    private void DecodeJpeg(byte[] jpeg, Span<byte> upright)
    {
        using var image = Image.JpegloadBuffer(jpeg, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated);
        Decode(image, upright);
    }

    private void Decode(Image image, Span<byte> upright)
    {
        if (image.Width != WidthPx || image.Height != HeightPx)
            throw PhotoProblemException.Damaged(); // Its header promised another size.
        using var meant = AsMeant(image);
        using var srgb = _format == PhotoFormat.Tiff && TiffKind.Of(_path) is var kind
            ? SrgbPath.ToSrgb(meant, kind.IsLabUnderDaylight, kind.HasAlpha)
            : SrgbPath.ToSrgb(meant);
        using var region = Region.New(srgb);
        for (var y = 0; y < srgb.Height; y += Orientation.StripRows)
        {
            var strip = region.Fetch(0, y, srgb.Width, Math.Min(Orientation.StripRows, srgb.Height - y));
            _orientation.Place(strip, y, upright);
        }
    }

    private static Image Load(string path, PhotoFormat format, Enums.FailOn failOn = Enums.FailOn.Truncated)
    {
        const Enums.Access access = Enums.Access.Sequential;
        return format switch
        {
            PhotoFormat.Jpeg => Image.Jpegload(path, access: access, failOn: failOn),
            PhotoFormat.Png => Image.Pngload(path, access: access, failOn: failOn),
            PhotoFormat.WebP => Image.Webpload(path, access: access, failOn: failOn),
            PhotoFormat.Tiff => Image.Tiffload(path, access: access, failOn: failOn),
            PhotoFormat.Gif => Image.Gifload(path, access: access, failOn: failOn),
            PhotoFormat.Avif => Image.Heifload(path, access: access, failOn: failOn),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "is not read by libvips"),
        };
    }

    /// <summary>With a profile where numbers say how the colours are meant.</summary>
    private Image AsMeant(Image image)
    {
        using var file = File.OpenRead(_path);
        var colours = _format switch
        {
            PhotoFormat.Png => PngColours.Of(file),
            PhotoFormat.Avif when !image.Contains(SrgbPath.Profile) => BoxColours.Of(file),
            PhotoFormat.Jpeg when !image.Contains(SrgbPath.Profile) && IsAdobeRgb(image) => CodedColours.AdobeRgb,
            _ => null,
        };
        return colours is null ? image.Copy() : image.Mutate(meant => meant.Set(GValue.BlobType, SrgbPath.Profile, colours.ToProfile()));
    }

    private static bool IsAdobeRgb(Image jpeg) =>
        jpeg.Contains("exif-ifd4-InteroperabilityIndex") && jpeg.Get("exif-ifd4-InteroperabilityIndex") is string mark && mark.StartsWith("R03", StringComparison.Ordinal);
}
