namespace WeddingStudio.Engine.Data;

/// <summary>A person of one wedding as the fold of journal and base left them; id = cluster_id in all files.</summary>
public sealed class Person
{
    public required string WeddingId { get; set; }
    public int Id { get; set; }
    public string? Name { get; set; }

    /// <summary>One of <see cref="Roles"/>, or null.</summary>
    public string? Role { get; set; }
    public bool Hidden { get; set; }
    public bool SeenOnce { get; set; }
    public int PhotoCount { get; set; }
    public int FaceCount { get; set; }

    /// <summary>The face shown on the tile and as thumbnail.</summary>
    public int? CoverFaceId { get; set; }

    /// <summary>Set when this person was merged into another: links to this id lead there.</summary>
    public int? RedirectToId { get; set; }
}

/// <summary>A line of the guest list.</summary>
public sealed class GuestEntry
{
    public int Id { get; set; }
    public required string WeddingId { get; set; }
    public required string Name { get; set; }
    public string? Role { get; set; }
    public string? Side { get; set; }
    public string? Table { get; set; }
    public string? Household { get; set; }

    /// <summary>Other names, separated by `|`.</summary>
    public string? Aliases { get; set; }
    public int? PersonId { get; set; }
}

/// <summary>A base partition: the automatic grouping at one revision, before any correction.</summary>
public sealed class BasePartition
{
    public int Id { get; set; }
    public required string WeddingId { get; set; }
    public DateTime CreatedAt { get; set; }

    /// <summary>Fingerprint of the models that made the embeddings, and how these were grouped.</summary>
    public required string Pack { get; set; }

    /// <summary>False while photos are still being read: the groups and their numbers are provisional.</summary>
    public bool IsFinal { get; set; }

    /// <summary>[3 n] Face.Id, Photo.Id and the Person.Id of the face's group (-1 = belongs to nobody), little-endian int32.</summary>
    public required int[] Groups { get; set; }

    /// <summary>[4 n] x1, y1, x2, y2 of these faces, so that the groups are known again when a photo is read anew.</summary>
    public required float[] Boxes { get; set; }
}

public enum PhotoRuleKind
{
    AlwaysShow,
    NeverShow,
    KeptFromGuests,

    /// <summary>Picked only when no other is left.</summary>
    SetAside,
}

/// <summary>A live statement about a photo, for one person or (PersonId null) for everybody.</summary>
public sealed class PhotoRule
{
    public int Id { get; set; }
    public required string WeddingId { get; set; }
    public int PhotoId { get; set; }
    public int? PersonId { get; set; }
    public PhotoRuleKind Kind { get; set; }
}
