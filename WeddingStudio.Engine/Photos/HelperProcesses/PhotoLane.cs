using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.HelperProcesses;

/// <summary>
/// One photo at a time: a helper, and the memory its pictures come in. Both outlive the photo, so that neither a process is started
/// nor pages of memory are asked for again; a helper that ended is replaced with the next photo.
/// </summary>
/// <param name="makeRoom">Ends what other lanes keep without using it.</param>
internal sealed class PhotoLane(Action makeRoom) : IDisposable
{
    /// <summary>
    /// For a file's pixels. Small files cannot cost much, and the slowest real ones, raw and HEIC, take half of this for each MB.
    /// </summary>
    private const double CpuSeconds = 7, CpuSecondsPerMiB = .5;

    /// <summary>Longer than any drive needs to wake up: a file that takes so long without using the processor lies on a dead one.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>A picture of 32 megapixels; memory for larger ones is given back after each.</summary>
    private const int KeptBytes = 96 << 20;

    /// <summary>Of larger photos no more than this fit into the memory for all: they want what resting helpers hold.</summary>
    private const int FewPhotos = 4;

    private HelperProcess? _helper;
    private SharedMemory? _memory;

    /// <summary>When it was last given back, in milliseconds of the system's clock.</summary>
    public long IdleSince { get; private set; }

    /// <summary>Starts the helper, if none is there.</summary>
    public HelperProcess Warm()
    {
        if (_helper is { IsAlive: true })
            return _helper;
        _helper?.Dispose();
        IdleSince = Environment.TickCount64;
        return _helper = HelperProcess.Start();
    }

    /// <summary>
    /// The pixels lie in the lane's memory until it reads another photo. Throws <see cref="PhotoProblemException"/>,
    /// <see cref="HelperDiedException"/> when somebody killed the helper, and when cancelled at once, for then the helper is killed here.
    /// </summary>
    public async Task<PhotoContent> ReadAsync(PhotoWish wish, DecodeBudget budget, CancellationToken ct)
    {
        var helper = Warm();
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await using var stop = late.Token.UnsafeRegister(_ => helper.Kill(), null);
        try
        {
            return await ConverseAsync(helper, wish, budget, late, ct);
        }
        catch (Exception ended) when (ended is HelperDiedException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            if (late.IsCancellationRequested)
                throw PhotoProblemException.TakesTooLong(ended);
            throw ended is HelperDiedException { End: not HelperEnd.Killed } died ? died.ToProblem() : ended;
        }
    }

    /// <summary>The photo is done with; its memory is kept for the next one unless it is large.</summary>
    public void Rest()
    {
        IdleSince = Environment.TickCount64;
        if (_memory?.Bytes > KeptBytes)
            ForgetMemory();
    }

    public void Dispose()
    {
        _helper?.Dispose();
        _helper = null;
        ForgetMemory();
    }

    private async Task<PhotoContent> ConverseAsync(
        HelperProcess helper, PhotoWish wish, DecodeBudget budget, CancellationTokenSource late, CancellationToken ct)
    {
        late.CancelAfter(LongestWait);
        helper.Tell(new OpenOrder(wish.Path, wish.Name, wish.TimeZone));
        var opened = await helper.HearAsync<OpenedAnswer>();
        var header = opened.Header ?? throw new PhotoProblemException(opened.Problem ?? PhotoProblemException.CrashedHelper);
        var bytes = header.DecodeBytes + HelperLimits.SpareBytes;
        var fits = budget.Holds(bytes);
        if (wish.Pixels && bytes > budget.TotalBytes / FewPhotos)
            makeRoom();

        // Others may keep the memory for as long as they like.
        late.CancelAfter(Timeout.InfiniteTimeSpan);
        var share = wish.Pixels && fits ? await budget.TakeAsync(bytes, ct) : null;
        try
        {
            late.CancelAfter(LongestWait);
            var memory = share is null ? null : MemoryFor(header);
            Order(helper, header, memory, wish.FileBytes);
            if ((await helper.HearAsync<PixelsAnswer>()).Problem is { } problem)
                throw new PhotoProblemException(problem);
            var facts = wish.TimeZone is null ? FactsAnswer.Nothing : await FactsAsync(helper);
            if (wish.Pixels && !fits)
                throw PhotoProblemException.NeedsTooMuch(header.DecodeBytes, budget.TotalBytes - HelperLimits.SpareBytes);
            return new PhotoContent(header,
                memory is null ? null : new Raster(header.WidthPx, header.HeightPx, memory.Memory[..RasterBytes(header)]), facts, share);
        }
        catch
        {
            share?.Dispose();
            throw;
        }
    }

    private static void Order(HelperProcess helper, PhotoHeader header, SharedMemory? memory, long fileBytes)
    {
        var order = new PixelsOrder(memory?.Name, memory?.Bytes ?? 0, header.DecodeBytes - RasterBytes(header) + HelperLimits.SpareBytes,
            CpuSeconds + CpuSecondsPerMiB * fileBytes / (1 << 20));
        helper.Limit(order.OwnBytes, order.CpuSeconds);
        helper.Tell(order);
    }

    /// <summary>Nothing where the metadata brought the helper down: the picture is there.</summary>
    private static async Task<FactsAnswer> FactsAsync(HelperProcess helper)
    {
        try
        {
            return await helper.HearAsync<FactsAnswer>();
        }
        catch (HelperDiedException died) when (died.End != HelperEnd.Killed)
        {
            return FactsAnswer.Nothing;
        }
    }

    private SharedMemory MemoryFor(PhotoHeader header)
    {
        if (_memory is not null && _memory.Bytes >= RasterBytes(header))
            return _memory;
        ForgetMemory();
        return _memory = SharedMemory.Create(RasterBytes(header));
    }

    private void ForgetMemory()
    {
        ((IDisposable?)_memory)?.Dispose();
        _memory = null;
    }

    private static int RasterBytes(PhotoHeader header) => checked(header.WidthPx * header.HeightPx * 3);
}
