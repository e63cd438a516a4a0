namespace WeddingStudio.Engine.Data;

/// <summary>A link by which somebody chooses their own password, once.</summary>
[WrittenBy("Hosting")]
public sealed class PasswordLink
{
    /// <summary>SHA-256 of the code in the link, lower-case hex: the database holds nothing that opens anything.</summary>
    public required string CodeHash { get; set; }
    public required string UserId { get; set; }
    public DateTime EndsAt { get; set; }
}
