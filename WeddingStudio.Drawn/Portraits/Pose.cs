using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Portraits;

/// <summary>How a head is held, in degrees.</summary>
/// <param name="Yaw">Positive = the nose points to the right of the picture.</param>
/// <param name="Pitch">Positive = the nose points down.</param>
/// <param name="Roll">Positive = turned clockwise in the picture.</param>
internal readonly record struct Pose(double Yaw, double Pitch, double Roll);

/// <summary>What a face does.</summary>
/// <param name="Smile">0 = none, 1 = laughing.</param>
/// <param name="LeftOpen">The eye at the left of the picture.</param>
/// <param name="RightOpen">The eye at the right of the picture.</param>
/// <param name="Gaze">Null = into the camera; else where the eyes turn to, -1..1 in the head's own directions.</param>
internal readonly record struct Mood(double Smile, bool LeftOpen = true, bool RightOpen = true, Spot? Gaze = null);
