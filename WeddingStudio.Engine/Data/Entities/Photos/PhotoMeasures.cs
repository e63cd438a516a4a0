namespace WeddingStudio.Engine.Data;

/// <summary>Pixel measures of the whole frame, taken at 1024 px long side so that megapixels do not decide.</summary>
public sealed record PhotoMeasures
{
    /// <summary>Variance of the Laplacian of luma 0..255.</summary>
    public double Sharpness { get; init; }

    /// <summary>Mean luma 0..1.</summary>
    public double MeanLuma { get; init; }

    /// <summary>Standard deviation of luma 0..1.</summary>
    public double Contrast { get; init; }

    /// <summary>Share of pixels with luma at or below 2 and at or above 253 of 255.</summary>
    public double ClippedShadows { get; init; }
    public double ClippedHighlights { get; init; }

    /// <summary>Noise sigma in luma steps of 255 (Immerkaer 1996).</summary>
    public double Noise { get; init; }

    /// <summary>
    /// [64] shares of the photo's colours that sum to 1, whatever the brightness; empty when not measured, as in photos read before.
    /// </summary>
    public float[] Colours { get; init; } = [];

    /// <summary>
    /// Luma 0..1 that the brightest hundredth of the pixels reaches; null, as <see cref="Blocking"/>, for photos read before it was taken.
    /// </summary>
    public double? Whites { get; init; }

    /// <summary>
    /// Edges of JPEG's 8-pixel blocks on the photo's own grid, in luma steps of 255: how much
    /// more the picture jumps there than inside blocks.
    /// </summary>
    public double? Blocking { get; init; }
}
