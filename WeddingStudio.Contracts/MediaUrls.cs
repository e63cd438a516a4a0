namespace WeddingStudio.Contracts;

/// <summary>Addresses of pictures, named by content: what an address shows never changes.</summary>
public static class MediaUrls
{
    public const int TilePx = 480;
    public const int ScreenPx = 2048;

    public static string Preview(WeddingId weddingId, string contentHash, int longSidePx) =>
        $"/media/w/{weddingId}/preview/{contentHash}-{longSidePx}.jpg";

    public static string Face(WeddingId weddingId, string faceKey) => $"/media/w/{weddingId}/face/{faceKey}.jpg";

    /// <summary>One of the first faces of an analysis, which are soon forgotten.</summary>
    public static string FirstFace(WeddingId weddingId, int run, int number) => $"/media/w/{weddingId}/first/{number}.jpg?run={run}";

    public static string Uploads(WeddingId weddingId) => $"/media/w/{weddingId}/uploads";

    /// <summary>The photos that the couple takes along, as a ZIP.</summary>
    public static string Zip(WeddingId weddingId, TakeAwayChoice what) => $"/media/w/{weddingId}/take/{_leaving[what]}.zip";

    /// <summary>Their file names, for a program's search field.</summary>
    public static string Names(WeddingId weddingId, TakeAwayChoice what, FinishingProgram program) =>
        $"/media/w/{weddingId}/take/{_leaving[what]}-for-{_programs[program]}.txt";

    public static TakeAwayChoice? ChoiceOf(string name) => KeyOf(_leaving, name);

    public static FinishingProgram? ProgramOf(string name) => KeyOf(_programs, name);

    public static string GuestPhoto(int galleryId, int photoId, string contentHash, int longSidePx) =>
        $"/media/g/{galleryId}/photo/{photoId}-{longSidePx}.jpg?v={contentHash[..12]}";

    public static string GuestDownload(int galleryId, int photoId) => $"/media/g/{galleryId}/download/{photoId}";

    public static string GuestZip(int galleryId) => $"/media/g/{galleryId}/photos.zip";

    /// <summary>What a guest's page is made of, for the server that makes it.</summary>
    public static string GuestGallery(int galleryId) => $"/media/g/{galleryId}";

    private static readonly Dictionary<TakeAwayChoice, string> _leaving = new()
    {
        [TakeAwayChoice.Album] = "album", [TakeAwayChoice.BestPhotos] = "best-photos",
    };
    private static readonly Dictionary<FinishingProgram, string> _programs = new()
    {
        [FinishingProgram.Lightroom] = "lightroom", [FinishingProgram.CaptureOne] = "capture-one",
    };

    private static T? KeyOf<T>(Dictionary<T, string> names, string name) where T : struct, Enum =>
        names.Where(n => n.Value == name).Select(n => (T?)n.Key).FirstOrDefault();
}
