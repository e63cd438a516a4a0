using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>
/// A day, mostly with a time, in one of the many ways cameras, phones and programs write it. A day alone stays a day: a time nobody
/// told is not made up.
/// </summary>
/// <param name="Day">As written, on the calendar of the place.</param>
/// <param name="TimeOfDay">Null when only the day is told.</param>
/// <param name="Offset">From UTC, where the text says so itself.</param>
internal readonly partial record struct WrittenTime(DateOnly Day, TimeSpan? TimeOfDay = null, TimeSpan? Offset = null)
{
    private const int FirstYear = 1900, LastYear = 2200;

    /// <summary>Years that their calendar is ahead.</summary>
    private const int Buddhist = 543;

    /// <summary>The longest way to write it is half as long.</summary>
    private const int MostLength = 64;

    private static readonly TimeSpan MostOffset = TimeSpan.FromHours(14);

    private static readonly string[] WordForms =
    [
        "ddd MMM d HH:mm:ss yyyy", "ddd, d MMM yyyy HH:mm:ss", "d MMM yyyy HH:mm:ss", "d MMMM yyyy HH:mm:ss", "MMM d, yyyy h:mm:ss tt",
        "MMMM d, yyyy h:mm:ss tt",
    ];

    /// <summary>Those of RFC 822 and of Europe; elsewhere the same letters mean several.</summary>
    private static readonly Dictionary<string, string> NamedZones = new()
    {
        ["UT"] = "Z", ["WET"] = "Z", ["WEST"] = "+01", ["CET"] = "+01", ["MEZ"] = "+01", ["CEST"] = "+02", ["MESZ"] = "+02",
        ["EET"] = "+02", ["EEST"] = "+03",
        ["EST"] = "-05", ["EDT"] = "-04", ["CST"] = "-06", ["CDT"] = "-05", ["MST"] = "-07", ["MDT"] = "-06",
        ["PST"] = "-08", ["PDT"] = "-07",
    };

    /// <summary>Local to the place where it was written.</summary>
    public DateTime? Local => TimeOfDay is { } time ? Day.ToDateTime(default) + time : null;

    /// <summary>Null for blanks, zeros, and whatever else no camera can mean.</summary>
    public static WrittenTime? Of(string? text)
    {
        text = text?.Split('\0')[0].Trim();
        if (string.IsNullOrEmpty(text) || text.Length > MostLength)
            return null;
        text = WithZoneInNumbers(InPlainDigits(text));
        foreach (var form in (ReadOnlySpan<Regex>)[YearFirst(), YearLast()])
            if (form.Match(text) is { Success: true } match)
                return Of(match);
        return InWords(text);
    }

    /// <summary>The offset from UTC in a field of its own: +02:00, -0530, +2, Z, UTC+1; null for blanks and nonsense.</summary>
    public static TimeSpan? OffsetOf(string? text) => text?.Split('\0')[0].Trim() is { Length: > 0 and <= MostLength } zone
        && Zone().Match(zone) is { Success: true } match ? OffsetIn(match) : null;

    /// <summary>From the groups of one of the patterns; null when the numbers are no date.</summary>
    public static WrittenTime? Of(Match match)
    {
        var (year, month, day) = (Number(match, "y"), Number(match, "mo"), Number(match, "d"));
        if (year is > FirstYear + Buddhist and <= LastYear + Buddhist)
            year -= Buddhist; // Phones set to Thai.
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        return UnlessWhereClocksBegin(new(new DateOnly(year, month, day), TimeIn(match), OffsetIn(match)));
    }

    /// <summary>A clock that was never set tells nothing. Some begin at a midnight of a day that others really have.</summary>
    private static WrittenTime? UnlessWhereClocksBegin(WrittenTime told)
    {
        var isMidnight = (told.TimeOfDay ?? TimeSpan.Zero) == TimeSpan.Zero;
        return (told.Day.Year, told.Day.DayOfYear) switch
        {
            (1900 or 1904 or 1970, 1) or (1969, 365) => null,
            (1980 or 2000, 1) when isMidnight => null,
            _ => told,
        };
    }

    /// <summary>Hour 24 is the one after midnight of the day that is written: phones that count so have already turned the day.</summary>
    private static TimeSpan? TimeIn(Match match)
    {
        var (hour, minute, second) = (Number(match, "h"), Number(match, "mi"), Number(match, "s"));
        if (!match.Groups["h"].Success || hour > 24 || minute > 59 || second > 60)
            return null;
        if (match.Groups["ap"].Success)
            hour = hour % 12 + (char.ToUpperInvariant(match.Groups["ap"].Value[0]) == 'P' ? 12 : 0);
        return new TimeSpan(hour % 24, minute, second) + Fraction(match.Groups["f"].Value);
    }

    /// <summary>Digits after the point; anything else is none.</summary>
    public static TimeSpan Fraction(string? digits)
    {
        digits = digits?.Trim('\0', ' ') ?? "";
        return digits.Length > 0 && digits.All(char.IsAsciiDigit)
            ? TimeSpan.FromTicks(long.Parse(digits.PadRight(7, '0')[..7], CultureInfo.InvariantCulture))
            : TimeSpan.Zero;
    }

    private static TimeSpan? OffsetIn(Match match)
    {
        if (match.Groups["utc"].Success)
            return TimeSpan.Zero;
        var offset = new TimeSpan(Number(match, "zh"), Number(match, "zm"), 0);
        if (!match.Groups["zh"].Success || offset > MostOffset)
            return null;
        return match.Groups["sign"].Value == "+" ? offset : -offset;
    }

    /// <summary>Phones write the digits, and the halves of the day, of their language.</summary>
    private static string InPlainDigits(string text) => Ascii.IsValid(text) ? text
        : string.Concat(text.Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c))
            .Replace("\u4E0A\u5348", "AM", StringComparison.Ordinal).Replace("\u4E0B\u5348", "PM", StringComparison.Ordinal)
            .Replace("\uC624\uC804", "AM", StringComparison.Ordinal).Replace("\uC624\uD6C4", "PM", StringComparison.Ordinal);

    /// <summary>"Sat Jun 20 18:31:30 CEST 2026" with its zone as a number at the end.</summary>
    private static string WithZoneInNumbers(string text) => NamedZone().Match(text) is { Success: true } named
        ? $"{text.Remove(named.Index, named.Length).TrimEnd()} {NamedZones[named.Groups[1].Value]}"
        : text;

    private static WrittenTime? InWords(string text)
    {
        var zone = WithZone().Match(text);
        var plain = zone.Success ? zone.Groups["rest"].Value : text;
        return DateTime.TryParseExact(plain, WordForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var local)
            && local.Year is >= FirstYear and <= LastYear
            ? UnlessWhereClocksBegin(new(DateOnly.FromDateTime(local), local.TimeOfDay, zone.Success ? OffsetIn(zone) : null))
            : null;
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private const string ZonePattern =
        @"(?:(?<utc>Z|UTC|GMT)|\(?(?:UTC|GMT)?\s*(?<sign>[+\-\u2212])\s*(?<zh>\d{1,2})(?::?(?<zm>\d{2}))?(?::?00)?\)?)";

    /// <summary>With something between the numbers, or all of them with two digits and nothing; perhaps no seconds.</summary>
    private const string TimePattern =
        @"(?:(?<ap>[AaPp])[Mm]\s*)?(?:(?<h>\d{1,2})\s*(?<sep>[:.\-_h\u6642\u65F6])\s*(?<mi>\d{1,2})"
        + @"(?:\s*(?:\k<sep>|[m\u5206])\s*(?<s>\d{1,2})(?:[.,:](?<f>\d+))?[s\u79D2]?)?"
        + @"|(?<h>\d{2})(?<mi>\d{2})(?:(?<s>\d{2})(?:[.,]?(?<f>\d+))?)?)\s*(?:(?<ap>[AaPp])\.?[Mm]\.?)?\s*"
        + ZonePattern + @"?(?:\[[^\]]*\])?";

    [GeneratedRegex(@"^(?<y>\d{4})(?:\s*[:\-/._ \u5E74]\s*(?<mo>\d{1,2})\s*[:\-/._ \u6708]\s*(?<d>\d{1,2})\u65E5?|(?<mo>\d{2})(?<d>\d{2}))"
        + @"(?:[T\s,:\-_]*" + TimePattern + @")?[\s:]*$", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?:(?<d>\d{1,2})\.(?<mo>\d{1,2})\.|(?<d>1[3-9]|2\d|3[01])[/\-](?<mo>\d{1,2})[/\-]"
        + @"|(?<mo>\d{1,2})[/\-](?<d>1[3-9]|2\d|3[01])[/\-])(?<y>\d{4})(?:[T\s,]+" + TimePattern + @")?[\s:]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex YearLast();

    [GeneratedRegex("^" + ZonePattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex Zone();

    [GeneratedRegex(@"\s(UT|WES?T|CES?T|EES?T|MES?Z|[ECMP][DS]T)\b(?=\s\d{4}$|$)", RegexOptions.CultureInvariant)]
    private static partial Regex NamedZone();

    [GeneratedRegex(@"^(?<rest>.*\S)\s+" + ZonePattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex WithZone();
}
