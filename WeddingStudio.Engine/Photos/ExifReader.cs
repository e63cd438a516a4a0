using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using Directory = MetadataExtractor.Directory;

namespace WeddingStudio.Engine.Photos;

/// <summary>Make, model and body serial as the camera wrote them; empty where it wrote nothing.</summary>
public readonly record struct CameraIdentity(string Make, string Model, string Serial);

/// <param name="TakenAt">UTC with sub-seconds; null when the photo does not say.</param>
/// <param name="Camera">Null when the photo names none.</param>
public readonly record struct ExifFacts(DateTime? TakenAt, CameraIdentity? Camera);

/// <summary>When and with what a photo was taken. The file's own times never count: copying changes them.</summary>
public static class ExifReader
{
    private const int MaxTextLength = 100;

    /// <param name="path">Any photo file.</param>
    /// <param name="zone">The wedding's zone: a time without offset is local to it.</param>
    public static ExifFacts Read(string path, TimeZoneInfo zone)
    {
        IReadOnlyList<Directory> directories;
        try
        {
            using var file = File.OpenRead(path);
            directories = ImageMetadataReader.ReadMetadata(file);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Hostile metadata can raise anything in a parser of fifty formats. The picture is fine without a time.
            return default;
        }

        return new(TakenAt(directories, zone), Camera(directories));
    }

    private static DateTime? TakenAt(IReadOnlyList<Directory> directories, TimeZoneInfo zone)
    {
        foreach (var exif in directories.OfType<ExifSubIfdDirectory>())
        {
            var taken = TakenAt(exif, zone, ExifDirectoryBase.TagDateTimeOriginal, ExifDirectoryBase.TagSubsecondTimeOriginal, ExifDirectoryBase.TagTimeZoneOriginal)
                ?? TakenAt(exif, zone, ExifDirectoryBase.TagDateTimeDigitized, ExifDirectoryBase.TagSubsecondTimeDigitized, ExifDirectoryBase.TagTimeZoneDigitized);
            if (taken is not null)
                return taken;
        }

        return null;
    }

    private static DateTime? TakenAt(Directory exif, TimeZoneInfo zone, int timeTag, int subSecondTag, int offsetTag) =>
        ToUtc(exif.GetString(timeTag), exif.GetString(subSecondTag), exif.GetString(offsetTag), zone);

    /// <summary>Pure core: "2023:06:17 15:04:05", "25" and "+02:00" to UTC; null for times no camera can mean.</summary>
    internal static DateTime? ToUtc(string? time, string? subSeconds, string? offset, TimeZoneInfo zone)
    {
        string[] forms = ["yyyy:MM:dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy/MM/dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy:MM:dd HH:mm"];
        var text = time?.Trim('\0', ' ');
        if (!DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 1900 or > 2200)
            return null;

        local += Fraction(subSeconds);
        return DateTime.SpecifyKind(local - (Offset(offset) ?? zone.GetUtcOffset(local)), DateTimeKind.Utc);
    }

    private static TimeSpan Fraction(string? subSeconds)
    {
        var digits = subSeconds?.Trim('\0', ' ') ?? "";
        return digits.Length > 0 && digits.All(char.IsAsciiDigit)
            ? TimeSpan.FromTicks(long.Parse(digits.PadRight(7, '0')[..7], CultureInfo.InvariantCulture))
            : TimeSpan.Zero;
    }

    private static TimeSpan? Offset(string? offset)
    {
        var text = offset?.Trim('\0', ' ') ?? "";
        if (text == "Z")
            return TimeSpan.Zero;
        string[] forms = [@"hh\:mm", "hhmm"];
        return text.Length > 1 && text[0] is '+' or '-'
            && TimeSpan.TryParseExact(text[1..], forms, CultureInfo.InvariantCulture, out var span) && span <= TimeSpan.FromHours(14)
            ? text[0] == '-' ? -span : span
            : null;
    }

    private static CameraIdentity? Camera(IReadOnlyList<Directory> directories)
    {
        var exif = directories.OfType<ExifDirectoryBase>().ToList();
        var camera = new CameraIdentity(
            First(exif, ExifDirectoryBase.TagMake),
            First(exif, ExifDirectoryBase.TagModel),
            First(exif, ExifDirectoryBase.TagBodySerialNumber));
        return camera == new CameraIdentity("", "", "") ? null : camera;
    }

    private static string First(IReadOnlyList<ExifDirectoryBase> directories, int tag)
    {
        var text = directories.Select(d => d.GetString(tag)?.Trim('\0', ' ')).FirstOrDefault(t => !string.IsNullOrEmpty(t)) ?? "";
        return text.Length <= MaxTextLength ? text : text[..MaxTextLength];
    }
}
