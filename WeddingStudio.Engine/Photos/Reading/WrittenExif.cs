using System.Text.RegularExpressions;
using WeddingStudio.Engine.Photos.Metadata;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>Which way is up and when it was taken, in the photo's own words: what may stand in a copy that leaves the studio.</summary>
/// <param name="Orientation">EXIF orientation, 1 to 8.</param>
/// <param name="TakenAt">`yyyy:MM:dd HH:mm:ss`, local to where it was taken.</param>
/// <param name="Offset">`+02:00`.</param>
/// <param name="SubSeconds">Digits after the point.</param>
public sealed partial record WrittenExif(int Orientation, string? TakenAt, string? Offset, string? SubSeconds)
{
    private const ushort OrientationTag = 0x0112;

    public static readonly WrittenExif Nothing = new(1, null, null, null);

    internal static WrittenExif Read(Stream photo) => Of(PhotoMetadata.Read(photo));

    /// <summary>Values that are not shaped like a time are dropped: a text field can hold anything.</summary>
    internal static WrittenExif Of(PhotoMetadata metadata)
    {
        var orientation = metadata.Main.FirstOrDefault()?.Numbers(OrientationTag) is [>= 1 and <= 8 and var turned, ..] ? (int)turned : 1;
        var details = metadata.Exif.FirstOrDefault();
        return new WrittenExif(orientation,
            Shaped(details?.Text(ExifTime.Original.Tag), Time()),
            Shaped(details?.Text(ExifTime.Original.Offset), TimeOffset()),
            Shaped(details?.Text(ExifTime.Original.Fraction), Digits()));
    }

    private static string? Shaped(string? value, Regex shape) => value is not null && shape.IsMatch(value) ? value : null;

    [GeneratedRegex(@"^[0-9]{4}:[0-9]{2}:[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\z")]
    private static partial Regex Time();

    [GeneratedRegex(@"^[+-][0-9]{2}:[0-9]{2}\z")]
    private static partial Regex TimeOffset();

    [GeneratedRegex(@"^[0-9]{1,9}\z")]
    private static partial Regex Digits();
}
