namespace WeddingStudio.Web.Access.SigningIn;

/// <summary>
/// Slows guessing down and shuts nobody out. Who tries a name from an address takes turns with whoever else does so, and after some wrong
/// passwords each turn begins later; the right password always gets its turn, and from elsewhere it waits for nobody.
/// </summary>
public sealed class SignInRateLimiter(TimeProvider time)
{
    /// <summary>What a person may well mistype, then as slow as guessing must be: a few thousand tries a day.</summary>
    private static readonly Allowance ForName = new(FreeTries: 8, Longest: TimeSpan.FromSeconds(15));

    /// <summary>For guessing at many names. A whole office may sign in from one address.</summary>
    private static readonly Allowance ForAddress = new(FreeTries: 40, Longest: TimeSpan.FromSeconds(3));

    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);
    private const int MostWaiting = 10;
    private const int LanesBeforeTidying = 1000;

    private readonly Dictionary<string, Lane> _lanes = [];

    /// <summary>Whether the password is right; null when so many wait already that it was not even looked at.</summary>
    public Task<bool?> TryAsync(string address, string name, Func<Task<bool>> isRight, CancellationToken ct) =>
        TakeTurnAsync(address + " " + name, ForName, () => TakeTurnAsync(address, ForAddress, async () => await isRight(), ct), ct);

    /// <summary>A browser that has signed in under this name before: others at its address cannot be in its way.</summary>
    public Task<bool?> TryKnownAsync(string browser, Func<Task<bool>> isRight, CancellationToken ct) =>
        TakeTurnAsync(browser, ForName, async () => await isRight(), ct);

    private async Task<bool?> TakeTurnAsync(string key, Allowance patience, Func<Task<bool?>> look, CancellationToken ct)
    {
        if (Enter(key) is not { } lane)
            return null;
        try
        {
            await lane.Turn.WaitAsync(ct);
            try
            {
                await Task.Delay(patience.After(lane.Wrong), time, ct);
                var right = await look();
                Count(lane, patience, right);
                return right;
            }
            finally
            {
                lane.Turn.Release();
            }
        }
        finally
        {
            Leave(key, lane);
        }
    }

    private Lane? Enter(string key)
    {
        lock (_lanes)
        {
            if (_lanes.Count > LanesBeforeTidying)
                Tidy();
            if (!_lanes.TryGetValue(key, out var lane))
                _lanes[key] = lane = new Lane();
            if (IsForgotten(lane))
                lane.Wrong = 0;
            if (lane.Waiting >= MostWaiting)
                return null;
            lane.Waiting++;
            return lane;
        }
    }

    private void Count(Lane lane, Allowance patience, bool? right)
    {
        lock (_lanes)
        {
            if (right == false)
                (lane.Wrong, lane.LastWrong) = (lane.Wrong + 1, time.GetUtcNow());

            // Who guesses at others cannot wipe that out with a name of their own.
            else if (right == true && patience == ForName)
                lane.Wrong = 0;
        }
    }

    private void Leave(string key, Lane lane)
    {
        lock (_lanes)
        {
            if (--lane.Waiting == 0 && lane.Wrong == 0)
                _lanes.Remove(key);
        }
    }

    private void Tidy()
    {
        foreach (var (key, lane) in _lanes.Where(l => l.Value.Waiting == 0 && IsForgotten(l.Value)).ToList())
            _lanes.Remove(key);
    }

    private bool IsForgotten(Lane lane) => lane.Wrong > 0 && time.GetUtcNow() - lane.LastWrong > Forgotten;

    private sealed class Lane
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public int Waiting { get; set; }
        public int Wrong { get; set; }
        public DateTimeOffset LastWrong { get; set; }
    }

    internal sealed record Allowance(int FreeTries, TimeSpan Longest)
    {
        /// <summary>1 s after the last free try, twice as long after each further one.</summary>
        public TimeSpan After(int wrong) => wrong < FreeTries ? TimeSpan.Zero
            : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(20, wrong - FreeTries))));
    }
}
