using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.HelperProcesses;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>
/// A photo's pixels and its share of the memory for open photos. Dispose it as soon as the raster is no longer needed, and use no
/// pixel of it after that: the next photo is read into the same memory.
/// </summary>
public sealed class DecodedPhoto : IDisposable
{
    private readonly PhotoContent _content;
    private readonly PhotoPixels? _pixels;
    private Action? _giveBack;
    private IDisposable? _owned;

    /// <param name="content">What was read.</param>
    /// <param name="readParts">Reads parts of full size while this is not disposed.</param>
    /// <param name="giveBack">Called once.</param>
    internal DecodedPhoto(PhotoContent content, PartsReader readParts, Action giveBack)
    {
        (_content, _giveBack) = (content, giveBack);
        var header = content.Header;
        _pixels = content.Raster is { } raster ? new PhotoPixels(raster, header.WidthPx, header.HeightPx, content.Shrink, readParts) : null;
    }

    /// <summary>Only where pixels were asked for.</summary>
    public PhotoPixels Pixels => _pixels ?? throw new InvalidOperationException("The pixels of this photo were not asked for.");

    /// <summary>Nothing where metadata were not asked for.</summary>
    public ExifFacts Exif => _content.Facts.Exif;
    public WrittenExif Written => _content.Facts.Written;

    /// <summary>Disposed with this: the file, from which parts may still be read.</summary>
    internal void Own(IDisposable file) => _owned = file;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _giveBack, null) is not { } giveBack)
            return;
        _owned?.Dispose();
        _content.Share?.Dispose();
        giveBack();
    }
}

/// <summary>All that one visit learns from a photo's file; to be disposed like the pixels it holds.</summary>
public sealed class PhotoReading : IDisposable
{
    private readonly DecodedPhoto _decoded;

    internal PhotoReading(DecodedPhoto decoded, Luma small, PhotoMeasures measures, long perceptualHash) =>
        (_decoded, Small, Measures, PerceptualHash) = (decoded, small, measures, perceptualHash);

    public PhotoPixels Pixels => _decoded.Pixels;

    /// <summary>What the frame was measured on.</summary>
    public Luma Small { get; }

    /// <summary>Size after turning upright.</summary>
    public int WidthPx => Pixels.WidthPx;
    public int HeightPx => Pixels.HeightPx;
    public DateTime? TakenAt => _decoded.Exif.TakenAt;
    public CameraIdentity? Camera => _decoded.Exif.Camera;
    public PhotoMeasures Measures { get; }
    public long PerceptualHash { get; }

    public void Dispose() => _decoded.Dispose();
}
