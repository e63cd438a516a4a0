using System.CommandLine;
using System.Globalization;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Drawn;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Bench.Commands;

/// <summary>`truth`: how near an analysis of a drawn wedding came to what is true of it.</summary>
internal static class TruthCommand
{
    private const double SmilingFrom = .5, NotSmilingBelow = .2;
    private const int PhotosPerAlbum = 40;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "A drawn wedding, as `demo --out DIR` made it." };
        var results = new Argument<string>("RESULTS") { Description = "What `analyze DIR/photos --out RESULTS` made of it." };
        var command = new Command("truth", "Compares an analysis of a drawn wedding with what is true of it.") { directory, results };
        command.SetAction(async (line, ct) => await RunAsync(line.GetValue(directory)!, line.GetValue(results)!, ct));
        return command;
    }

    private static async Task RunAsync(string directory, string results, CancellationToken ct)
    {
        var truth = TruthFile.Read(Path.Combine(directory, TruthFile.FileName));
        var analysed = await AnalysedWedding.ReadAsync(results, ct);

        // Of exact copies only the first is looked at; nothing can be found in the others.
        var looked = truth.Photos.Where(photo => analysed.States.GetValueOrDefault(photo.PhotoId) != PhotoState.Duplicate).ToList();
        var match = TruthMatch.Of(looked, analysed.Faces);
        var names = truth.People.ToDictionary(person => person.Id, person => person.Name);
        var unread = looked.Count(photo => analysed.States.GetValueOrDefault(photo.PhotoId) == PhotoState.Problem);
        var unknown = looked.Count(photo => !analysed.States.ContainsKey(photo.PhotoId));
        Write($"{truth.Photos.Count} photos, {truth.Photos.Count - looked.Count} exact copies left out, {unread} unreadable, ",
            $"{unknown} not in the results");
        WriteFaces(match, names, looked.Count);
        WritePeople(match, names, analysed.People);
        WriteEyes(match);
        WriteSmiles(match);
        WriteVersions(match);
    }

    private static void WriteFaces(TruthMatch match, Dictionary<int, string> names, int photos)
    {
        var wanted = match.OfPeople.Where(face => face.ShouldBeFound).ToList();
        var missed = wanted.Where(face => face.Found is null).OrderByDescending(face => face.WidthPx).ToList();
        Write($"faces: recall {Share(wanted.Count - missed.Count, wanted.Count)} of those 32 px or wider and turned 30 degrees or less; ",
            $"{match.OfPeople.Count(f => f.Found is not null)} of all {match.OfPeople.Count()}");
        foreach (var face in missed)
            Write($"  missed {face.Photo.PhotoId} {face.WidthPx:0}x{face.HeightPx:0} px at {face.Truth.Box[0]:0},{face.Truth.Box[1]:0}, ",
                $"{Name(face.Truth.Person!.Value, names)}, yaw {face.Truth.YawDegrees:0}, blur {face.Truth.BlurSigmaPx:0.0} px");
        Write($"false: {match.False.Count}, {match.False.Count * (double)PhotosPerAlbum / Math.Max(1, photos):0.00} per {PhotosPerAlbum} ",
            $"photos; {match.OnPosters.Count(f => f.Found is not null)} of {match.OnPosters.Count()} faces on posters found");
        foreach (var face in match.False.OrderByDescending(face => face.Confidence))
            Write($"  false {face.PhotoId} {face.Box.WidthPx:0}x{face.Box.HeightPx:0} px at {face.Box.X1:0},{face.Box.Y1:0}, ",
                $"confidence {face.Confidence:0.00}, person {face.Person}");
    }

    private static void WritePeople(TruthMatch match, Dictionary<int, string> names, int identities)
    {
        var found = match.OfPeople.Where(face => face.Found is not null).ToList();
        var score = BCubed.Of([.. found.Select(face => face.Found!.Person)], [.. found.Select(face => Identity(face.Truth))]);
        var shared = SharedGroup.Of(found.Select(face => (face.Found!.Person, face.Truth.Person!.Value)));
        Write($"people: B-cubed F {score.F:0.0000}, precision {score.Precision:0.0000}, recall {score.Recall:0.0000} over {found.Count} ",
            $"found faces of {found.Select(f => f.Truth.Person).Distinct().Count()} people; {identities} identities");
        Write($"two people in one: {shared.Count} pairs");
        foreach (var pair in shared)
            Write($"  person {pair.Group} is {Name(pair.First, names)} ({pair.FacesOfFirst}) and {Name(pair.Second, names)} ",
                $"({pair.FacesOfSecond})");
    }

    private static void WriteEyes(TruthMatch match)
    {
        var faces = match.OfPeople.Where(face => face.Found is not null && face.WidthPx >= BlinkTally.FromPx).ToList();
        Write($"eyes of faces {BlinkTally.FromPx:0} px or wider: {Told(faces)}");
        Write($"  turned 30 degrees or less: {Told(faces.Where(face => face.ShouldBeFound))}");
    }

    private static string Told(IEnumerable<JudgedFace> faces)
    {
        var tally = BlinkTally.Of(faces);
        return $"closed scored closed {Share(tally.ScoredClosed, tally.Closed)}, open scored open {Share(tally.ScoredOpen, tally.Open)}; "
            + $"{tally.NotMeasured} eyes not measured";
    }

    private static void WriteSmiles(TruthMatch match)
    {
        var faces = match.OfPeople.Where(face => face.Found?.Look is not null && face.WidthPx >= BlinkTally.FromPx).ToList();
        var smiling = faces.Where(face => face.Truth.Smile >= SmilingFrom).Select(face => face.Found!.Look!.Value.Smile).ToList();
        var not = faces.Where(face => face.Truth.Smile < NotSmilingBelow).Select(face => face.Found!.Look!.Value.Smile).ToList();
        Write($"smile of faces {BlinkTally.FromPx:0} px or wider: AUC {Auc.Of(smiling, not):0.0000}, ",
            $"{smiling.Count} smiling against {not.Count}");
    }

    private static void WriteVersions(TruthMatch match)
    {
        var pairs = VersionPair.Of(match.Faces);
        Write($"versions of one shot: {pairs.Count} pairs, ",
            $"technical scores differ by {(pairs.Count > 0 ? pairs.Average(p => Math.Abs(p.Difference)) : 0):0.0000} on average");
        foreach (var pair in pairs)
            Write($"  {pair.Original} {pair.OriginalTechnical:0.0000}, {pair.Version} {pair.VersionTechnical:0.0000}: ",
                $"{pair.Difference:+0.0000;-0.0000;0} over {pair.People} people");
    }

    private static string Identity(TrueFace face) => face.Person!.Value.ToString(CultureInfo.InvariantCulture);

    private static string Name(int person, Dictionary<int, string> names) =>
        names.GetValueOrDefault(person, person < 0 ? $"stranger {-person}" : $"person {person}");

    private static string Share(int some, int all) =>
        string.Create(CultureInfo.InvariantCulture, $"{(all > 0 ? (double)some / all : double.NaN):0.0000} ({some} of {all})");

    private static void Write(params FormattableString[] text) =>
        Console.WriteLine(string.Concat(text.Select(FormattableString.Invariant)));
}
