namespace WeddingStudio.Contracts;

/// <summary>One person's page.</summary>
/// <param name="RedirectedFrom">The id asked for, when that person was merged into this one.</param>
public sealed record PersonView(PersonTile Person, int? RedirectedFrom, IReadOnlyList<PickView> Best, IReadOnlyList<FaceView> Faces);

/// <summary>One of a person's best photos, and why.</summary>
public sealed record PickView(int Rank, Message Reason, FaceView Face);
