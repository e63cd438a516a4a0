using WeddingStudio.Words;

namespace WeddingStudio.Engine.Data;

/// <summary>
/// The wedding's time zone is one this computer does not know: it came from another, or the list of zones is not installed.
/// </summary>
public sealed class UnknownZoneException(string zone) : ToldException(new Message("Store.UnknownZone", zone));

/// <summary>Time zones by the names a wedding keeps, like Europe/Paris.</summary>
public static class WeddingZone
{
    /// <summary>Is known without any list.</summary>
    private const string Universal = "Etc/UTC";

    /// <summary>Throws <see cref="UnknownZoneException"/>.</summary>
    public static TimeZoneInfo Of(Wedding wedding) => Find(wedding.TimeZone) ?? throw new UnknownZoneException(wedding.TimeZone);

    /// <summary>Null where there is no such zone, here at least.</summary>
    public static TimeZoneInfo? Find(string name) => name == Universal ? TimeZoneInfo.Utc
        : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? zone : null;

    /// <summary>Where any time is better than none.</summary>
    public static TimeZoneInfo OrUniversal(string name) => Find(name) ?? TimeZoneInfo.Utc;

    /// <summary>This computer's. A zone that the system holds without a name, as some containers do, would not be found again.</summary>
    public static string Local()
    {
        var zone = TimeZoneInfo.Local;
        var name = zone.HasIanaId || !TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? zone.Id : iana;
        return Find(name) is null ? Universal : name;
    }

    /// <summary>All there are to choose from.</summary>
    public static IReadOnlyList<string> All() =>
    [
        .. TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId).Select(zone => zone.Id).Where(id => Find(id) is not null)
            .Append(Universal).Distinct().Order(StringComparer.Ordinal),
    ];
}
