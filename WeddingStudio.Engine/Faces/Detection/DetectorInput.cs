using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>
/// A photo as a detector sees it: shrunk to the wanted long side, never enlarged, padded right and bottom to whole multiples.
/// The tensor's memory is borrowed; give it back by disposing.
/// </summary>
internal sealed class DetectorInput : IDisposable
{
    private readonly PooledMemory<float> _rented;

    private DetectorInput(Raster photo, Raster shrunk, InputTensor tensor, int multipleOf)
    {
        WidthPx = RoundUp(shrunk.WidthPx, multipleOf);
        HeightPx = RoundUp(shrunk.HeightPx, multipleOf);
        BackAcross = (double)photo.WidthPx / shrunk.WidthPx;
        BackDown = (double)photo.HeightPx / shrunk.HeightPx;
        _rented = PooledMemory<float>.Rent(3 * WidthPx * HeightPx);
        tensor.Fill(shrunk, Tensor.Span, WidthPx, HeightPx);
    }

    /// <summary>Size of the tensor, padding included.</summary>
    public int WidthPx { get; }
    public int HeightPx { get; }

    /// <summary>Photo pixels per tensor pixel; the two differ by rounding.</summary>
    public double BackAcross { get; }
    public double BackDown { get; }

    /// <summary>[1, 3, HeightPx, WidthPx].</summary>
    public Memory<float> Tensor => _rented.Memory;

    public static DetectorInput From(Raster photo, InputTensor tensor, int longSidePx, int multipleOf)
    {
        using var shrunk = PooledRaster.FitWithin(photo, longSidePx);
        return new(photo, shrunk.Raster, tensor, multipleOf);
    }

    public void Dispose() => _rented.Dispose();

    private static int RoundUp(int value, int multipleOf) => (value + multipleOf - 1) / multipleOf * multipleOf;
}
