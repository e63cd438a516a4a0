using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Photos;

/// <summary>
/// All that one visit learns from a photo's file. Dispose it as soon as the raster is no longer needed: other photos may be
/// waiting for its memory.
/// </summary>
public sealed class PhotoReading : IDisposable
{
    private readonly IDisposable _memory;

    internal PhotoReading(Raster raster, ExifFacts exif, PhotoMeasures measures, long perceptualHash, IDisposable memory)
    {
        (Raster, TakenAt, Camera) = (raster, exif.TakenAt, exif.Camera);
        (Measures, PerceptualHash) = (measures, perceptualHash);
        _memory = memory;
    }

    public Raster Raster { get; }

    /// <summary>Size after turning upright.</summary>
    public int WidthPx => Raster.WidthPx;
    public int HeightPx => Raster.HeightPx;
    public DateTime? TakenAt { get; }
    public CameraIdentity? Camera { get; }
    public PhotoMeasures Measures { get; }
    public long PerceptualHash { get; }

    public void Dispose() => _memory.Dispose();
}
