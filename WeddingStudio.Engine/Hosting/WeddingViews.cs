namespace WeddingStudio.Engine.Hosting;

/// <summary>Who is looking.</summary>
public sealed record UserView(string Name, bool IsPlanner);

/// <summary>A wedding on the start page and at the head of its own pages.</summary>
/// <param name="PictureUrl">A face of the couple or of whoever is in most photos; null before the analysis.</param>
/// <param name="Drawn">The studio drew its photos; every page that shows it says so.</param>
public sealed record WeddingView(string Id, string Name, DateTime CreatedAt, int Photos, int People, string? PictureUrl, bool Drawn);

/// <summary>What came of something a user asked for: done, or why not, in words for the page.</summary>
/// <param name="WeddingId">The wedding that was made, where one was.</param>
public sealed record DeskAnswer(bool Done, string Message, string? WeddingId = null);

/// <summary>Someone who may sign in to a wedding.</summary>
public sealed record MemberView(string UserId, string Name);
