using System.Collections.Concurrent;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Visits;

/// <summary>Faces to be seen in the first seconds of an analysis, before anybody is grouped: small JPEGs, in memory alone.</summary>
public sealed class FirstFaces
{
    /// <summary>Enough to see that it works; then people are about to show up themselves.</summary>
    public const int Most = 24;
    private const int SizePx = 128;
    private const double SmallestPx = 24;
    private const int Quality = 80;

    private readonly ConcurrentDictionary<WeddingId, List<byte[]>> _faces = new();
    private int _runs;

    /// <summary>Counts analyses: the same number of a face means another face in each.</summary>
    public int Run => _runs;

    public void Begin(WeddingId weddingId)
    {
        Interlocked.Increment(ref _runs);
        _faces[weddingId] = [];
    }

    /// <summary>Everybody can be seen by now.</summary>
    public void End(WeddingId weddingId) => _faces.TryRemove(weddingId, out _);

    public bool AreWanted(WeddingId weddingId) => _faces.TryGetValue(weddingId, out var faces) && CountOf(faces) < Most;

    internal void Add(WeddingId weddingId, PhotoPixels photo, IEnumerable<Data.FaceBox> boxes)
    {
        if (!_faces.TryGetValue(weddingId, out var faces))
            return;
        foreach (var box in boxes.Where(box => box.WidthPx >= SmallestPx).Take(Most - CountOf(faces)))
        {
            var jpeg = JpegWriter.Encode(FaceCrop.SquareWithin(box, photo.WidthPx, photo.HeightPx).Cut(photo, SizePx), Quality);
            lock (faces)
            {
                if (faces.Count < Most)
                    faces.Add(jpeg);
            }
        }
    }

    /// <summary>How many there are so far.</summary>
    public int Count(WeddingId weddingId) => _faces.TryGetValue(weddingId, out var faces) ? CountOf(faces) : 0;

    /// <summary>A JPEG, or null when there is none with this number.</summary>
    public byte[]? Find(WeddingId weddingId, int number)
    {
        if (!_faces.TryGetValue(weddingId, out var faces))
            return null;
        lock (faces)
            return number >= 0 && number < faces.Count ? faces[number] : null;
    }

    private static int CountOf(List<byte[]> faces)
    {
        lock (faces)
            return faces.Count;
    }
}
