using ImageMagick;

namespace WeddingStudio.Engine.Photos;

/// <summary>HEIC, camera RAW and BMP through ImageMagick. The format is given, never guessed: it also knows script formats.</summary>
internal sealed class MagickPhoto : IOpenedPhoto
{
    private readonly string _path;
    private readonly MagickReadSettings _settings;
    private readonly Orientation _orientation;

    static MagickPhoto()
    {
        ResourceLimits.Thread = 1;
        ResourceLimits.Width = PhotoReader.MaxSidePx;
        ResourceLimits.Height = PhotoReader.MaxSidePx;
        ResourceLimits.Memory = PhotoReader.MaxMegapixels * 4_000_000UL;
        ResourceLimits.Disk = 0; // Beyond that memory it fails rather than paging pixels to disk.
    }

    public MagickPhoto(string path, PhotoFormat format)
    {
        _path = path;
        _settings = new MagickReadSettings
        {
            Format = format switch
            {
                PhotoFormat.Heic => MagickFormat.Heic,
                PhotoFormat.Raw => MagickFormat.Dng, // One reader for all makers; it looks at the bytes itself.
                PhotoFormat.Bmp => MagickFormat.Bmp,
                _ => throw new ArgumentOutOfRangeException(nameof(format), format, "is not read by ImageMagick"),
            },
        };
        using var file = File.OpenRead(path);
        var size = new MagickImageInfo(file, _settings);
        (WidthPx, HeightPx) = (size.Width, size.Height);

        // RAW comes as the sensor saw it; libheif has already turned a HEIC, whatever its metadata says.
        var exif = format == PhotoFormat.Raw ? (int)size.Orientation : 1;
        _orientation = Orientation.Of(exif, (int)WidthPx, (int)HeightPx);
    }

    public long WidthPx { get; }
    public long HeightPx { get; }

    // Its own pixels (4 bytes), the decoder's picture before that, and the raster.
    public PhotoHeader Header(PhotoFormat format) => new(format, _orientation.WidthPx, _orientation.HeightPx, WidthPx * HeightPx * 10);

    public void Decode(Span<byte> upright)
    {
        using var file = File.OpenRead(_path);
        using var image = new MagickImage(file, _settings);
        if (image.GetColorProfile() is { } profile && !IccProfile.IsSrgb(profile.ToByteArray()))
            image.TransformColorSpace(ColorProfiles.SRGB);
        image.BackgroundColor = MagickColors.White;
        image.Alpha(AlphaAction.Remove);
        if (image.Width != WidthPx || image.Height != HeightPx)
            throw PhotoProblemException.Damaged(); // Its header promised another size.
        using var pixels = image.GetPixelsUnsafe();
        for (var y = 0; y < HeightPx; y += Orientation.StripRows)
        {
            var rows = (uint)Math.Min(Orientation.StripRows, HeightPx - y);
            _orientation.Place(pixels.ToByteArray(0, y, image.Width, rows, PixelMapping.RGB) ?? throw PhotoProblemException.Damaged(), y, upright);
        }
    }

    public void Dispose()
    {
    }
}
