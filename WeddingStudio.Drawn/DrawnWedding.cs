using System.Globalization;
using System.Text;
using WeddingStudio.Drawn.Day;
using WeddingStudio.Engine.Data.Files;

namespace WeddingStudio.Drawn;

/// <summary>Draws a whole wedding into a folder: photos/, truth.json, guests.csv and timeline.csv.</summary>
public static class DrawnWedding
{
    public const string Name = "The wedding of Robin & Kim";

    /// <summary>Where it is held: the times in its photos and its timetable are local to it.</summary>
    public const string TimeZone = "Europe/Rome";

    /// <summary>Somebody on the guest list who is in no photo.</summary>
    internal const string Absent = "Frank Weber";

    /// <param name="options">How large; see there.</param>
    /// <param name="directory">Made if missing. What an earlier run drew there is drawn over.</param>
    /// <param name="progress">Photos drawn so far, and how many there will be.</param>
    /// <param name="ct">Stops between photos; truth.json is written last, so a folder without it is not finished.</param>
    public static async Task DrawAsync(DrawnOptions options, string directory, IProgress<DrawnProgress> progress, CancellationToken ct)
    {
        var photos = Path.Combine(directory, "photos");
        Directory.CreateDirectory(photos);
        File.Delete(Path.Combine(directory, TruthFile.FileName));
        var guests = new Guests(options.People, options.Seed);
        var shots = Programme.Plan(options, guests);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var truths = new TruePhoto[shots.Count];
        var done = 0;
        progress.Report(new DrawnProgress(0, shots.Count));
        var side = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ct };
        await Task.Run(() => Parallel.For(0, shots.Count, side, i =>
        {
            truths[i] = Darkroom.Develop(shots[i], photos, zone);
            progress.Report(new DrawnProgress(Interlocked.Increment(ref done), shots.Count));
        }), ct);

        AtomicFile.Write(Path.Combine(directory, "guests.csv"), Encoding.UTF8.GetBytes(GuestList(guests)));
        AtomicFile.Write(Path.Combine(directory, "timeline.csv"), Encoding.UTF8.GetBytes(Timeline()));
        TruthFile.Write(TruthOf(guests, truths), Path.Combine(directory, TruthFile.FileName));
    }

    private static Truth TruthOf(Guests guests, IReadOnlyList<TruePhoto> photos) => new(
        photos,
        [.. guests.All.Select(f => new TruePerson(f.Id, f.Name, f.Role))],
        [.. Programme.Cameras.Select(c => new TrueCamera(c.Name, c.Ahead.TotalSeconds))]);

    private static string GuestList(Guests guests)
    {
        string[] brides = ["bride", "mother_bride", "father_bride", "maid_of_honor", "bridesmaid", "sister", "grandmother", "grandfather",
            "aunt", "uncle", "cousin"];
        var lines = guests.All.Select((f, i) =>
            $"{f.Name},{f.Role},{(f.Role is not { } role ? "" : brides.Contains(role) ? "bride" : "groom")},{1 + i / 8},"
            + $"{f.Name[(f.Name.LastIndexOf(' ') + 1)..]},");
        return string.Join('\n', ["name,role,side,table,household,also_known_as", .. lines, $"{Absent},uncle,groom,4,Weber,"]) + "\n";
    }

    private static string Timeline() => string.Join('\n',
        ["time,name", .. Programme.Day.Select(part =>
            string.Create(CultureInfo.InvariantCulture, $"{Programme.LocalStart(part):yyyy-MM-ddTHH:mm},{part.Name}"))]) + "\n";
}
