namespace WeddingStudio.Contracts;

/// <summary>What somebody who signs in is to the studio.</summary>
public static class UserRoles
{
    /// <summary>Sees every wedding, and lets couples in.</summary>
    public const string Planner = "Planner";

    /// <summary>Sees their own wedding.</summary>
    public const string Couple = "Couple";
}
