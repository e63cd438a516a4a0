using WeddingStudio.Web.Components.People;

namespace WeddingStudio.Web.Components.Photos;

/// <summary>What lies in the folder, and what it is analysed with.</summary>
public static class PhotoCounts
{
    public static string Of(ImportView view)
    {
        var analysis = view.Analysis is null ? "" : $"Photo analysis: {view.Analysis}";
        var photos = view.Photos;
        if (photos is { Known: 0, Gone: 0 })
            return analysis;
        List<string> parts = [PeopleOrder.Photos(photos.Known)];
        Add(photos.Uploaded, "sent by browser");
        Add(photos.Duplicates, photos.Duplicates == 1 ? "exact copy left out" : "exact copies left out");
        Add(photos.Problems, "could not be read");
        Add(photos.Gone, "no longer there");
        Add(photos.Videos, photos.Videos == 1 ? "video set aside" : "videos set aside");
        Add(photos.OtherFiles, photos.OtherFiles == 1 ? "other file set aside" : "other files set aside");
        Add(photos.Links, photos.Links == 1 ? "link out of the folder not followed" : "links out of the folder not followed");
        return $"{string.Join(", ", parts)}. {analysis}".TrimEnd();

        void Add(int count, string what)
        {
            if (count > 0)
                parts.Add($"{count} {what}");
        }
    }
}
