namespace WeddingStudio.Engine.Data;

public sealed class Face
{
    public int Id { get; set; }
    public required string WeddingId { get; set; }
    public int PhotoId { get; set; }
    public Photo? Photo { get; set; }

    /// <summary>face_id: first 16 hex digits of SHA-256(content hash, box in whole pixels, ordinal); equal from run to run.</summary>
    public required string Key { get; set; }
    public FaceBox Box { get; set; }

    /// <summary>[10] x,y of image-left eye, image-right eye, nose, image-left and image-right mouth corner, full-size pixels.</summary>
    public required float[] Points { get; set; }

    /// <summary>Detector score 0..1; 1 for a face drawn by hand.</summary>
    public double Confidence { get; set; }

    /// <summary>Fitness for recognition 0..1.</summary>
    public double Quality { get; set; }

    /// <summary>[dim] unit length, flip-averaged; empty when the face is too small to embed.</summary>
    public required float[] Embedding { get; set; }

    /// <summary>Fingerprint of the model pack that made the embedding; embeddings are never compared across packs.</summary>
    public required string Pack { get; set; }

    /// <summary>[196], [212] or [136] x,y of the 98 WFLW, 106 InsightFace or 68 iBUG points in full-size pixels; empty when not measured.</summary>
    public float[] Landmarks { get; set; } = [];

    /// <summary>[7] neutral, happy, sad, angry, fearful, disgusted, surprised; empty when not measured.</summary>
    public float[] Expression { get; set; } = [];
    public FaceMeasures Measures { get; set; } = new();

    /// <summary>[150] colours of the clothes below the face relative to its skin, shares that sum to 1; empty when not measured. Photos read
    /// before clothes were measured stay without, and of their people the faces alone speak.</summary>
    public float[] Clothes { get; set; } = [];

    /// <summary>[24 x 24] luma of what the photo shows around the face, in the face's frame, 0 beyond the photo; empty for faces read before it was taken.</summary>
    public byte[] Surround { get; set; } = [];

    /// <summary>Drawn by hand, or spoken of by a user and not found again since. While nobody is said to own it, it is not shown.</summary>
    public bool Drawn { get; set; }

    /// <summary>The fold's result; null for NotAFace and faces under 16 px (cluster_id -1).</summary>
    public int? PersonId { get; set; }
}

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

    /// <summary>Mean square difference of Cb and Cr over two pixels, at the scale of <see cref="Detail"/>: compression takes colour first.</summary>
    public double? ColourDetail { get; init; }

    /// <summary>Share of the inner region's pixels with any channel at or above 250: skin burns out in red before it does in luma.</summary>
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
