using Microsoft.EntityFrameworkCore;

namespace WeddingStudio.Engine.Data;

/// <summary>Times of photos with their cameras' clocks put right.</summary>
internal sealed class CameraTimes
{
    private readonly Dictionary<int, double> _offsets;

    private CameraTimes(Dictionary<int, double> offsets) => _offsets = offsets;

    public static async Task<CameraTimes> LoadAsync(StudioDb db, WeddingId weddingId, CancellationToken ct) =>
        new(await db.Cameras.Where(c => c.WeddingId == weddingId).ToDictionaryAsync(c => c.Id, c => c.OffsetSeconds, ct));

    /// <summary>What to add to this camera's times, in seconds; 0 when it is unknown.</summary>
    public double OffsetOf(int? cameraId) => cameraId is { } id ? _offsets.GetValueOrDefault(id) : 0;

    /// <summary>UTC; null when the photo has no time.</summary>
    public DateTime? At(DateTime? takenAt, int? cameraId) => takenAt?.AddSeconds(OffsetOf(cameraId));
}
