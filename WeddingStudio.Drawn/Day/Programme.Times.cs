namespace WeddingStudio.Drawn.Day;

/// <summary>When each shot was taken.</summary>
internal sealed partial class Programme
{
    /// <summary>Spreads the part's photos over its time; the frames of a burst follow each other within a second.</summary>
    private void SetTimes(DayPart part, int first, int count)
    {
        var step = (part.To - part.From) / Math.Max(1, Enumerable.Range(first, count).Count(i => !FollowsInSeries(i)));
        var release = 0;
        for (var i = first; i < first + count; i++)
        {
            if (FollowsInSeries(i))
            {
                var gap = _shots[i].VersionOf is null ? TimeSpan.FromMilliseconds(_random.Next(280, 720)) : TimeSpan.Zero;
                _shots[i] = _shots[i] with { TrueTime = _shots[i - 1].TrueTime + gap };
                continue;
            }

            var local = _day + part.From + step * (release++ + .8 * _random.NextDouble());
            local = new DateTime(local.Ticks / TimeSpan.TicksPerMillisecond / 10 * 10 * TimeSpan.TicksPerMillisecond);
            _shots[i] = _shots[i] with { TrueTime = TimeZoneInfo.ConvertTimeToUtc(local, _zone) };
        }
    }

    private bool FollowsInSeries(int at) => at > 0 && _shots[at].Series is { } series && _shots[at - 1].Series == series;
}
