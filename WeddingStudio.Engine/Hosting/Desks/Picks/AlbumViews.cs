using WeddingStudio.Engine.Picks.Album;

namespace WeddingStudio.Engine.Hosting.Desks.Picks;

/// <summary>The Album page.</summary>
/// <param name="People">How many must be shown.</param>
/// <param name="NotShown">Which of them are in no photo that may be shown.</param>
/// <param name="PassersBy">How many need not be shown: unnamed and rarely or never clearly seen.</param>
/// <param name="AnyPeople">Whether anybody was found in the photos at all.</param>
/// <param name="Guests">Who has photos and who has not.</param>
/// <param name="HasGuestList">Whether there is a guest list at all.</param>
public sealed record AlbumView(
    IReadOnlyList<AlbumTile> Photos, int People, IReadOnlyList<AlbumPerson> NotShown, int PassersBy, bool AnyPeople, CoverageReport Guests, bool HasGuestList);

/// <summary>A photo of the album. Time and moment are those of the wedding; For is empty where a user alone wants the photo.</summary>
public sealed record AlbumTile(
    int PhotoId, string Name, string TileUrl, string ScreenUrl, int WidthPx, int HeightPx, DateTime? TakenAt, string? Moment, IReadOnlyList<AlbumPerson> For);

/// <summary>Somebody a photo is there for.</summary>
public sealed record AlbumPerson(int PersonId, string? Name, string? Role, string? FaceUrl)
{
    public string Title => Name ?? $"Unnamed {PersonId}";
}
