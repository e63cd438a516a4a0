namespace WeddingStudio.Engine.Moments.Clocks;

/// <summary>
/// Puts the clocks of a wedding's cameras right against each other. The camera with most photos is taken to be right; what a user
/// said of a camera stands. A camera that shares too few scenes with those already right is left as it is: nothing is invented.
/// </summary>
internal static class CameraClocks
{
    /// <summary>Smaller differences are the second photographer's slower finger, not a clock.</summary>
    private const double SmallestOffset = 10;

    /// <param name="Photos">How many it took.</param>
    /// <param name="ByHand">What a user said its offset is.</param>
    internal sealed record Clock(int CameraId, int Photos, double? ByHand, IReadOnlyList<ClockScene> Scenes);

    /// <returns>Camera id to seconds to add to its times, every camera.</returns>
    public static IReadOnlyDictionary<int, double> Align(IReadOnlyList<Clock> cameras, MomentsOptions options)
    {
        var offsets = cameras.ToDictionary(c => c.CameraId, c => c.ByHand ?? 0);
        var waiting = cameras.OrderByDescending(c => c.Photos).ThenBy(c => c.CameraId).ToList();
        var right = waiting.Take(1).Concat(waiting.Skip(1).Where(c => c.ByHand is not null)).ToList();
        waiting.RemoveAll(right.Contains);
        for (var found = true; found && waiting.Count > 0;)
        {
            var reference = Merge(right, offsets);
            found = false;
            foreach (var camera in waiting.ToList())
            {
                if (ClockOffset.Between(reference, camera.Scenes) is not { } offset || !offset.IsSure(options))
                    continue;
                offsets[camera.CameraId] = Math.Abs(offset.Seconds) < SmallestOffset ? 0 : Math.Round(offset.Seconds);
                right.Add(camera);
                found = waiting.Remove(camera);
            }
        }

        return offsets;
    }

    private static List<ClockScene> Merge(IEnumerable<Clock> cameras, Dictionary<int, double> offsets) =>
        [.. cameras.SelectMany(c => c.Scenes.Select(s => s with { At = s.At.AddSeconds(offsets[c.CameraId]) })).OrderBy(s => s.At)];
}
