using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Faces.Embedding;
using WeddingStudio.Engine.Faces.Landmarks;
using WeddingStudio.Engine.Faces.Measures;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Faces;

/// <summary>
/// Photo in, faces out: detect, align, embed, points, expression, measures. Knows no database; safe on many threads at once.
/// </summary>
public sealed partial class FaceReader
{
    /// <summary>Smaller faces get no embedding and belong to nobody.</summary>
    public const double SmallestEmbeddedPx = 16;

    /// <summary>What the preview detector shrinks photos to: people near the camera are enough for the first seconds.</summary>
    private const int PreviewPx = 640;

    /// <summary>What it shrinks photos to in which nobody was found: a guest of the back row is seen then.</summary>
    private const int ProbePx = 2048;

    private readonly IFaceDetector _detector;
    private readonly RotatedDetection _turnedLooks;
    private readonly SmallFaces _smallFaces;
    private readonly DrawnFaces _drawnFaces;
    private readonly IFaceDetector _preview;
    private readonly IFaceDetector _probe;
    private readonly (IFaceDetector Detector, double SurelyFrom)? _fallback;
    private readonly FaceEmbedder _embedder;
    private readonly LandmarkReader? _landmarks;
    private readonly LandmarkReader? _expressionLandmarks;
    private readonly LandmarkReader? _points;
    private readonly ExpressionReader? _expression;
    private readonly QualityReader? _quality;

    private FaceReader(ModelSet models, SessionFactory sessions, FacesOptions options)
    {
        _detector = Detectors.Open(models.Detector, sessions, options);
        _turnedLooks = new RotatedDetection(_detector, options.LongSidePx, models.Detector.SurelyFrom);
        _smallFaces = new SmallFaces(_detector, options.LongSidePx);
        _drawnFaces = new DrawnFaces(Detectors.Open(models.Detector.WithLeastScore(DrawnFaces.LeastScore), sessions, options),
            options.LongSidePx);
        _preview = Detectors.Open(models.Preview ?? models.Detector, sessions, options with { LongSidePx = PreviewPx });
        _probe = Detectors.Open(models.Preview ?? models.Detector, sessions, options with { LongSidePx = ProbePx });
        _fallback = models.Fallback is { } fallback ? (Detectors.Open(fallback, sessions, options), fallback.SurelyFrom) : null;
        _embedder = new FaceEmbedder(sessions.Open(models.Embedder), models.Embedder, options.FacesAtOnce);
        _landmarks = Landmarks(models.Landmarks);
        _expressionLandmarks = models.ExpressionLandmarks == models.Landmarks ? _landmarks : Landmarks(models.ExpressionLandmarks);
        _points = models.Points == models.Landmarks ? null : models.Points == models.ExpressionLandmarks ? _expressionLandmarks
            : Landmarks(models.Points);
        _expression = models.Expression is { } expression ? new ExpressionReader(sessions.Open(expression), expression, options.FacesAtOnce)
            : null;
        _quality = models.Quality is { } quality ? new QualityReader(sessions.Open(quality), quality, options.FacesAtOnce) : null;

        LandmarkReader? Landmarks(ChosenModel? model) =>
            model is null ? null : new LandmarkReader(sessions.Open(model), model, options.FacesAtOnce);
    }

    /// <summary>
    /// Loads the models of a set. Throws <see cref="ModelPackException"/> or <see cref="Inference.Devices.DeviceException"/>.
    /// </summary>
    public static FaceReader Open(ModelSet models, SessionFactory sessions, FacesOptions options) => new(models, sessions, options);

    /// <summary>
    /// All faces of a photo, from left to right; equal input gives equal output, bit by bit. Throws as the photo's reader does.
    /// </summary>
    public async Task<IReadOnlyList<FaceReading>> ReadAsync(PhotoPixels photo, CancellationToken ct)
    {
        var found = await LocateAsync(photo, _detector.Detect, ct);
        if (found.Exists(face => _turnedLooks.IsUpright(face.Detected)))
            return Describe(photo, found);

        // What else a detector takes for a face in a photo on its side counts only as long as no other way up shows more.
        var turned = await LocateAsync(photo, _turnedLooks.Detect, ct);
        var best = Scores(turned) > Scores(found.Where(face => face.Detected.Points.QuarterLean == 0)) ? turned : found;
        if (best.Count == 0 && _fallback is { } other)
            best = await LocateAsync(photo, whole => [.. other.Detector.Detect(whole).Where(face => face.Score >= other.SurelyFrom)], ct);
        return Describe(photo, best);

        static double Scores(IEnumerable<LocatedFace> faces) => faces.Sum(face => face.Detected.Score);
    }

    /// <summary>Of a picture that is there at full size, without waiting for anything.</summary>
    public IReadOnlyList<FaceReading> Read(Raster picture) =>
        ReadAsync(new PhotoPixels(picture), CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>The faces that catch the eye, quickly and without anything about them.</summary>
    public IReadOnlyList<FaceBox> FindQuickly(PhotoPixels photo) =>
        [.. InPhoto(photo, _preview.Detect(photo.Whole.Raster)).Select(face => FaceKey.Clip(face.Box, photo.WidthPx, photo.HeightPx))];

    /// <summary>
    /// Whether a photo in which these faces were found is worth the time of <see cref="ReadSmallAsync"/>: there is somebody small in
    /// it. Where nobody was found, everybody may be: the quick detector looks at more of it.
    /// </summary>
    public bool HasSmall(PhotoPixels photo, IReadOnlyCollection<FaceBox> found) => found.Count > 0
        ? _smallFaces.AreLikely(photo.WidthPx, photo.HeightPx, found)
        : _smallFaces.IsLarge(photo.WidthPx, photo.HeightPx) && _probe.Detect(photo.Whole.Raster).Count > 0;

    /// <summary>The faces that <see cref="Read"/> was too coarse for; <paramref name="known"/> are those it found.</summary>
    public async Task<IReadOnlyList<FaceReading>> ReadSmallAsync(PhotoPixels photo, IReadOnlyList<FaceBox> known, CancellationToken ct)
    {
        FaceBox[] there = [.. known.Select(box => box.Scale(1.0 / photo.Whole.Shrink))];
        return Describe(photo, await LocateAsync(photo, whole => _smallFaces.Detect(whole, there, photo.IsReduced, ct), ct), known);
    }

    /// <summary>A face where it lies in the photo; Landmarks is null without a model for them.</summary>
    private readonly record struct LocatedFace(DetectedFace Detected, FaceBox Box, FaceLandmarks? Landmarks);

    private static IEnumerable<DetectedFace> InPhoto(PhotoPixels photo, IEnumerable<DetectedFace> found) =>
        photo.IsReduced ? found.Select(face => face.Scale(photo.Whole.Shrink, photo.Whole.Shrink)) : found;

    /// <summary>What a detector finds in the photo; whoever is small in it is there at full size then.</summary>
    private async Task<List<LocatedFace>> LocateAsync(
        PhotoPixels photo, Func<Raster, IReadOnlyList<DetectedFace>> detect, CancellationToken ct)
    {
        DetectedFace[] found = [.. InPhoto(photo, detect(photo.Whole.Raster))];
        await ReadPartsAsync(photo, found, ct);
        return Locate(photo, found);
    }

    /// <summary>From left to right, without what the points show to be no face.</summary>
    private List<LocatedFace> Locate(PhotoPixels photo, IReadOnlyList<DetectedFace> found)
    {
        var landmarks = ReadLandmarks(photo, found);
        return [.. found
            .Select((face, i) => new LocatedFace(face, FaceKey.Clip(face.Box, photo.WidthPx, photo.HeightPx), landmarks?[i]))
            .Where(face => face is { Box: { WidthPx: >= 1, HeightPx: >= 1 }, Landmarks: null or { IsFace: true } })
            .OrderBy(face => FaceKey.WholePixels(face.Box)).ThenByDescending(face => face.Detected.Score)];
    }

    /// <summary>
    /// With the five points of the model for them, unless it does not know what it sees, as with
    /// most profiles: then the detector's are surer.
    /// </summary>
    private FaceLandmarks[]? ReadLandmarks(PhotoPixels photo, IReadOnlyList<DetectedFace> found)
    {
        var kept = _landmarks?.Read(photo, found);
        return _points is null ? kept : [.. _points.Read(photo, found)
            .Select((seen, i) => (kept?[i] ?? new FaceLandmarks([], null, IsFace: true)) with { Five = seen.IsFace ? seen.Five : null })];
    }

    /// <param name="photo">The photo.</param>
    /// <param name="faces">To describe.</param>
    /// <param name="others">Where else faces are: nobody wears them.</param>
    private IReadOnlyList<FaceReading> Describe(PhotoPixels photo, List<LocatedFace> faces, params IReadOnlyList<FaceBox> others)
    {
        var detected = faces.ConvertAll(face => face.Detected);
        var expressions = Expressions(photo, faces, detected);
        detected = faces.ConvertAll(face => face.Landmarks?.Five is { } five ? face.Detected with { Points = five } : face.Detected);
        var embeddings = Embed(photo, detected, faces.ConvertAll(face => face.Box.WidthPx >= SmallestEmbeddedPx));
        var qualities = _quality?.Read(photo, [.. faces.Select(face => (face.Box, face.Detected.Points.QuarterLean))])
            .Select(_quality.ShareOf).ToArray();
        return [.. faces.Select((face, i) =>
            Describe(photo, detected[i], face.Box, embeddings[i], face.Landmarks?.Points ?? [], expressions?[i] ?? [], qualities?[i] ?? 1)
                with { Clothes = ClothesOf(photo, faces, i, others) })];
    }

    private static float[] ClothesOf(PhotoPixels photo, List<LocatedFace> faces, int at, IReadOnlyList<FaceBox> others) =>
        ClothesColours.Of(photo, faces[at].Box, faces[at].Detected.Points.QuarterLean,
            [.. faces.Where((_, i) => i != at).Select(face => face.Box), .. others]);

    private float[][]? Expressions(PhotoPixels photo, List<LocatedFace> faces, List<DetectedFace> detected) =>
        (_expression, _expressionLandmarks) switch
        {
            (null, _) or (_, null) => null,
            var (expression, points) when points == _landmarks =>
                expression.Read(photo, detected, faces.ConvertAll(face => face.Landmarks!.Value.Points)),
            var (expression, points) => expression.Read(photo, detected, [.. points.Read(photo, detected).Select(face => face.Points)]),
        };

    private float[][] Embed(PhotoPixels photo, List<DetectedFace> faces, List<bool> wanted)
    {
        var vectors = new Queue<float[]>(
            _embedder.Embed([.. faces.Where((_, i) => wanted[i]).Select(face => _embedder.Align(photo, face.Points))]));
        return [.. wanted.Select(large => large ? vectors.Dequeue() : [])];
    }
}
