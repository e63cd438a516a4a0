namespace WeddingStudio.Contracts;

/// <summary>Two people who may be one.</summary>
/// <param name="First">Who is seen more often.</param>
/// <param name="Reason">Why it is asked.</param>
/// <param name="Photos">How many photos the answer sorts.</param>
public sealed record QuestionView(QuestionedPerson First, QuestionedPerson Second, Message Reason, int Photos);

/// <summary>One of them, with a few faces to judge by, the clearest first.</summary>
public sealed record QuestionedPerson(int Id, string? Name, int PhotoCount, IReadOnlyList<QuestionedFace> Faces);

public sealed record QuestionedFace(int FaceId, string Url);
