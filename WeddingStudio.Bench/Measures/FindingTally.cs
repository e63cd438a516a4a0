using WeddingStudio.Engine.Data;

namespace WeddingStudio.Bench.Measures;

/// <summary>How many known faces of each size were found, what was found where there is none, and what was found twice.</summary>
public sealed class FindingTally(IReadOnlyList<double> fromPx)
{
    /// <summary>A face is found when a box shares this much with it, and found again by every further box that does.</summary>
    private const double FoundFromIoU = .4;

    /// <summary>Less overlap with anything known than this is a false detection.</summary>
    private const double FalseBelowIoU = .2;

    private readonly int[] _known = new int[fromPx.Count];
    private readonly int[] _found = new int[fromPx.Count];

    public int Photos { get; private set; }
    public int False { get; private set; }
    public int Doubles { get; private set; }

    /// <summary>Of the faces whose longer side is at least the n-th size and below the next one.</summary>
    public (int Found, int Known) this[int size] => (_found[size], _known[size]);

    public void Add(IReadOnlyList<FaceBox> known, IReadOnlyList<FaceBox> found)
    {
        Photos++;
        foreach (var face in known)
        {
            var size = fromPx.Count(from => Math.Max(face.WidthPx, face.HeightPx) >= from) - 1;
            var hits = found.Count(box => box.IoU(face) >= FoundFromIoU);
            Doubles += Math.Max(0, hits - 1);
            if (size >= 0)
                (_known[size], _found[size]) = (_known[size] + 1, _found[size] + Math.Min(1, hits));
        }

        False += found.Count(box => known.All(face => face.IoU(box) < FalseBelowIoU));
    }
}
