using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Bench;

/// <summary>A picture of one person above all: the face that counts, measured and scored as in an analysis.</summary>
internal sealed record ScoredPortrait(Raster Picture, FaceReading Face)
{
    private static readonly ScoresOptions Options = new();

    // From brows to lips and between the temples of the aligned crop, as FaceMeasurer takes it.
    private const int InnerLeft = 28, InnerRight = 84, InnerTop = 36, InnerBottom = 104;

    /// <summary>Null where no face is found. The largest, or the one in the place of <paramref name="like"/>.</summary>
    public static ScoredPortrait? Of(FaceReader reader, Raster picture, FaceBox? like = null)
    {
        var faces = reader.Read(picture);
        var face = like is { } box
            ? faces.Where(f => f.Box.IoU(box) >= .4).MaxBy(f => f.Box.IoU(box))
            : faces.MaxBy(f => f.Box.Area);
        return face is null ? null : new ScoredPortrait(picture, face);
    }

    public MeasuredFace Measured => Measure(Face);

    public FaceScore Score =>
        PhotoScores.Of(new MeasuredFrame(Picture.WidthPx, Picture.HeightPx, FrameMeasures.Of(Picture)), [Measured], Options).Single();

    public Look Look => Look.Of(Measured, Options);

    /// <summary>Brightness of the middle pixel of the face, 0..1.</summary>
    public double MedianLuma
    {
        get
        {
            var luma = Luma.Of(FaceAlignment.Align(Picture, Face.Points)
                .Part(InnerLeft, InnerTop, InnerRight - InnerLeft, InnerBottom - InnerTop)).Values;
            Array.Sort(luma);
            return luma[luma.Length / 2] / 255;
        }
    }

    public static Look LookOf(FaceReading face) => Look.Of(Measure(face), Options);

    private static MeasuredFace Measure(FaceReading face) => new(
        1, 1, null, face.Box, face.Points.ToFlat(), [.. face.Landmarks.SelectMany(p => new[] { (float)p.X, (float)p.Y })],
        face.Expression, face.Measures);

    /// <summary>Every so-manieth of the folder's JPEGs by name, so that they come from all over it.</summary>
    public static IEnumerable<string> SpreadOver(string folder, int wanted)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var step = Math.Max(1, files.Length / wanted);
        return Enumerable.Range(0, step).SelectMany(offset => files.Where((_, i) => i % step == offset));
    }
}
