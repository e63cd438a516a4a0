using System.Collections.Concurrent;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos.Metadata;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.HelperProcesses;

/// <summary>A helper's work: file by file, each under limits of its own.</summary>
internal sealed class HelperTurns(BlockingCollection<byte[]> orders, Stream answers)
{
    /// <summary>
    /// What a file may cost before its size is known, and its metadata after its pixels: those of real photos take milliseconds.
    /// </summary>
    private const double AsideCpuSeconds = 2;

    // The whole picture goes to one, its parts to another.
    private readonly (SharedMemory? Memory, long Number)[] _memories = new (SharedMemory?, long)[2];

    public void Run()
    {
        while (true)
            Turn(Next<OpenOrder>());
    }

    private void Turn(OpenOrder order)
    {
        HelperLimits.Allow(HelperLimits.SpareBytes, AsideCpuSeconds);
        var isOpen = false;
        try
        {
            PhotoReader.Read(order.Path, order.Name, header =>
            {
                isOpen = true;
                Answer(new OpenedAnswer(header, null));
                return Place(Next<PixelsOrder>());
            });
            Answer(new PixelsAnswer(null));
        }
        catch (Exception error) when (ProblemOf(error) is { } problem)
        {
            if (isOpen)
                Answer(new PixelsAnswer(problem));
            else
                Answer(new OpenedAnswer(null, problem));
            return;
        }

        if (order.TimeZone is not { } zone)
            return;
        HelperLimits.Allow(HelperLimits.SpareBytes, AsideCpuSeconds);
        using var file = File.OpenRead(order.Path);
        var metadata = PhotoMetadata.Read(file);
        Answer(new FactsAnswer(ExifReader.Of(metadata, order.Name, WeddingZone.OrUniversal(zone)), WrittenExif.Of(metadata)));
    }

    private (PixelWish, Memory<byte>)? Place(PixelsOrder order)
    {
        if (order.Memory is null)
            return null;
        ref var known = ref _memories[order.Wish.Parts.Count > 0 ? 1 : 0];
        if (known.Memory is null || known.Number != order.Number)
        {
            ((IDisposable?)known.Memory)?.Dispose();
            known = (SharedMemory.Open(order.Memory, order.Bytes), order.Number);
        }

        HelperLimits.Allow(order.OwnBytes, order.CpuSeconds);
        return (order.Wish, known.Memory!.Memory);
    }

    private static PhotoProblem? ProblemOf(Exception error) => error switch
    {
        PhotoProblemException problem => problem.Problem,
        OutOfMemoryException => new(PhotoProblemKind.TakesTooMuch),
        _ => null,
    };

    private T Next<T>()
        where T : class, IHelperMessage<T> =>
        MessageFrames.Parse<T>(orders.Take()) ?? throw new InvalidOperationException($"No {typeof(T).Name} came.");

    private void Answer<T>(T message)
        where T : IHelperMessage<T> => MessageFrames.Write(answers, message);
}
