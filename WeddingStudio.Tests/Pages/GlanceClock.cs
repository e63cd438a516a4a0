namespace WeddingStudio.Tests.Pages;

/// <summary>A clock that goes on only when told to.</summary>
internal sealed class GlanceClock : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
