using System.Text.RegularExpressions;

namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>
/// The time in a file's name, as phones, cameras and messengers write it: IMG_20260620_183130, PXL_20260620_163130123,
/// Screenshot_2026-06-20-18-31-30, 2026-06-20 18.31.30, WhatsApp Image 2026-06-20 at 18.31.30. WhatsApp's short names,
/// IMG-20260620-WA0001, tell the day alone.
/// </summary>
internal static partial class NameTime
{
    private const int FirstYear = 1990, LastYear = 2100;

    public static WrittenTime? Of(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        foreach (var form in (ReadOnlySpan<Regex>)[DayAndTime(), DayFirst(), DayAlone()])
        {
            if (form.Match(name) is { Success: true } match && WrittenTime.Of(match) is { Day.Year: >= FirstYear and <= LastYear } told)
                return Pixel().IsMatch(name) ? told with { Offset = TimeSpan.Zero } : told;
        }

        return null;
    }

    private const string DayPattern = @"(?<!\d)(?<y>(?:19|20)\d\d)(?<dash>[-_. ]?)(?<mo>\d\d)\k<dash>(?<d>\d\d)";

    private const string TimePattern =
        @"(?:(?<h>\d{1,2})(?<sep>[-_.:\u2236 h])(?<mi>\d\d)(?:\k<sep>|m)(?<s>\d\d)|(?<h>\d\d)(?<mi>\d\d)(?<s>\d\d))"
        + @"(?:[-_.]?(?<f>\d{3}))?(?!\d)(?:\s?(?<ap>[AaPp])[Mm]\b)?";

    /// <summary>Between the two at most a short word, such as `at`; a number behind a word is a count.</summary>
    [GeneratedRegex(DayPattern + @"(?:[-_. T]?|\s\D{1,4}\s)" + TimePattern, RegexOptions.CultureInvariant)]
    private static partial Regex DayAndTime();

    [GeneratedRegex(@"(?<!\d)(?<d>\d\d)(?<dash>[-.])(?<mo>\d\d)\k<dash>(?<y>20\d\d)[_ ]" + TimePattern, RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    [GeneratedRegex(DayPattern + @"(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DayAlone();

    /// <summary>Google's camera writes UTC, all others the clock on the wall.</summary>
    [GeneratedRegex(@"(?<![A-Za-z])PXL_\d{8}_\d{9}", RegexOptions.CultureInvariant)]
    private static partial Regex Pixel();
}
