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
    private Action? _giveBack;

    internal DecodedPhoto(PhotoContent content, Action giveBack) => (_content, _giveBack) = (content, giveBack);

    /// <summary>Only where pixels were asked for.</summary>
    public Raster Raster => _content.Raster ?? throw new InvalidOperationException("The pixels of this photo were not asked for.");

    /// <summary>Nothing where metadata were not asked for.</summary>
    public ExifFacts Exif => _content.Facts.Exif;
    public WrittenExif Written => _content.Facts.Written;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _giveBack, null) is not { } giveBack)
            return;
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

    public Raster Raster => _decoded.Raster;

    /// <summary>What the frame was measured on.</summary>
    public Luma Small { get; }

    /// <summary>Size after turning upright.</summary>
    public int WidthPx => Raster.WidthPx;
    public int HeightPx => Raster.HeightPx;
    public DateTime? TakenAt => _decoded.Exif.TakenAt;
    public CameraIdentity? Camera => _decoded.Exif.Camera;
    public PhotoMeasures Measures { get; }
    public long PerceptualHash { get; }

    public void Dispose() => _decoded.Dispose();
}
