namespace WeddingStudio.Engine.Data;

/// <summary>
/// One browser that is signed in: for as long as this row is there, and its user's security stamp is still the one of then.
/// </summary>
[WrittenBy("Hosting")]
public sealed class SignIn
{
    /// <summary>Random, 128 bits, base64url.</summary>
    public required string Id { get; set; }
    public required string UserId { get; set; }

    /// <summary>The user's when they signed in. Another password makes another stamp, and so ends every sign-in of before.</summary>
    public required string Stamp { get; set; }
    public DateTime EndsAt { get; set; }
}
