namespace WeddingStudio.Engine.Data;

/// <summary>One row of the journal: one thing a user said. Rows are only ever appended.</summary>
[WrittenBy("People")]
public sealed class Correction
{
    public long Id { get; set; }
    public required WeddingId WeddingId { get; set; }

    /// <summary>1, 2, 3 ... per wedding.</summary>
    public int Seq { get; set; }
    public required string UserId { get; set; }
    public DateTime At { get; set; }

    /// <summary>Name of a CorrectionKind.</summary>
    public required string Kind { get; set; }

    /// <summary>JSON array of the Person.Ids it was said about.</summary>
    public required string PersonIds { get; set; }

    /// <summary>JSON array of anchors: photo content hash and face box (null for the whole photo).</summary>
    public required string Anchors { get; set; }

    /// <summary>JSON object with what depends on the kind.</summary>
    public required string Payload { get; set; }
}
