namespace WeddingStudio.Engine.Hosting.Desks.Galleries;

/// <summary>A guest's page: neither numbers nor reasons. Times are those of the wedding.</summary>
public sealed record GuestGalleryView(string Wedding, string? Name, IReadOnlyList<GuestPhotoView> Best, IReadOnlyList<GuestPhotoView> All, string ZipUrl, bool Drawn);

public sealed record GuestPhotoView(int PhotoId, string TileUrl, string ScreenUrl, string DownloadUrl, int WidthPx, int HeightPx, DateTime? TakenAt, string? Moment,
    double FaceX, double FaceY);
