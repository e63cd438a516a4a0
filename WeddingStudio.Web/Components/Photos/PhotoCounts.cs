using WeddingStudio.Engine.Hosting.Desks.Photos;
using WeddingStudio.Web.Components.People;

namespace WeddingStudio.Web.Components.Photos;

/// <summary>What lies in the folder, and what it is analysed with.</summary>
public static class PhotoCounts
{
    public static string Of(ImportView view)
    {
        var analysis = view.Analysis is null ? "" : $"Photo analysis: {view.Analysis}";
        if (view.Photos == 0 && view.Gone == 0)
            return analysis;
        List<string> parts = [PeopleOrder.Photos(view.Photos)];
        Add(view.Uploaded, "sent by browser");
        Add(view.Duplicates, view.Duplicates == 1 ? "exact copy left out" : "exact copies left out");
        Add(view.Problems, "could not be read");
        Add(view.Gone, "no longer there");
        Add(view.Videos, view.Videos == 1 ? "video set aside" : "videos set aside");
        Add(view.OtherFiles, view.OtherFiles == 1 ? "other file set aside" : "other files set aside");
        Add(view.Links, view.Links == 1 ? "link out of the folder not followed" : "links out of the folder not followed");
        return $"{string.Join(", ", parts)}. {analysis}".TrimEnd();

        void Add(int count, string what)
        {
            if (count > 0)
                parts.Add($"{count} {what}");
        }
    }
}
