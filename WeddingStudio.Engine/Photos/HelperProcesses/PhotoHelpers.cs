using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.HelperProcesses;

/// <summary>
/// Opens photos in processes of their own. Decoders and readers of metadata are large and old, and photos come from strangers: whatever
/// a file does to its reader costs one helper, and is told as a problem of that file.
/// </summary>
public sealed class PhotoHelpers : IDisposable
{
    /// <summary>
    /// All helpers stay under 1 GiB together: four times some 48 MiB of their own, the memory for open photos, and what any file may
    /// take (<see cref="HelperLimits.SpareBytes"/>). One more than processors up to there, so that a guest's download need not wait for
    /// an analysis.
    /// </summary>
    private static readonly int Lanes = Math.Min(Environment.ProcessorCount + 1, 4);

    /// <summary>
    /// Somebody who kills helpers, like a system that is short of memory, is no reason to give up a photo. It is tried again after longer
    /// and longer pauses, a quarter of a minute in all: by then others have gone on or the memory is back.
    /// </summary>
    private const int MostTries = 12;

    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(1);

    private readonly DecodeBudget _budget;
    private readonly SemaphoreSlim _turns = new(Lanes);
    private readonly Stack<PhotoLane> _free = new(Lanes);
    private readonly Timer _rest;
    private bool _closed;

    public PhotoHelpers(IOptions<PhotosOptions> options)
    {
        _budget = new DecodeBudget(options.Value.DecodeMemoryMiB * 1024L * 1024 + HelperLimits.SpareBytes);
        for (var i = 0; i < Lanes; i++)
            _free.Push(new PhotoLane(EndResting));
        _rest = new Timer(_ => EndIdle(), null, IdleTime, IdleTime);
    }

    /// <summary>Starts helpers ahead of the first photos; each is ready after a tenth of a second or two.</summary>
    public void Warm(int count)
    {
        lock (_free)
        {
            foreach (var lane in _closed ? [] : _free.Take(count))
                lane.Warm();
        }
    }

    /// <summary>
    /// Waits while too many large photos are open. Throws <see cref="PhotoProblemException"/>;
    /// cancelled within moments whatever the file does.
    /// </summary>
    internal Task<DecodedPhoto> ReadAsync(PhotoWish wish, CancellationToken ct) =>
        TryAsync(async () =>
        {
            var lane = await TakeAsync(ct);
            try
            {
                var content = await lane.ReadAsync(wish, _budget, ct);
                return new DecodedPhoto(content,
                    (parts, stop) => TryAsync(() => lane.ReadPartsAsync(wish, content.Header, parts, stop), stop), () => GiveBack(lane));
            }
            catch
            {
                GiveBack(lane);
                throw;
            }
        }, ct);

    private static async Task<T> TryAsync<T>(Func<Task<T>> read, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await read();
            }
            catch (HelperDiedException killed)
            {
                if (tries == MostTries)
                    throw killed.ToProblem();
                await Task.Delay(PauseAfter(tries), ct);
            }
        }
    }

    public void Dispose()
    {
        _rest.Dispose();
        lock (_free)
        {
            _closed = true;
            foreach (var lane in _free)
                lane.Dispose();
        }
    }

    private static TimeSpan PauseAfter(int tries) => TimeSpan.FromMilliseconds(Math.Min(50 << tries, 2000));

    private async Task<PhotoLane> TakeAsync(CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        lock (_free)
            return _free.Pop();
    }

    private void GiveBack(PhotoLane lane)
    {
        lane.Rest();
        lock (_free)
        {
            _free.Push(lane);
            if (_closed)
                lane.Dispose();
        }

        _turns.Release();
    }

    /// <summary>A studio that waits for photos for days keeps no helpers meanwhile.</summary>
    private void EndIdle() => End(lane => Environment.TickCount64 - lane.IdleSince > IdleTime.TotalMilliseconds);

    private void EndResting() => End(_ => true);

    private void End(Func<PhotoLane, bool> which)
    {
        lock (_free)
        {
            foreach (var lane in _free.Where(which))
                lane.Dispose();
        }
    }
}
