using NetVips;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Colours;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>
/// JPEG, PNG, WebP, TIFF, GIF and AVIF through libvips, streamed in strips so that no second full-size copy exists. Each loader is
/// called by name: a general one would guess the format and read options out of the file name.
/// </summary>
internal sealed class VipsPhoto : IOpenedPhoto
{
    private readonly string _path;
    private readonly PhotoFormat _format;
    private readonly TiffKind? _tiff;
    private readonly WebPSize? _webP;
    private readonly Lazy<Image> _image;
    private bool _isOdd;

    /// <param name="path">The file.</param>
    /// <param name="format">What it was seen to be.</param>
    /// <param name="tiff">Of a TIFF.</param>
    public VipsPhoto(string path, PhotoFormat format, TiffKind? tiff)
    {
        VipsSetup.Ensure();
        (_path, _format, _tiff) = (path, format, tiff);
        _webP = format == PhotoFormat.WebP ? WebPSize.Of(path) : null;
        _image = new(() => _webP is { } size ? Image.Webpload(path, scale: size.ScaleForHeader, access: Enums.Access.Sequential)
            : format == PhotoFormat.Jpeg ? LoadJpeg() : Load(path, format));
    }

    public long WidthPx => _webP?.WidthPx ?? _image.Value.Width;
    public long HeightPx => _webP?.HeightPx ?? _image.Value.Height;

    public PhotoHeader Header(PhotoFormat format)
    {
        var own = _webP is { } size ? DecodeCost.OfWebP(size) : DecodeCost.OfVips(_path, format, _tiff, _image.Value);
        return new(format, Upright.WidthPx, Upright.HeightPx, DecodeCost.OfRaster(WidthPx, HeightPx) + own);
    }

    /// <summary>libheif has already turned an AVIF.</summary>
    private Orientation Upright => Orientation.Of(
        _format == PhotoFormat.Avif || !_image.Value.Contains("orientation") ? 1 : (int)_image.Value.Get("orientation"),
        (int)WidthPx, (int)HeightPx);

    public void Decode(PixelWish wish, Span<byte> upright)
    {
        if (_format == PhotoFormat.WebP)
            DecodeWhole(wish, upright);
        else if (_format != PhotoFormat.Jpeg)
            Decode(_image.Value, wish, upright);
        else if (!TryDecodeMarked(wish, upright))
            DecodeInDoubt(File.ReadAllBytes(_path), wish, upright);
    }

    public void Dispose()
    {
        if (_image.IsValueCreated)
            _image.Value.Dispose();
    }

    private void DecodeWhole(PixelWish wish, Span<byte> upright)
    {
        using var image = Load(_path, _format);
        Decode(image, wish, upright);
    }

    /// <summary>A JPEG that ends as it should, and has nothing odd about it.</summary>
    private bool TryDecodeMarked(PixelWish wish, Span<byte> upright)
    {
        if (_isOdd || !JpegInDoubt.IsMarked(_path))
            return false;
        try
        {
            if (wish.Shrink == 1)
            {
                Decode(_image.Value, wish, upright);
                return true;
            }

            // The decoder reduces by itself, and saves most of its work.
            using var reduced = Image.Jpegload(_path, shrink: wish.Shrink, access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning);
            DecodeReduced(reduced, wish.Shrink, upright);
            return true;
        }
        catch (VipsException)
        {
            return false; // Not every warning is a fault of the picture, so its end is looked at more closely.
        }
    }

    private Image LoadJpeg()
    {
        try
        {
            return Load(_path, _format, Enums.FailOn.Warning);
        }
        catch (VipsException)
        {
            _isOdd = true;
            return Load(_path, _format);
        }
    }

    private void DecodeInDoubt(byte[] jpeg, PixelWish wish, Span<byte> upright)
    {
        JpegInDoubt.Decoder decode = (whole, target) => DecodeJpeg(whole, wish, target);
        if (wish.Parts.Count > 0)
            JpegInDoubt.DecodePassed(jpeg, upright, decode);
        else
            JpegInDoubt.Decode(jpeg, upright, decode);
    }

    private void DecodeJpeg(byte[] jpeg, PixelWish wish, Span<byte> upright)
    {
        using var image = Image.JpegloadBuffer(jpeg, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated);
        Decode(image, wish, upright);
    }

    private void DecodeReduced(Image image, int shrink, Span<byte> upright)
    {
        var (widthPx, heightPx) = PixelWish.SizeOf((int)WidthPx, (int)HeightPx, shrink);
        Decode(image, PixelWish.FullSize, Orientation.Of(Upright.Exif, widthPx, heightPx), upright);
    }

    private void Decode(Image image, PixelWish wish, Span<byte> upright) => Decode(image, wish, Upright, upright);

    private void Decode(Image image, PixelWish wish, Orientation orientation, Span<byte> upright)
    {
        if (image.Width != orientation.StoredWidthPx || image.Height != orientation.StoredHeightPx)
            throw PhotoProblemException.Damaged(); // Its header promised another size.
        using var meant = AsMeant(image);
        using var srgb = _tiff is { } kind
            ? SrgbPath.ToSrgb(meant, kind.IsLabUnderDaylight, kind.HasAlpha)
            : SrgbPath.ToSrgb(meant);
        using var region = Region.New(srgb);
        wish.Place(orientation, (left, top, widthPx, rows) => region.Fetch(left, top, widthPx, rows), upright);
    }

    private static Image Load(string path, PhotoFormat format, Enums.FailOn failOn = Enums.FailOn.Truncated)
    {
        const Enums.Access access = Enums.Access.Sequential;
        return format switch
        {
            PhotoFormat.Jpeg => Image.Jpegload(path, access: access, failOn: failOn),
            PhotoFormat.Png => Image.Pngload(path, access: access, failOn: failOn),
            PhotoFormat.WebP => Image.Webpload(path, access: access, failOn: failOn),
            PhotoFormat.Tiff => Image.Tiffload(path, unlimited: true, access: access, failOn: failOn), // Else strips end at 50 MB.
            PhotoFormat.Gif => Image.Gifload(path, access: access, failOn: failOn),
            PhotoFormat.Avif => Image.Heifload(path, access: access, failOn: failOn),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "is not read by libvips"),
        };
    }

    /// <summary>With a profile where numbers say how the colours are meant.</summary>
    private Image AsMeant(Image image)
    {
        var colours = _format switch
        {
            PhotoFormat.Png => Told(PngColours.Of),
            PhotoFormat.Avif when !image.Contains(SrgbPath.Profile) => Told(IsoBoxColours.Of),
            PhotoFormat.Jpeg when !image.Contains(SrgbPath.Profile) && IsAdobeRgb(image) => CodedColours.AdobeRgb,
            _ => null,
        };
        return colours is null ? image.Copy() : image.Mutate(meant => meant.Set(GValue.BlobType, SrgbPath.Profile, colours.ToProfile()));
    }

    private CodedColours? Told(Func<Stream, CodedColours?> read)
    {
        using var file = File.OpenRead(_path);
        return read(file);
    }

    private static bool IsAdobeRgb(Image jpeg) =>
        jpeg.Contains("exif-ifd4-InteroperabilityIndex") && jpeg.Get("exif-ifd4-InteroperabilityIndex") is string mark
        && mark.StartsWith("R03", StringComparison.Ordinal);
}
