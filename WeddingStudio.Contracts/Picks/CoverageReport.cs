namespace WeddingStudio.Contracts;

/// <param name="None">Who has no photo yet, by table, then name.</param>
/// <param name="Few">Who has fewer than three, likewise.</param>
public sealed record CoverageReport(
    int Guests, IReadOnlyList<CoveredGuest> None, IReadOnlyList<CoveredGuest> Few, IReadOnlyList<CoverageShare> Tables,
    IReadOnlyList<CoverageShare> Roles);

/// <summary>Somebody who should be in the photos: on the guest list, named, or both.</summary>
/// <param name="PersonId">Null for a line of the guest list nobody in the photos is known to be.</param>
/// <param name="Photos">In how many photos they can be shown.</param>
public sealed record CoveredGuest(string Name, string? Role, string? Table, int? PersonId, int Photos);

/// <summary>How many of a table or role have photos. Label is the table as on the guest list, or the role's code.</summary>
public sealed record CoverageShare(string Label, int WithPhotos, int All);
