using System.Text.RegularExpressions;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;

namespace WeddingStudio.Engine.Photos;

/// <summary>Which way is up and when it was taken, in the photo's own words: what may stand in a copy that leaves the studio.</summary>
/// <param name="Orientation">EXIF orientation, 1 to 8.</param>
/// <param name="TakenAt">`yyyy:MM:dd HH:mm:ss`, local to where it was taken.</param>
/// <param name="Offset">`+02:00`.</param>
/// <param name="SubSeconds">Digits after the point.</param>
public sealed partial record WrittenExif(int Orientation, string? TakenAt, string? Offset, string? SubSeconds)
{
    public static readonly WrittenExif Nothing = new(1, null, null, null);

    /// <summary>Values that are not shaped like a time are dropped: a text field can hold anything. Only for a helper: hostile metadata can end its process.</summary>
    internal static WrittenExif Read(Stream photo)
    {
        try
        {
            var directories = ImageMetadataReader.ReadMetadata(photo);
            var main = directories.OfType<ExifIfd0Directory>().FirstOrDefault();
            var details = directories.OfType<ExifSubIfdDirectory>().FirstOrDefault();
            var orientation = main is not null && main.TryGetInt32(ExifDirectoryBase.TagOrientation, out var turned) && turned is >= 1 and <= 8 ? turned : 1;
            return new WrittenExif(orientation,
                Shaped(details?.GetString(ExifDirectoryBase.TagDateTimeOriginal), Time()),
                Shaped(details?.GetString(ExifDirectoryBase.TagTimeZoneOriginal), TimeOffset()),
                Shaped(details?.GetString(ExifDirectoryBase.TagSubsecondTimeOriginal), Digits()));
        }
        catch (Exception)
        {
            // Hostile metadata can raise anything in a parser of fifty formats; the picture itself is fine.
            return Nothing;
        }
    }

    private static string? Shaped(string? value, Regex shape) => value is not null && shape.IsMatch(value.Trim()) ? value.Trim() : null;

    [GeneratedRegex(@"^[0-9]{4}:[0-9]{2}:[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\z")]
    private static partial Regex Time();

    [GeneratedRegex(@"^[+-][0-9]{2}:[0-9]{2}\z")]
    private static partial Regex TimeOffset();

    [GeneratedRegex(@"^[0-9]{1,9}\z")]
    private static partial Regex Digits();
}
