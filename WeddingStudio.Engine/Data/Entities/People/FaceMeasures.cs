namespace WeddingStudio.Engine.Data;

/// <summary>What was measured on one face while its photo was open.</summary>
public sealed record FaceMeasures
{
    /// <summary>Variance of the Laplacian of luma 0..255 of the aligned 112x112 crop.</summary>
    public double Sharpness { get; init; }

    /// <summary>Mean luma 0..1 of the face's inner region.</summary>
    public double Luma { get; init; }

    /// <summary>Share of the inner region's pixels at or above 250 or at or below 5 of 255.</summary>
    public double Clipped { get; init; }

    /// <summary>
    /// Variance of the Laplacian of luma over the inner face, at the scale it has in a photo of 2048 px and never enlarged; null, as all
    /// measures below it, for faces read before it was taken.
    /// </summary>
    public double? Detail { get; init; }

    /// <summary>
    /// Mean square difference of Cb and Cr over two pixels, at the scale of <see cref="Detail"/>: compression takes colour first.
    /// </summary>
    public double? ColourDetail { get; init; }

    /// <summary>
    /// Share of the inner region's pixels with any channel at or above 250: skin burns out in red before it does in luma.
    /// </summary>
    public double? Burnt { get; init; }

    /// <summary>
    /// How much more of its fine drawing a face has lost in one direction than across it (logarithm of the ratio of gradient energies): a
    /// camera or a head that moved leaves .25 and more, a face out of focus about .1.
    /// </summary>
    public double? OneWayBlur { get; init; }

    /// <summary>Eye aspect ratio of the image-left and image-right eye (Soukupova and Cech 2016).</summary>
    public double EyeAspectLeft { get; init; }
    public double EyeAspectRight { get; init; }

    /// <summary>
    /// Log odds that the pixels show the eye open; null for eyes too small to tell, where no points were measured, and for faces read
    /// before it was taken.
    /// </summary>
    public double? EyeSeenOpenLeft { get; init; }
    public double? EyeSeenOpenRight { get; init; }

    /// <summary>Log odds that dark glass hides the eyes.</summary>
    public double? DarkGlasses { get; init; }

    /// <summary>Head pose in degrees; yaw positive when the face looks to the image's right, pitch positive when it looks down.</summary>
    public double YawDegrees { get; init; }
    public double PitchDegrees { get; init; }
    public double RollDegrees { get; init; }
}
