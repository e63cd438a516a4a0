using System.Diagnostics;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Drawn;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Bench;

/// <summary>Everything `students` measures of one pack, each part through the engine from the picture's file on.</summary>
internal sealed class PackFigures(ModelSet models, SessionFactory sessions)
{
    private const int Happy = 1;

    private readonly FaceReader _reader = FaceReader.Open(models, sessions, new FacesOptions());
    private readonly IFaceDetector _detector = Detectors.Open(models.Detector, sessions, new FacesOptions());

    public string Title => models.Embedder.Pack.Name;

    public DetectionTally Detect(IReadOnlyList<KnownPicture> pictures)
    {
        var tally = new DetectionTally();
        foreach (var picture in pictures)
            tally.Add(picture, [.. _reader.Read(PhotoReader.Read(picture.Path)).Select(face => (face.Box, face.Points.ToArray()))]);
        return tally;
    }

    /// <summary>Median over the photos, each shrunk to 1280 pixels beforehand; one thread.</summary>
    public double MillisecondsPerPhoto(IReadOnlyList<string> photos)
    {
        List<double> times = [];
        foreach (var photo in photos.Select(PhotoReader.Read)
            .Select(raster => RasterResize.FitWithin(raster, new FacesOptions().LongSidePx)))
        {
            _detector.Detect(photo);
            var started = Stopwatch.GetTimestamp();
            _detector.Detect(photo);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    /// <summary>The central face of every picture, null where none was found.</summary>
    public IReadOnlyList<FaceReading?> Portraits(IReadOnlyList<string> paths) =>
        [.. PictureFaces.ReadAll(paths, path => path, _reader).Select(picture => picture.Central)];

    public PeopleFigures People(IReadOnlyList<LabelledFace> labels, string directory) => PeopleFigures.Of(
        labels, PictureFaces.ReadAll([.. labels.Select(l => l.File).Distinct()], file => Path.Combine(directory, file), _reader, models),
        models.Clustering);

    public (PeopleFigures People, BlinkTally Eyes) Drawn(string directory)
    {
        var truth = TruthFile.Read(Path.Combine(directory, TruthFile.FileName));
        var photos = truth.Photos.DistinctBy(photo => (photo.VersionOf ?? photo.PhotoId, photo.TrueTime)).ToList();
        var read = PictureFaces.ReadAll([.. photos.Select(photo => photo.PhotoId)], id => Path.Combine(directory, "photos", id), _reader);
        var found = TruthMatch.Of(photos, read.SelectMany(picture => picture.Faces.Select(face =>
            new FoundFace(picture.Name, face.Box, face.Confidence, -1, null, LookOf(face)))));
        var labels = found.OfPeople.Where(face => face.Found is not null)
            .Select(face => new LabelledFace(face.Photo.PhotoId, face.Found!.Box, $"{face.Truth.Person}")).ToList();
        var eyes = BlinkTally.Of(found.OfPeople.Where(face => face.Found is not null && face.WidthPx >= BlinkTally.FromPx));
        return (PeopleFigures.Of(labels, read, models.Clustering), eyes);
    }

    public static double? EyeAspect(FaceReading? face) =>
        face is { Landmarks.Length: > 0 } ? (face.Measures.EyeAspectLeft + face.Measures.EyeAspectRight) / 2 : null;

    public static double? Smile(FaceReading? face) => face is { Expression.Length: > Happy } ? face.Expression[Happy] : null;

    internal static Look? LookOf(FaceReading face) => face.Landmarks.Length == 0 ? null : Look.Of(
        new MeasuredFace(0, 0, null, face.Box, face.Points.ToFlat(), Flat(face.Landmarks), face.Expression, face.Measures),
        new ScoresOptions());

    private static float[] Flat(PointPx[] points) => [.. points.SelectMany(point => new[] { (float)point.X, (float)point.Y })];
}
