using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Faces;

/// <summary>Everything one photo tells about one face; coordinates in pixels of the upright full-size photo.</summary>
public sealed record FaceReading
{
    /// <summary>Clipped to the photo.</summary>
    public required FaceBox Box { get; init; }
    public required FivePoints Points { get; init; }

    /// <summary>Detector score 0..1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Fitness for recognition 0..1, see <see cref="FaceQuality"/>.</summary>
    public required double Quality { get; init; }

    /// <summary>Good enough to begin a person by itself, see <see cref="FaceQuality"/>.</summary>
    public bool Seeds(int photoWidthPx, int photoHeightPx) =>
        FaceQuality.Seeds(Box.WidthPx, Measures.Sharpness, Measures.YawDegrees, Points, photoWidthPx, photoHeightPx);

    /// <summary>[dim] of unit length; empty for faces under <see cref="FaceReader.SmallestEmbeddedPx"/>.</summary>
    public required float[] Embedding { get; init; }

    /// <summary>98 WFLW, 106 InsightFace or 68 iBUG points; empty when the models have none.</summary>
    public required PointPx[] Landmarks { get; init; }

    /// <summary>[7] probabilities; empty when the models have none.</summary>
    public required float[] Expression { get; init; }
    public required FaceMeasures Measures { get; init; }

    /// <summary>
    /// [150] colours of the clothes below, see <see cref="Measures.ClothesColours"/>; empty when they are not in the picture.
    /// </summary>
    public float[] Clothes { get; init; } = [];

    /// <summary>[576] what the photo shows around it, see <see cref="Measures.FaceSurround"/>.</summary>
    public required byte[] Surround { get; init; }
}
