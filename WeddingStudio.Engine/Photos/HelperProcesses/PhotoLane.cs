using WeddingStudio.Engine.Data;
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
    private SharedMemory? _memory, _partsMemory;

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
    public Task<PhotoContent> ReadAsync(PhotoWish wish, DecodeBudget budget, CancellationToken ct) =>
        WithHelperAsync((helper, late) => ConverseAsync(helper, wish, budget, late, ct), ct);

    /// <summary>
    /// Parts of the photo that was read last, at full size; they lie in the lane's memory until it reads others. Throws as
    /// <see cref="ReadAsync"/> does.
    /// </summary>
    public Task<IReadOnlyList<Raster>> ReadPartsAsync(
        PhotoWish wish, PhotoHeader header, IReadOnlyList<PixelRect> parts, CancellationToken ct) =>
        WithHelperAsync((helper, late) => ConverseAsync(helper, wish, header, new PixelWish(1, parts), late), ct);

    private async Task<T> WithHelperAsync<T>(Func<HelperProcess, CancellationTokenSource, Task<T>> converse, CancellationToken ct)
    {
        var helper = Warm();
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await using var stop = late.Token.UnsafeRegister(_ => helper.Kill(), null);
        try
        {
            return await converse(helper, late);
        }
        catch (Exception ended) when (ended is HelperDiedException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            if (late.IsCancellationRequested)
                throw new PhotoProblemException(PhotoProblemKind.TakesTooLong, ended);
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
        var header = await OpenAsync(helper, wish, wish.TimeZone);
        var pixels = new PixelWish(ShrinkFor(wish.Want, header), []);
        var needed = OwnBytes(header) + pixels.Bytes(header.WidthPx, header.HeightPx)
            + (pixels.Shrink > 1 ? PhotoPixels.MostPartBytes : 0);
        var bytes = needed + HelperLimits.SpareBytes;
        var (arePixelsWanted, fits) = (wish.Want != PhotoWant.Metadata, budget.Holds(bytes));
        if (arePixelsWanted && bytes > budget.TotalBytes / FewPhotos)
            makeRoom();

        // Others may keep the memory for as long as they like.
        late.CancelAfter(Timeout.InfiniteTimeSpan);
        var share = arePixelsWanted && fits ? await budget.TakeAsync(bytes, ct) : null;
        try
        {
            late.CancelAfter(LongestWait);
            var memory = share is null ? null : MemoryFor(helper, ref _memory, pixels.Bytes(header.WidthPx, header.HeightPx));
            await OrderAsync(helper, header, pixels, memory, wish.FileBytes);
            var facts = wish.TimeZone is null ? FactsAnswer.Nothing : await FactsAsync(helper);
            wish.Check();
            if (arePixelsWanted && !fits)
                throw PhotoProblemException.NeedsTooMuch(needed, budget.TotalBytes - HelperLimits.SpareBytes);
            return new PhotoContent(header, memory is null ? null : RasterIn(memory, header, pixels.Shrink), pixels.Shrink, facts, share);
        }
        catch
        {
            share?.Dispose();
            throw;
        }
    }

    private async Task<IReadOnlyList<Raster>> ConverseAsync(
        HelperProcess helper, PhotoWish wish, PhotoHeader header, PixelWish parts, CancellationTokenSource late)
    {
        late.CancelAfter(LongestWait);
        if (await OpenAsync(helper, wish, timeZone: null) != header)
        {
            helper.Kill(); // It waits for an order that no longer makes sense.
            wish.Check();
            throw PhotoProblemException.Damaged();
        }

        var memory = MemoryFor(helper, ref _partsMemory, parts.Bytes(header.WidthPx, header.HeightPx));
        await OrderAsync(helper, header, parts, memory, wish.FileBytes);
        var (rasters, at) = (new List<Raster>(parts.Parts.Count), 0);
        foreach (var part in parts.Parts)
        {
            rasters.Add(new Raster(part.WidthPx, part.HeightPx, memory.Memory.Slice(at, part.Bytes)));
            at += part.Bytes;
        }

        wish.Check();
        return rasters;
    }

    private static async Task<PhotoHeader> OpenAsync(HelperProcess helper, PhotoWish wish, string? timeZone)
    {
        helper.Tell(new OpenOrder(wish.Path, wish.Name, timeZone));
        var opened = await helper.HearAsync<OpenedAnswer>();
        return opened.Header ?? throw new PhotoProblemException(opened.Problem ?? new(PhotoProblemKind.CrashedHelper));
    }

    private static async Task OrderAsync(HelperProcess helper, PhotoHeader header, PixelWish pixels, SharedMemory? memory, long fileBytes)
    {
        var order = new PixelsOrder(memory?.Name, memory?.Number ?? 0, memory?.Bytes ?? 0, pixels,
            OwnBytes(header) + HelperLimits.SpareBytes,
            CpuSeconds + CpuSecondsPerMiB * fileBytes / (1 << 20));
        helper.Limit(order.OwnBytes, order.CpuSeconds);
        helper.Tell(order);
        if ((await helper.HearAsync<PixelsAnswer>()).Problem is { } problem)
            throw new PhotoProblemException(problem);
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

    private static Raster RasterIn(SharedMemory memory, PhotoHeader header, int shrink)
    {
        var (widthPx, heightPx) = PixelWish.SizeOf(header.WidthPx, header.HeightPx, shrink);
        return new Raster(widthPx, heightPx, memory.Memory[..(widthPx * heightPx * 3)]);
    }

    /// <summary>Where there is none to be had the helper, which waits for it, is ended.</summary>
    private static SharedMemory MemoryFor(HelperProcess helper, ref SharedMemory? memory, int bytes)
    {
        if (memory is not null && memory.Bytes >= bytes)
            return memory;
        Forget(ref memory);
        try
        {
            return memory = SharedMemory.Create(bytes);
        }
        catch
        {
            helper.Kill();
            throw;
        }
    }

    private void ForgetMemory()
    {
        Forget(ref _memory);
        Forget(ref _partsMemory);
    }

    private static void Forget(ref SharedMemory? memory)
    {
        ((IDisposable?)memory)?.Dispose();
        memory = null;
    }

    private static int ShrinkFor(PhotoWant want, PhotoHeader header) => want switch
    {
        PhotoWant.Reduced => PhotoPixels.ShrinkFor(header.WidthPx, header.HeightPx),
        PhotoWant.Half => Math.Min(2, PhotoPixels.ShrinkFor(header.WidthPx, header.HeightPx)),
        _ => 1,
    };

    /// <summary>What a decoder takes for itself.</summary>
    private static long OwnBytes(PhotoHeader header) => header.DecodeBytes - DecodeCost.OfRaster(header.WidthPx, header.HeightPx);
}
