namespace WeddingStudio.Engine.Data;

/// <summary>How often a wedding has changed; `Store/Revisions` alone writes it.</summary>
[WrittenBy("Data")]
public sealed class Revision
{
    public required WeddingId WeddingId { get; set; }

    /// <summary>Grows with every change that pages must notice.</summary>
    public long Number { get; set; }

    /// <summary>Grows when moments, scores or picks were written.</summary>
    public long Derived { get; set; }
}
