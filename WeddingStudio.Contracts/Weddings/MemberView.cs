namespace WeddingStudio.Contracts;

/// <summary>Someone who may sign in to a wedding.</summary>
/// <param name="HasPassword">They came in by their link; until then only the link opens anything.</param>
public sealed record MemberView(string UserId, string Name, bool HasPassword);
