namespace WeddingStudio.Engine.Imaging;

/// <summary>
/// A large picture that is needed for a moment: its memory is used again for the next one, for fresh pages cost as much as the shrink.
/// Use no pixel of it after it is disposed.
/// </summary>
internal sealed class PooledRaster : IDisposable
{
    private readonly PooledMemory<byte>? _rented;

    private PooledRaster(Raster raster, PooledMemory<byte>? rented) => (Raster, _rented) = (raster, rented);

    public Raster Raster { get; }

    /// <summary>As <see cref="RasterResize.FitWithin"/>; the source itself where it is small enough.</summary>
    public static PooledRaster FitWithin(Raster source, int longSidePx)
    {
        var (widthPx, heightPx) = RasterResize.SizeWithin(source.WidthPx, source.HeightPx, longSidePx);
        if ((widthPx, heightPx) == (source.WidthPx, source.HeightPx))
            return new(source, rented: null);
        var rented = PooledMemory<byte>.Rent(widthPx * heightPx * 3);
        var raster = new Raster(widthPx, heightPx, rented.Memory);
        RasterResize.Resize(source, raster);
        return new(raster, rented);
    }

    public void Dispose() => _rented?.Dispose();
}
