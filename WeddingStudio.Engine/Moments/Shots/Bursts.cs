using System.Numerics;
using WeddingStudio.Engine.Moments.Day;

namespace WeddingStudio.Engine.Moments.Shots;

/// <summary>Finds bursts: frames one camera took of one thing in quick succession.</summary>
public static class Bursts
{
    /// <returns>Photo id to series id (the lowest photo id of the burst); photos on their own are left out.</returns>
    public static IReadOnlyDictionary<int, int> Find(IEnumerable<TimedPhoto> photos, MomentsOptions options)
    {
        var series = new Dictionary<int, int>();
        foreach (var camera in photos.GroupBy(p => p.CameraId))
        {
            TimedPhoto[] frames = [.. camera.OrderBy(p => p.At).ThenBy(p => p.Path, StringComparer.Ordinal)];
            for (int start = 0, end; start < frames.Length; start = end)
            {
                end = start + 1;
                while (end < frames.Length && Follows(frames[end - 1], frames[end], options))
                    end++;
                if (end - start < 2)
                    continue;
                var burst = frames[start..end];
                var id = burst.Min(p => p.Id);
                foreach (var photo in burst)
                    series[photo.Id] = id;
            }
        }

        return series;
    }

    private static bool Follows(TimedPhoto earlier, TimedPhoto later, MomentsOptions options) =>
        (later.At - earlier.At).TotalSeconds <= options.BurstSeconds
        && BitOperations.PopCount((ulong)(earlier.PerceptualHash ^ later.PerceptualHash)) <= options.BurstHashBits;
}
