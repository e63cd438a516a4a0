using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace WeddingStudio.Engine.Hosting.Doors.Endpoints;

/// <summary>
/// A token has 128 bits, so that guessing is hopeless: this only keeps its noise down. A link that opens is never counted, for a
/// whole party may come from one address.
/// </summary>
public sealed class GuestDoor : IDisposable
{
    private const int WrongLinksPerMinute = 60;

    private readonly PartitionedRateLimiter<string> _wrong = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = WrongLinksPerMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Counts a link that opened nothing; true when there were too many of them.</summary>
    public bool IsNoise(HttpContext http)
    {
        using var lease = _wrong.AttemptAcquire(VisitorAddress.Of(http));
        return !lease.IsAcquired;
    }

    public void Dispose() => _wrong.Dispose();
}
