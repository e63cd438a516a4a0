namespace WeddingStudio.Contracts;

/// <summary>The cookie that opens one gallery to the browser that came in by its link.</summary>
public static class GuestCookie
{
    public static string NameOf(int galleryId) => $"gallery-{galleryId}";
}
