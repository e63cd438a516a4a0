namespace WeddingStudio.Engine.Data;

[WrittenBy("Visits", "People", "Photos")]
public sealed class Face
{
    public int Id { get; set; }
    public required WeddingId WeddingId { get; set; }
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

    /// <summary>
    /// [196], [212] or [136] x,y of the 98 WFLW, 106 InsightFace or 68 iBUG points in full-size pixels; empty when not measured.
    /// </summary>
    public float[] Landmarks { get; set; } = [];

    /// <summary>[7] neutral, happy, sad, angry, fearful, disgusted, surprised; empty when not measured.</summary>
    public float[] Expression { get; set; } = [];
    public FaceMeasures Measures { get; set; } = new();

    /// <summary>[150] colours of the clothes below the face relative to its skin, shares that sum to 1; empty when not measured. Photos
    /// read before clothes were measured stay without, and of their people the faces alone speak.</summary>
    public float[] Clothes { get; set; } = [];

    /// <summary>
    /// [24 x 24] luma of what the photo shows around the face, in the face's frame, 0 beyond the
    /// photo; empty for faces read before it was taken.
    /// </summary>
    public byte[] Surround { get; set; } = [];

    /// <summary>Drawn by hand, or spoken of by a user and not found again since. While nobody is said to own it, it is not shown.</summary>
    public bool Drawn { get; set; }

    /// <summary>The fold's result; null for NotAFace and faces under 16 px (cluster_id -1).</summary>
    public int? PersonId { get; set; }
}
