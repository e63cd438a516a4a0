namespace WeddingStudio.Web.Components.Picks;

/// <summary>What the Album page says.</summary>
public static class AlbumWords
{
    /// <summary>Two are named when more follow, three when they are all.</summary>
    private const int Named = 3;

    /// <summary>`for Anna, Uncle Bob and 3 more`; people without a name are only counted.</summary>
    public static string For(IReadOnlyList<AlbumPerson> people)
    {
        string[] names = [.. people.Select(p => p.Name).OfType<string>()];
        if (people.Count == 0)
            return "always shown, as you asked";
        if (names.Length == 0)
            return people.Count == 1 ? "for 1 person" : $"for {people.Count} people";
        if (names.Length == people.Count && names.Length <= Named)
            return names.Length == 1 ? $"for {names[0]}" : $"for {string.Join(", ", names[..^1])} and {names[^1]}";
        var told = names[..Math.Min(names.Length, Named - 1)];
        return $"for {string.Join(", ", told)} and {people.Count - told.Length} more";
    }

    public static string Headline(AlbumView album)
    {
        var shown = album.People - album.NotShown.Count;
        var photos = album.Photos.Count == 1 ? "1 photo shows" : $"{album.Photos.Count} photos show";
        return (shown, album.NotShown.Count) switch
        {
            (1, 0) => $"{photos} the one person there is at their best",
            (2, 0) => $"{photos} both of you at your best",
            (_, 0) => $"{photos} all {shown} of you at their best",
            _ => $"{photos} {shown} of {album.People} people at their best",
        };
    }

    public static string? NotCounted(AlbumView album) => album.PassersBy switch
    {
        0 => null,
        1 => "1 more person has no name and is hardly seen. Once they have a name, the album shows them too.",
        _ => $"{album.PassersBy} more people have no name and are hardly seen. Once one of them has a name, the album shows them too.",
    };

    public static string NotShown(AlbumView album) =>
        $"{string.Join(", ", album.NotShown.Select(p => p.Title))}: only in photos that are never shown or kept from guests.";

    /// <summary>When and where in the day a photo was taken, as far as is known.</summary>
    public static string Caption(AlbumTile photo) =>
        string.Join(" · ", new[] { photo.TakenAt is { } at ? $"{at:HH:mm}" : null, photo.Moment }.OfType<string>());
}
