namespace WeddingStudio.Engine.Photos.Metadata;

internal sealed partial class PhotoMetadata
{
    private const ushort ZoneHours = 0x882A, PositionTime = 0x07, PositionDay = 0x1D;
    private const int MostZoneHours = 14;

    private IEnumerable<TiffDirectory> All => Exif.Concat(Main);

    /// <summary>The texts of a tag wherever it stands: programs put tags into directories they do not belong to.</summary>
    public IEnumerable<string> TextsIn(ushort tag) => All.Select(d => d.Text(tag)).OfType<string>();

    /// <summary>One of EXIF's times, made whole by its fraction and its offset.</summary>
    public IEnumerable<WrittenTime?> TimesIn(ExifTime exif) =>
        TextsIn(exif.Tag).Select(WrittenTime.Of).OfType<WrittenTime>().Select(time => (WrittenTime?)(time with
        {
            TimeOfDay = time.TimeOfDay is { Ticks: var ticks } && ticks % TimeSpan.TicksPerSecond == 0
                ? time.TimeOfDay + WrittenTime.Fraction(TextsIn(exif.Fraction).FirstOrDefault()) : time.TimeOfDay,
            Offset = time.Offset ?? TextsIn(exif.Offset).Select(WrittenTime.OffsetOf).FirstOrDefault(),
        }));

    /// <summary>Offsets from UTC that stand in fields of their own, whichever time they were meant for.</summary>
    public IEnumerable<TimeSpan?> Offsets() =>
    [
        .. new[] { ExifTime.Original, ExifTime.Digitised, ExifTime.Changed }.SelectMany(exif => TextsIn(exif.Offset))
            .Select(WrittenTime.OffsetOf),
        .. XmpValues.SelectMany(values => new[] { "exifEX:OffsetTimeOriginal", "exifEX:OffsetTimeDigitized", "exifEX:OffsetTime" }
            .Select(name => WrittenTime.OffsetOf(values.GetValueOrDefault(name)))),
        .. All.Select(d => d.Numbers(ZoneHours) is [>= -MostZoneHours and <= MostZoneHours and var hours, ..] ? TimeSpan.FromHours(hours)
            : (TimeSpan?)null),
    ];

    /// <summary>The time from satellites, UTC; some phones tell no day.</summary>
    public IEnumerable<(DateOnly? Day, TimeSpan TimeOfDay)> Satellites()
    {
        foreach (var position in Position)
        {
            if (position.Numbers(PositionTime) is [>= 0 and < 24 and var hour, >= 0 and < 60 and var minute,
                >= 0 and < 61 and var second, ..])
                yield return (WrittenTime.Of(position.Text(PositionDay))?.Day, TimeSpan.FromSeconds(hour * 3600 + minute * 60 + second));
        }

        foreach (var values in XmpValues)
        {
            if (WrittenTime.Of(values.GetValueOrDefault("exif:GPSTimeStamp")) is { TimeOfDay: { } time } told)
                yield return (told.Day, time - (told.Offset ?? TimeSpan.Zero));
        }
    }
}
