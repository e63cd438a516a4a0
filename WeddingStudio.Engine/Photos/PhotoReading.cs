using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Photos;

/// <summary>
/// A photo's pixels and its share of the memory for open photos. Dispose it as soon as the raster is no longer needed: other
/// photos may be waiting for the memory.
/// </summary>
public sealed class DecodedPhoto : IDisposable
{
    private readonly IDisposable _memory;

    internal DecodedPhoto(Raster raster, IDisposable memory) => (Raster, _memory) = (raster, memory);

    public Raster Raster { get; }

    public void Dispose() => _memory.Dispose();
}

/// <summary>All that one visit learns from a photo's file; to be disposed like the pixels it holds.</summary>
public sealed class PhotoReading : IDisposable
{
    private readonly DecodedPhoto _decoded;

    internal PhotoReading(DecodedPhoto decoded, ExifFacts exif, PhotoMeasures measures, long perceptualHash)
    {
        (_decoded, TakenAt, Camera) = (decoded, exif.TakenAt, exif.Camera);
        (Measures, PerceptualHash) = (measures, perceptualHash);
    }

    public Raster Raster => _decoded.Raster;

    /// <summary>Size after turning upright.</summary>
    public int WidthPx => Raster.WidthPx;
    public int HeightPx => Raster.HeightPx;
    public DateTime? TakenAt { get; }
    public CameraIdentity? Camera { get; }
    public PhotoMeasures Measures { get; }
    public long PerceptualHash { get; }

    public void Dispose() => _decoded.Dispose();
}
