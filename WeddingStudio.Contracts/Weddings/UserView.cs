namespace WeddingStudio.Contracts;

/// <summary>Who is looking.</summary>
public sealed record UserView(string Name, bool IsPlanner);
