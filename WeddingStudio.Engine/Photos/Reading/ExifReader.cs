using WeddingStudio.Engine.Photos.Metadata;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>Make, model and body serial as the camera wrote them; empty where it wrote nothing.</summary>
public readonly record struct CameraIdentity(string Make, string Model, string Serial);

/// <param name="TakenAt">UTC with sub-seconds; null when the photo does not say.</param>
/// <param name="Camera">Null when the photo names none.</param>
/// <param name="Source">Where the time, or the day, was found.</param>
/// <param name="Day">The day it was taken where only that is told, on the calendar of the place; null where the time is known.</param>
public readonly record struct ExifFacts(
    DateTime? TakenAt, CameraIdentity? Camera, TimeSource Source = TimeSource.None, DateOnly? Day = null);

/// <summary>
/// When and with what a photo was taken, from whichever metadata its file has. The file's own times never count: copying changes them.
/// </summary>
public static class ExifReader
{
    private const int MaxTextLength = 100;
    private const ushort Make = 0x010F, Model = 0x0110, BodySerialNumber = 0xA431;

    /// <param name="path">Any photo file.</param>
    /// <param name="zone">The wedding's zone: a time without offset is local to it.</param>
    public static ExifFacts Read(string path, TimeZoneInfo zone)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Of(PhotoMetadata.Read(file), path, zone);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return default; // The picture is there; without a time it is fine.
        }
    }

    /// <param name="metadata">Of a file that is still open.</param>
    /// <param name="name">What the file is called.</param>
    /// <param name="zone">The wedding's zone.</param>
    internal static ExifFacts Of(PhotoMetadata metadata, string name, TimeZoneInfo zone)
    {
        var (takenAt, source, day) = PhotoTimes.Of(metadata, name, zone);
        return new(takenAt, Camera(metadata), source, day);
    }

    private static CameraIdentity? Camera(PhotoMetadata metadata)
    {
        var camera = new CameraIdentity(First(metadata, Make), First(metadata, Model), First(metadata, BodySerialNumber));
        return camera == new CameraIdentity("", "", "") ? null : camera;
    }

    private static string First(PhotoMetadata metadata, ushort tag)
    {
        var text = metadata.TextsIn(tag).FirstOrDefault() ?? "";
        return text.Length <= MaxTextLength ? text : text[..MaxTextLength];
    }
}
