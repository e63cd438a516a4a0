namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>
/// When a photo was taken, out of all its file says, in the order of <see cref="TimeSource"/>. Never the file's own dates: copying
/// changes them. A day without a time stays a day.
/// </summary>
internal static class PhotoTimes
{
    /// <summary>Two times of one photo are the same one when they agree to this.</summary>
    private static readonly TimeSpan Same = TimeSpan.FromSeconds(1.5);

    /// <param name="metadata">Of the photo's file.</param>
    /// <param name="name">What it is called, with or without its folders.</param>
    /// <param name="zone">Where nothing tells the offset from UTC, the time is local to it.</param>
    public static (DateTime? TakenAt, TimeSource Source, DateOnly? Day) Of(PhotoMetadata metadata, string name, TimeZoneInfo zone)
    {
        // Nobody has taken a photo tomorrow: such a clock is believed only where there is no other.
        var tomorrow = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1);
        List<(TimeSource Source, WrittenTime Time)> told = [.. Told(metadata, name).OrderBy(t => t.Time.Day > tomorrow)];
        if (told.Count == 0)
            return (null, TimeSource.None, null);
        var (source, time) = Whole(told);
        if (time.Local is not { } local)
            return (null, source, time.Day);
        var offset = time.Offset
            ?? told.Find(t => TellsZone(t.Source, t.Time) && (t.Time.Local - local)?.Duration() < Same).Time.Offset
            ?? metadata.Offsets().FirstOrDefault(o => o is not null)
            ?? metadata.Satellites().Select(s => PlaceOffset.Between(local, s.Day, s.TimeOfDay)).FirstOrDefault(o => o is not null)
            ?? zone.GetUtcOffset(local);
        return (DateTime.SpecifyKind(local - offset, DateTimeKind.Utc), source, null);
    }

    /// <summary>Satellites tell UTC, and programs write UTC into IPTC where they do not know the zone.</summary>
    private static bool TellsZone(TimeSource source, WrittenTime time) =>
        time.Offset is { } offset && source != TimeSource.Satellites && (source != TimeSource.Iptc || offset != TimeSpan.Zero);

    /// <summary>A day without a time is made whole by the next one who tells a time, unless that is of another day.</summary>
    private static (TimeSource Source, WrittenTime Time) Whole(List<(TimeSource Source, WrittenTime Time)> told)
    {
        if (told[0].Time.Local is not null)
            return told[0];
        var day = told[0].Time.Day.DayNumber;
        return told.Where(t => t.Time.Local is not null
            && Math.Abs(t.Time.Day.DayNumber - day) <= (t.Source == TimeSource.Satellites ? 1 : 0)).Append(told[0]).First();
    }

    private static IEnumerable<(TimeSource Source, WrittenTime Time)> Told(PhotoMetadata metadata, string name)
    {
        IEnumerable<(TimeSource Source, WrittenTime? Time)> all =
        [
            .. metadata.TimesIn(ExifTime.Original).Select(t => (TimeSource.Taken, t)),
            .. metadata.TimesIn(ExifTime.Digitised).Select(t => (TimeSource.Digitised, t)),
            .. InXmp("exif:DateTimeOriginal", "photoshop:DateCreated", "xmp:CreateDate", "exif:DateTimeDigitized")
                .Select(t => (TimeSource.Xmp, t)),
            .. metadata.Iptc.SelectMany(IptcTimes.Of).Select(t => (TimeSource.Iptc, (WrittenTime?)t)),
            .. InTexts("exif:DateTimeOriginal", "Creation Time", "exif:DateTimeDigitized").Select(t => (TimeSource.Text, t)),
            .. metadata.Satellites().Where(s => s.Day is not null)
                .Select(s => (TimeSource.Satellites, (WrittenTime?)new WrittenTime(s.Day!.Value, s.TimeOfDay, TimeSpan.Zero))),
            .. metadata.TimesIn(ExifTime.Changed).Concat(InXmp("tiff:DateTime")).Select(t => (TimeSource.Changed, t)),
            (TimeSource.FileName, NameTime.Of(name)),
        ];
        return all.Where(t => t.Time is not null).Select(t => (t.Source, t.Time!.Value));

        IEnumerable<WrittenTime?> InXmp(params string[] names) =>
            names.SelectMany(name => metadata.XmpValues.Select(values => WrittenTime.Of(values.GetValueOrDefault(name))));
        IEnumerable<WrittenTime?> InTexts(params string[] names) =>
            names.Select(name => WrittenTime.Of(metadata.Texts.GetValueOrDefault(name)));
    }
}
