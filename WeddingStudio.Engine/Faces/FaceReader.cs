using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Faces.Embedding;
using WeddingStudio.Engine.Faces.Landmarks;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Photos;

namespace WeddingStudio.Engine.Faces;

/// <summary>Photo in, faces out: detect, align, embed, points, expression, measures. Knows no database; safe on many threads at once.</summary>
public sealed class FaceReader
{
    /// <summary>Smaller faces get no embedding and belong to nobody.</summary>
    public const double SmallestEmbeddedPx = 16;

    private readonly IFaceDetector _detector;
    private readonly SmallFaces _smallFaces;
    private readonly FaceEmbedder _embedder;
    private readonly LandmarkReader? _landmarks;
    private readonly LandmarkReader? _expressionLandmarks;
    private readonly ExpressionReader? _expression;

    private FaceReader(ModelSet models, SessionFactory sessions, FacesOptions options)
    {
        _detector = Detectors.Open(models.Detector, sessions, options);
        _smallFaces = new SmallFaces(_detector, options.LongSidePx);
        _embedder = new FaceEmbedder(sessions.Open(models.Embedder), models.Embedder, options.FacesAtOnce);
        _landmarks = Landmarks(models.Landmarks);
        _expressionLandmarks = models.ExpressionLandmarks == models.Landmarks ? _landmarks : Landmarks(models.ExpressionLandmarks);
        _expression = models.Expression is { } expression ? new ExpressionReader(sessions.Open(expression), expression, options.FacesAtOnce) : null;

        LandmarkReader? Landmarks(ChosenModel? model) => model is null ? null : new LandmarkReader(sessions.Open(model), model, options.FacesAtOnce);
    }

    /// <summary>Loads the models of a set. Throws <see cref="ModelPackException"/>.</summary>
    public static FaceReader Open(ModelSet models, SessionFactory sessions, FacesOptions options) => new(models, sessions, options);

    /// <summary>All faces of an upright photo, from left to right; equal input gives equal output, bit by bit.</summary>
    public IReadOnlyList<FaceReading> Read(Raster photo) => Describe(photo, _detector.Detect(photo));

    /// <summary>Whether a photo of this size, in which these faces were found, is worth the time of <see cref="ReadSmall"/>.</summary>
    public bool HasSmall(int widthPx, int heightPx, IEnumerable<FaceBox> found) => _smallFaces.AreLikely(widthPx, heightPx, found);

    /// <summary>The faces that <see cref="Read"/> was too coarse for; <paramref name="known"/> are those it found.</summary>
    public IReadOnlyList<FaceReading> ReadSmall(Raster photo, IReadOnlyList<FaceBox> known) => Describe(photo, _smallFaces.Detect(photo, known));

    private IReadOnlyList<FaceReading> Describe(Raster photo, IReadOnlyList<DetectedFace> found)
    {
        var faces = found
            .Select(face => (Face: face, Box: FaceKey.Clip(face.Box, photo.WidthPx, photo.HeightPx)))
            .Where(face => face.Box is { WidthPx: >= 1, HeightPx: >= 1 })
            .OrderBy(face => FaceKey.WholePixels(face.Box)).ThenByDescending(face => face.Face.Score)
            .ToList();
        var landmarks = _landmarks?.Read(photo, faces.ConvertAll(face => face.Face));
        if (landmarks is not null)
            (faces, landmarks) = ([.. faces.Where((_, i) => landmarks[i].IsFace)], [.. landmarks.Where(face => face.IsFace)]);
        var detected = faces.ConvertAll(face => face.Face);
        var expressionLandmarks = _expressionLandmarks == _landmarks ? landmarks : _expressionLandmarks?.Read(photo, detected);
        var expressions = expressionLandmarks is null ? null : _expression?.Read(photo, [.. expressionLandmarks.Select(face => face.Points)]);
        if (landmarks is not null)
            detected = [.. detected.Select((face, i) => landmarks[i].Five is { } five ? face with { Points = five } : face)];
        var embeddings = Embed(photo, detected, faces.ConvertAll(face => face.Box.WidthPx >= SmallestEmbeddedPx));
        return [.. faces.Select((face, i) =>
            Describe(photo, detected[i], face.Box, embeddings[i], landmarks?[i].Points ?? [], expressions?[i] ?? []))];
    }

    private float[][] Embed(Raster photo, List<DetectedFace> faces, List<bool> wanted)
    {
        var vectors = new Queue<float[]>(_embedder.Embed([.. faces.Where((_, i) => wanted[i]).Select(face => _embedder.Align(photo, face.Points))]));
        return [.. wanted.Select(large => large ? vectors.Dequeue() : [])];
    }

    private static FaceReading Describe(Raster photo, DetectedFace face, FaceBox box, float[] embedding, PointPx[] points, float[] expression)
    {
        var (sharpness, luma, clipped) = FaceMeasurer.Measure(FaceAlignment.Align(photo, face.Points));
        var (leftEye, rightEye) = points.Length > 0 ? EyeAspect.Of(points) : default;
        var pose = HeadPose.From(face.Points);
        var measures = new FaceMeasures
        {
            Sharpness = sharpness,
            Luma = luma,
            Clipped = clipped,
            EyeAspectLeft = leftEye,
            EyeAspectRight = rightEye,
            YawDegrees = pose.YawDegrees,
            PitchDegrees = pose.PitchDegrees,
            RollDegrees = pose.RollDegrees,
        };
        return new FaceReading
        {
            Box = box,
            Points = face.Points,
            Confidence = face.Score,
            Quality = FaceQuality.Of(box, face.Score, measures),
            Embedding = embedding,
            Landmarks = points,
            Expression = expression,
            Measures = measures,
        };
    }
}
