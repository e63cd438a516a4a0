using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Drawn;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Faces.Landmarks;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Bench;

/// <summary>Whether open and shut eyes, and smiles, are told apart.</summary>
internal static class LookFigures
{
    private const int LidPictures = 300;

    /// <summary>Eyes as they are against the same shut by lids that another model's points say where to draw.</summary>
    public static void WriteLids(FaceReader reader, ModelSet scoring, SessionFactory sessions, string folder, string pack)
    {
        var (other, entry) = Painter(sessions, pack, scoring.Landmarks?.Entry.Name);
        var pairs = ScoredPortrait.SpreadOver(folder, LidPictures).Take(LidPictures).AsParallel().AsOrdered()
            .Select(file => Pair(reader, other, file)).ToList();
        var measured = pairs.OfType<(Look Open, Look Shut)>().ToList();
        var open = measured.SelectMany(p => new[] { p.Open.LeftEye, p.Open.RightEye }).ToList();
        var shut = measured.SelectMany(p => new[] { p.Shut.LeftEye, p.Shut.RightEye }).ToList();
        Write($"lids drawn by {entry}: AUC of an eye's openness {Auc.Of(open, shut):0.0000} over {open.Count} eyes of {measured.Count} ",
            $"faces; shut eyes below half open {shut.Average(e => e < BlinkTally.OpenFrom ? 1.0 : 0):0.000}, ",
            $"open ones not {open.Average(e => e >= BlinkTally.OpenFrom ? 1.0 : 0):0.000}; ",
            $"{pairs.Count - measured.Count} pictures without a measured face in both");
    }

    private static (LandmarkReader Reader, string Name) Painter(SessionFactory sessions, string pack, string? scoring)
    {
        var library = ModelPack.Load(pack);
        var entry = library.InRole("landmarks").First(model => model.Decoder == "ibug68" && model.Name != scoring);
        var model = new ChosenModel(library, entry);
        return (new LandmarkReader(sessions.Open(model), model, 1), entry.Name);
    }

    private static (Look Open, Look Shut)? Pair(FaceReader reader, LandmarkReader other, string file)
    {
        if (ScoredPortrait.Of(reader, PhotoReader.Read(file)) is not { Face.Landmarks.Length: > 0 } open)
            return null;
        var points = other.Read(open.Picture, [new DetectedFace(open.Face.Box, 1, open.Face.Points)])[0].Points;
        var shut = Lids.Shut(open.Picture, points);
        return ScoredPortrait.Of(reader, shut, open.Face.Box) is { Face.Landmarks.Length: > 0 } closed ? (open.Look, closed.Look) : null;
    }

    public static void WriteSmiles(FaceReader reader, string labels)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(labels))!;
        var told = File.ReadLines(labels).Skip(1).Select(line => line.Split(',')).AsParallel().AsOrdered()
            .Select(line =>
                (Smiles: line[1] == "1", ScoredPortrait.Of(reader, PhotoReader.Read(Path.Combine(folder, line[0])))?.Look.Smile)).ToList();
        var found = told.Where(face => face.Smile is not null).ToLookup(face => face.Smiles, face => face.Smile!.Value);
        Write($"smiles: AUC {Auc.Of([.. found[true]], [.. found[false]]):0.0000}, {found[true].Count()} smiling against ",
            $"{found[false].Count()}; {told.Count(face => face.Smile is null)} without a face");
    }

    public static void WriteBlinks(FaceReader reader, string wedding)
    {
        var truth = TruthFile.Read(Path.Combine(wedding, TruthFile.FileName));
        var found = PictureFaces.ReadAll([.. truth.Photos.Select(photo => photo.PhotoId)],
            id => Path.Combine(wedding, "photos", id), reader)
            .SelectMany(picture => picture.Faces.Select(face => new FoundFace(picture.Name, face.Box, face.Confidence, 0, null,
                face.Landmarks.Length > 0 ? ScoredPortrait.LookOf(face) : null)));
        var faces = TruthMatch.Of(truth.Photos, found).OfPeople.ToList();
        var large = faces.Where(face => face.WidthPx >= BlinkTally.FromPx).ToList();
        var eyes = BlinkTally.Of(large.Where(face => face.Found is not null));
        var right = eyes.ScoredClosed + eyes.ScoredOpen;
        Write($"blinks of {Path.GetFileName(Path.TrimEndingDirectorySeparator(wedding))}: ",
            $"{(double)right / (eyes.Closed + eyes.Open):0.0000} told right ({eyes.ScoredClosed} of {eyes.Closed} shut, ",
            $"{eyes.ScoredOpen} of {eyes.Open} open); left out: {faces.Count - large.Count} faces under {BlinkTally.FromPx:0} px, ",
            $"{large.Count(face => face.Found is null)} not found; {eyes.NotMeasured} eyes not measured");
    }

    private static void Write(params FormattableString[] text) =>
        Console.WriteLine(string.Concat(text.Select(FormattableString.Invariant)));
}
