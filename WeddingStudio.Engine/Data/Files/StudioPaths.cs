namespace WeddingStudio.Engine.Data.Files;

/// <summary>Where everything lies below the data directory. Pictures are named by content, so equal runs make equal files.</summary>
public sealed class StudioPaths(string dataDirectory)
{
    public string DataDirectory { get; } = Path.GetFullPath(dataDirectory);
    public string Database => Path.Combine(DataDirectory, "studio.db");
    public string LockFile => Path.Combine(DataDirectory, LockName);
    /// <summary>Where a running studio says at which address it can be opened.</summary>
    public string AddressFile => Path.Combine(DataDirectory, "studio.address");

    public string Keys => Path.Combine(DataDirectory, "keys");

    /// <summary>Packs of models that a planner fetched by a click.</summary>
    public string Models => Path.Combine(DataDirectory, "models");

    public string Wedding(WeddingId weddingId) => Path.Combine(DataDirectory, "weddings", FolderOf(weddingId));
    public string Originals(WeddingId weddingId) => Path.Combine(Wedding(weddingId), "originals");

    /// <summary>JPEG preview, long side 2048 or 480 px.</summary>
    public string Preview(WeddingId weddingId, string contentHash, int longSidePx) =>
        Path.Combine(Wedding(weddingId), "previews", contentHash[..2], $"{contentHash}-{longSidePx}.jpg");

    /// <summary>Square JPEG crop of a face with some air around it.</summary>
    public string FaceCrop(WeddingId weddingId, string faceKey) =>
        Path.Combine(Wedding(weddingId), "faces", faceKey[..2], $"{faceKey}.jpg");

    /// <summary>Where the studio draws a wedding: its photos, its lists and what is true of them.</summary>
    public string Drawn(WeddingId weddingId) => Path.Combine(DataDirectory, "drawn", FolderOf(weddingId));

    /// <summary>Full path of the folder a wedding's photos are read from; null while only uploads exist.</summary>
    public string? PhotoFolder(Wedding wedding) =>
        wedding.PhotoFolder is { } folder ? Path.GetFullPath(folder, DataDirectory) : null;

    /// <summary>Full path of a photo: uploads lie in originals, everything else in the wedding's photo folder.</summary>
    public string Original(Wedding wedding, Photo photo) => photo.Uploaded
        ? Path.Combine(Originals(wedding.Id), photo.Path[UploadPrefix.Length..])
        : Path.Combine(PhotoFolder(wedding) ?? throw new InvalidOperationException(
            $"Wedding '{wedding.Id}' has no photo folder but lists '{photo.Path}'."), photo.Path);

    /// <summary>Throws <see cref="ArgumentException"/> for what is no wedding's id: it could lead out of the data directory.</summary>
    private static string FolderOf(WeddingId weddingId) =>
        weddingId.IsSlug ? weddingId.Value : throw new ArgumentException($"'{weddingId}' is no wedding's id.", nameof(weddingId));

    public const string UploadPrefix = "uploads/";

    /// <summary>Lies in every data directory, and tells it from other folders.</summary>
    public const string LockName = "studio.lock";
}
