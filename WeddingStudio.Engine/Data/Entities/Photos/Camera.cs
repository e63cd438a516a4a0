namespace WeddingStudio.Engine.Data;

[WrittenBy("Visits", "Moments", "Hosting")]
public sealed class Camera
{
    public int Id { get; set; }
    public required WeddingId WeddingId { get; set; }
    public string Make { get; set; } = "";
    public string Model { get; set; } = "";
    public string Serial { get; set; } = "";

    /// <summary>Seconds to add to this camera's times.</summary>
    public double OffsetSeconds { get; set; }

    /// <summary>A user said so; the studio's own estimate keeps away from it.</summary>
    public bool OffsetByHand { get; set; }
}
