namespace WeddingStudio.Contracts;

/// <summary>A link for somebody to choose their password, or why there is none.</summary>
public sealed record InvitationView
{
    public required bool Done { get; init; }

    /// <summary>What was done, or why not.</summary>
    public required Message Message { get; init; }
    public string? Name { get; init; }

    /// <summary>Holds a code that works once; null when refused.</summary>
    public string? Path { get; init; }

    /// <summary>Where others reach the studio, as far as somebody said; the path follows it.</summary>
    public string? Address { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? EndsAt { get; init; }

    public static InvitationView Refused(Message message) => new() { Done = false, Message = message };
}
