namespace WeddingStudio.Drawn.Bodies;

/// <summary>What the arms do. Left and right are the picture's; an arm around somebody lies behind whoever is drawn later.</summary>
internal enum ArmPose
{
    Down,
    HandsClasped,
    GlassInHand,
    BouquetInHands,
    ArmsRaised,
    HandOnHip,
    ArmAroundLeft,
    ArmAroundRight,
    Folded,
}

/// <param name="TurnDegrees">-35..35; positive = the chest points to the right of the picture.</param>
/// <param name="Seated">Ends below the lap: a table or a neighbour hides the rest.</param>
/// <param name="Lean">-1..1: how far the head is carried to the left or right of the hips.</param>
/// <param name="Mirrored">The glass, or the hand on the hip, is on the left of the picture instead of the right.</param>
internal sealed record BodyPose(ArmPose Arms, double TurnDegrees = 0, bool Seated = false, double Lean = 0, bool Mirrored = false);
