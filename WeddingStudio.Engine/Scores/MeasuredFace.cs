using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Scores;

/// <summary>
/// A person's face as it was measured when its photo was open. Points [10], Landmarks [196],
/// [212], [136] or empty, Expression [7] or empty.
/// </summary>
public sealed record MeasuredFace(
    int FaceId, int PersonId, string? Role, FaceBox Box, float[] Points, float[] Landmarks, float[] Expression, FaceMeasures Measures)
{
    public Seat Seat { get; init; }

    /// <summary>How many photos of the photo's moment the person is in; 0 where moments are not known.</summary>
    public int PhotosOfMoment { get; init; }
}

/// <summary>What the guest list says of a person's place; null where it says nothing.</summary>
/// <param name="HouseholdSize">How many the list has of the household, this one included.</param>
public readonly record struct Seat(string? Table, string? Household, int HouseholdSize)
{
    public bool SharesTable(Seat other) => Same(Table, other.Table);

    public bool SharesHousehold(Seat other) => Same(Household, other.Household);

    private static bool Same(string? a, string? b) =>
        !string.IsNullOrWhiteSpace(a) && string.Equals(a.Trim(), b?.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>The photo the face is in.</summary>
public sealed record MeasuredFrame(int WidthPx, int HeightPx, PhotoMeasures Measures);
