namespace WeddingStudio.Engine.Data;

/// <summary>A base partition: the automatic grouping at one revision, before any correction.</summary>
[WrittenBy("People")]
public sealed class BasePartition
{
    public int Id { get; set; }
    public required WeddingId WeddingId { get; set; }
    public DateTime CreatedAt { get; set; }

    /// <summary>Fingerprint of the models that made the embeddings, and how these were grouped.</summary>
    public required string Pack { get; set; }

    /// <summary>False while photos are still being read: the groups and their numbers are provisional.</summary>
    public bool IsFinal { get; set; }

    /// <summary>[3 n] Face.Id, Photo.Id and the Person.Id of the face's group (-1 = belongs to nobody), little-endian int32.</summary>
    public required int[] Groups { get; set; }

    /// <summary>[4 n] x1, y1, x2, y2 of these faces, so that the groups are known again when a photo is read again.</summary>
    public required float[] Boxes { get; set; }
}
