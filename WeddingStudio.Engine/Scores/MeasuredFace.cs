using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Scores;

/// <summary>A person's face as it was measured when its photo was open. Points [10], Landmarks [196], [212], [136] or empty, Expression [7] or empty.</summary>
public sealed record MeasuredFace(
    int FaceId, int PersonId, string? Role, FaceBox Box, float[] Points, float[] Landmarks, float[] Expression, FaceMeasures Measures);

/// <summary>The photo the face is in.</summary>
public sealed record MeasuredFrame(int WidthPx, int HeightPx, PhotoMeasures Measures);
