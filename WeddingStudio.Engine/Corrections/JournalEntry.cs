using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Corrections;

/// <summary>What depends on the kind of a journal row; absent parts stay out of the database.</summary>
public sealed record CorrectionPayload
{
    /// <summary>Named.</summary>
    public string? Name { get; init; }
    public string? Role { get; init; }

    /// <summary>Hidden and the photo rules: false takes the flag back.</summary>
    public bool On { get; init; } = true;

    /// <summary>Merged, SamePerson: who the others become.</summary>
    public int? KeptId { get; init; }

    /// <summary>Photo rules for several people: how many of the anchored faces are whose, in the order of the people.</summary>
    public IReadOnlyList<int>? FacesOf { get; init; }

    /// <summary>Person.Ids this row gave out.</summary>
    public IReadOnlyList<int> NewPersonIds { get; init; } = [];

    /// <summary>Undone, Redone: the row meant.</summary>
    public int? Seq { get; init; }
}

/// <summary>A row of the journal, read.</summary>
/// <param name="PersonIds">The people it is about. Statements that part people name the one left first, then those made or joined.</param>
/// <param name="Anchors">The faces it is about, each with the person it belongs to from here on, and the photos.</param>
public sealed record JournalEntry(
    int Seq, string UserId, DateTime At, CorrectionKind Kind,
    IReadOnlyList<int> PersonIds, IReadOnlyList<Anchor> Anchors, CorrectionPayload Payload)
{
    /// <summary>Everybody the row mentions: an id it mentions is never given to somebody else.</summary>
    public IEnumerable<int> Mentioned() =>
        [.. PersonIds, .. Payload.NewPersonIds, .. Anchors.Select(a => a.PersonId ?? Anchor.Nobody).Where(id => id != Anchor.Nobody)];

    public static JournalEntry Read(Correction row) => new(
        row.Seq, row.UserId, row.At, Enum.Parse<CorrectionKind>(row.Kind),
        JournalJson.Read<int[]>(row.PersonIds), JournalJson.Read<Anchor[]>(row.Anchors), JournalJson.Read<CorrectionPayload>(row.Payload));

    public Correction ToRow(WeddingId weddingId) => new()
    {
        WeddingId = weddingId,
        Seq = Seq,
        UserId = UserId,
        At = At,
        Kind = Kind.ToString(),
        PersonIds = JournalJson.Write(PersonIds),
        Anchors = JournalJson.Write(Anchors),
        Payload = JournalJson.Write(Payload),
    };
}
