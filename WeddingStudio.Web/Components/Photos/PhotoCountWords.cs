using WeddingStudio.Words;

namespace WeddingStudio.Web.Components.Photos;

/// <summary>What lies in the folder, and what it is analysed with.</summary>
public static class PhotoCountWords
{
    public static string PhotoCounts(this StudioWords words, ImportView view)
    {
        string analysis = view.Analysis is null ? "" : words["Photos.Analysis", view.Analysis];
        var photos = view.Photos;
        if (photos is { Known: 0, Gone: 0 })
            return analysis;
        (string Code, int Count)[] others =
        [
            ("Photos.Uploaded", photos.Uploaded), ("Photos.Duplicates", photos.Duplicates), ("Photos.Unreadable", photos.Problems),
            ("Photos.Gone", photos.Gone), ("Photos.Videos", photos.Videos), ("Photos.OtherFiles", photos.OtherFiles),
            ("Photos.LinksOut", photos.Links),
        ];
        var parts = others.Where(other => other.Count > 0).Prepend((Code: "Photos.Count", Count: photos.Known));
        var counts = string.Join(", ", parts.Select(part => words[part.Code, part.Count]));
        return $"{counts}. {analysis}".TrimEnd();
    }
}
