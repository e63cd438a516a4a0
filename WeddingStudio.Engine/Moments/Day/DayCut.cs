using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Moments.Day;

/// <summary>
/// Cuts a day's photos into moments. A photo belongs to the timeline entry it falls into; where there is none, pauses
/// decide: a pause ends a moment when it is long against the pauses around it (Platt, Czerwinski and Field, PhotoTOC,
/// 2003: ln g >= ln K + mean of ln g over the neighbours), within a shortest and a longest pause. After it other people in
/// another place make a shorter pause enough, the same people in the same place ask for a longer one.
/// </summary>
public static class DayCut
{
    /// <param name="photos">In any order; the result does not depend on it.</param>
    public static IReadOnlyList<DayMoment> Cut(
        IReadOnlyList<TimedPhoto> photos, IReadOnlyList<TimelineEntry> timeline, TimeZoneInfo zone, MomentsOptions options)
    {
        TimedPhoto[] day = [.. photos.OrderBy(p => p.At).ThenBy(p => p.Path, StringComparer.Ordinal)];
        TimelineEntry[] entries = [.. timeline.OrderBy(t => t.StartsAt).ThenBy(t => t.Name, StringComparer.Ordinal)];
        var moments = new List<DayMoment>();
        for (int start = 0, end; start < day.Length; start = end)
        {
            var entry = EntryAt(entries, day[start].At, options);
            end = start + 1;
            while (end < day.Length && EntryAt(entries, day[end].At, options) == entry)
                end++;
            if (entry is not null)
                moments.Add(new DayMoment(Message.Plain(entry.Name), day[start..end]));
            else
                moments.AddRange(AtPauses(day[start..end], options).Select(part => new DayMoment(null, part)));
        }

        return DayNames.Fill(moments, zone);
    }

    private static TimelineEntry? EntryAt(TimelineEntry[] entries, DateTime at, MomentsOptions options)
    {
        var last = Array.FindLast(entries, e => e.StartsAt <= at);
        return last is not null && at - last.StartsAt <= TimeSpan.FromHours(options.LongestTimelineEntryHours) ? last : null;
    }

    private static IEnumerable<TimedPhoto[]> AtPauses(TimedPhoto[] photos, MomentsOptions options)
    {
        var pauses = Pauses(photos);
        var changes = SceneChange.Ranks(photos);
        var start = 0;
        for (var i = 0; i < pauses.Length; i++)
        {
            if (!EndsMoment(pauses, i, changes[i], options))
                continue;
            foreach (var part in NotTooLong(photos[start..(i + 1)], options))
                yield return part;
            start = i + 1;
        }

        foreach (var part in NotTooLong(photos[start..], options))
            yield return part;
    }

    private static bool EndsMoment(double[] pauses, int index, double change, MomentsOptions options)
    {
        if (pauses[index] >= options.LongestPauseMinutes * 60)
            return true;
        if (pauses[index] < options.ShortestPauseMinutes * 60)
            return false;
        var from = Math.Max(0, index - options.PausesAround);
        var to = Math.Min(pauses.Length - 1, index + options.PausesAround);
        var sum = 0.0;
        for (var i = from; i <= to; i++)
            sum += Math.Log(pauses[i]);
        var factor = options.PauseFactor * Math.Pow(options.ChangeFactor, 1 - 2 * change);
        return Math.Log(pauses[index]) >= Math.Log(factor) + sum / (to - from + 1);
    }

    /// <summary>Halves what is too long where pause x shorter side is largest: a real pause, but not at the very end.</summary>
    private static IEnumerable<TimedPhoto[]> NotTooLong(TimedPhoto[] photos, MomentsOptions options)
    {
        if (photos.Length < 2 || photos[^1].At - photos[0].At <= TimeSpan.FromHours(options.LongestMomentHours))
            return [photos];
        var pauses = Pauses(photos);
        var best = Enumerable.Range(0, pauses.Length)
            .MaxBy(i =>
                pauses[i] * Math.Min((photos[i].At - photos[0].At).TotalSeconds + 1, (photos[^1].At - photos[i + 1].At).TotalSeconds + 1));
        return NotTooLong(photos[..(best + 1)], options).Concat(NotTooLong(photos[(best + 1)..], options));
    }

    /// <summary>[n - 1] seconds between neighbours, at least 1 so that its logarithm is never negative.</summary>
    private static double[] Pauses(TimedPhoto[] photos)
    {
        var pauses = new double[photos.Length - 1];
        for (var i = 0; i < pauses.Length; i++)
            pauses[i] = Math.Max(1, (photos[i + 1].At - photos[i].At).TotalSeconds);
        return pauses;
    }
}
