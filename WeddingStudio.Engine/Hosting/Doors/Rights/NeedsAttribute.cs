namespace WeddingStudio.Engine.Hosting.Doors.Rights;

/// <summary>Whom a method of the hub answers.</summary>
internal enum HubRight
{
    /// <summary>Anybody who is signed in.</summary>
    SignedIn,

    /// <summary>Who may see the wedding that is the method's first argument.</summary>
    Member,

    /// <summary>A planner; where the first argument is a wedding, one that is there.</summary>
    Planner,
}

/// <summary>The right a method of the hub asks for; one without it answers nobody.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsAttribute(HubRight right) : Attribute
{
    public HubRight Right { get; } = right;
}
