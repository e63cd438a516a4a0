using Microsoft.EntityFrameworkCore;
using WeddingStudio.Drawn;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Bench;

/// <summary>What `day` does to copies of an analysis to measure other days than the one that was drawn.</summary>
internal static class DayChanges
{
    /// <summary>As if every camera's clock had gone right.</summary>
    public static async Task SetRightAsync(StudioDb db, Truth truth)
    {
        var ahead = truth.Cameras.ToDictionary(c => c.Name, c => c.OffsetSeconds);
        var cameras = truth.Photos.ToDictionary(p => p.PhotoId, p => p.Camera);
        foreach (var photo in await db.Photos.Where(p => p.TakenAt != null).ToListAsync())
            photo.TakenAt = photo.TakenAt!.Value.AddSeconds(-ahead[cameras[photo.Path]]);
    }

    /// <summary>
    /// Every moment begins so many minutes after the one before ended, clocks right: what is left of the day when its long pauses are gone.
    /// </summary>
    public static async Task SqueezeAsync(StudioDb db, Truth truth, double minutes)
    {
        await SetRightAsync(db, truth);
        var photos = await db.Photos.Where(p => p.TakenAt != null).ToDictionaryAsync(p => p.Path);
        var earlier = TimeSpan.Zero;
        TruePhoto? last = null;
        foreach (var photo in truth.Photos.OrderBy(p => p.TrueTime))
        {
            if (last is not null && last.Moment != photo.Moment)
                earlier += photo.TrueTime - last.TrueTime - TimeSpan.FromMinutes(minutes);
            if (photos.TryGetValue(photo.PhotoId, out var row))
                row.TakenAt -= earlier;
            last = photo;
        }
    }

    /// <summary>Of every scene that several cameras took within ten seconds only the first camera's photo stays.</summary>
    public static async Task UnshareAsync(StudioDb db, Truth truth)
    {
        await SetRightAsync(db, truth);
        var byTime = truth.Photos.OrderBy(p => p.TrueTime).ToList();
        var second = byTime.Where((photo, i) =>
            byTime.Take(i).Any(earlier => earlier.Camera != photo.Camera && (photo.TrueTime - earlier.TrueTime).TotalSeconds <= 10))
            .Select(p => p.PhotoId).ToHashSet();
        foreach (var photo in await db.Photos.Where(p => second.Contains(p.Path)).ToListAsync())
            photo.State = PhotoState.Waiting;
    }
}
