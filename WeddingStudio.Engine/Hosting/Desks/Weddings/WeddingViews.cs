namespace WeddingStudio.Engine.Hosting.Desks.Weddings;

/// <summary>Who is looking.</summary>
public sealed record UserView(string Name, bool IsPlanner);

/// <summary>A wedding on the start page and at the head of its own pages.</summary>
/// <param name="PictureUrl">A face of the couple or of whoever is in most photos; null before the analysis.</param>
/// <param name="Drawn">The studio drew its photos; every page that shows it says so.</param>
/// <param name="IsReadable">False where its data in the database is damaged.</param>
public sealed record WeddingView(string Id, string Name, DateTime CreatedAt, int Photos, int People, string? PictureUrl, bool Drawn, bool IsReadable = true);

/// <summary>What came of something a user asked for: done, or why not, in words for the page.</summary>
/// <param name="WeddingId">The wedding that was made, where one was.</param>
public sealed record DeskAnswer(bool Done, string Message, string? WeddingId = null);

/// <summary>Someone who may sign in to a wedding.</summary>
/// <param name="HasPassword">They came in by their link; until then only the link opens anything.</param>
public sealed record MemberView(string UserId, string Name, bool HasPassword);

/// <summary>A link for somebody to choose their password, or why there is none.</summary>
/// <param name="Path">Holds a code that works once; null when refused.</param>
/// <param name="Address">Where others reach the studio, as far as somebody said; the path follows it.</param>
public sealed record InvitationView(bool Done, string Message, string? Name, string? Path, string? Address, DateTime? EndsAt)
{
    internal static InvitationView Refused(string message) => new(false, message, null, null, null, null);
}
