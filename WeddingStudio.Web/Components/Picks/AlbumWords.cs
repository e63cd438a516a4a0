using WeddingStudio.Words;

namespace WeddingStudio.Web.Components.Picks;

/// <summary>What the Album page says.</summary>
public static class AlbumWords
{
    /// <summary>Two are named when more follow, three when they are all.</summary>
    private const int Named = 3;

    /// <summary>`for Anna, Uncle Bob and 3 more`; people without a name are only counted.</summary>
    public static string For(this StudioWords words, IReadOnlyList<AlbumPerson> people)
    {
        string[] names = [.. people.Select(p => p.Name).OfType<string>()];
        if (people.Count == 0)
            return words["Picks.ForNobody"];
        if (names.Length == 0)
            return words["Picks.ForPeople", people.Count];
        if (names.Length == people.Count && names.Length <= Named)
            return words["Picks.ForNamed", words.List(names)];
        var told = names[..Math.Min(names.Length, Named - 1)];
        return words["Picks.ForNamedAndMore", people.Count - told.Length, string.Join(", ", told)];
    }

    public static string Headline(this StudioWords words, AlbumView album)
    {
        var (photos, shown) = (album.Photos.Count, album.People - album.NotShown.Count);
        return (shown, album.NotShown.Count) switch
        {
            (1, 0) => words["Picks.ShowsOne", photos],
            (2, 0) => words["Picks.ShowsBoth", photos],
            (_, 0) => words["Picks.ShowsAll", photos, shown],
            _ => words["Picks.ShowsSome", photos, shown, album.People],
        };
    }

    public static string? NotCounted(this StudioWords words, AlbumView album) =>
        album.PassersBy == 0 ? null : words["Picks.PassersBy", album.PassersBy].Value;

    public static string NotShown(this StudioWords words, AlbumView album) =>
        words["Picks.NotShown", string.Join(", ", album.NotShown.Select(words.TitleOf))];

    /// <summary>When and where in the day a photo was taken, as far as is known.</summary>
    public static string Caption(this StudioWords words, AlbumTile photo) =>
        string.Join(" · ", new[] { photo.TakenAt is { } at ? words["Picks.At", at].Value : null, words.Of(photo.Moment) }
            .Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>`Table 3`, but `Top table` as it is.</summary>
    public static string TableOf(this StudioWords words, string table) =>
        table.All(char.IsLetterOrDigit) && table.Any(char.IsDigit) ? words["Picks.Table", table] : table;
}
