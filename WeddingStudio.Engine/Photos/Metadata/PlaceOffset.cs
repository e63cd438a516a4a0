namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>How far a place is from UTC, told by its clock and the satellites'.</summary>
internal static class PlaceOffset
{
    private const int Quarter = 15;

    /// <summary>In minutes, beside the whole hours from -12 to +14: no other place has its clock so (IANA time zones, 2025).</summary>
    private static readonly int[] Odd = [-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825];

    /// <summary>
    /// To the next quarter of an hour, since neither clock is exact; null when no place has it: then one of them is wrong.
    /// </summary>
    /// <param name="local">The clock of the place.</param>
    /// <param name="utcDay">The satellites' day, when they tell it.</param>
    /// <param name="utc">The satellites' time.</param>
    public static TimeSpan? Between(DateTime local, DateOnly? utcDay, TimeSpan utc)
    {
        var minutes = (local - ((utcDay ?? DateOnly.FromDateTime(local)).ToDateTime(default) + utc)).TotalMinutes;
        if (utcDay is null)
            minutes -= Math.Round(minutes / 1440) * 1440;
        var quarters = (int)Math.Round(minutes / Quarter) * Quarter;
        return (quarters % 60 == 0 && quarters is >= -720 and <= 840) || Odd.Contains(quarters) ? TimeSpan.FromMinutes(quarters) : null;
    }
}
