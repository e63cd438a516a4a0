using System.CommandLine;
using System.Globalization;
using WeddingStudio.Drawn;

namespace WeddingStudio.Web.Commands;

/// <summary>The command line of `demo`; <see cref="Demo"/> does the work.</summary>
internal static class DemoCommand
{
    // Below four people there are no two families; above these numbers a drawn wedding says nothing new and fills disks.
    private const int FewestPeople = 4, MostPeople = 500;
    private const int MostPhotos = 20_000;
    private const double LeastMegapixels = .5, MostMegapixels = 100;

    public static Command Create()
    {
        var directory = new Option<string>("--out") { Description = "Where the wedding is drawn: a new or empty folder, "
            + "or an earlier drawn wedding.", HelpName = "DIR", Required = true };
        var people = new Option<int?>("--people")
        {
            Description = $"How many people of the wedding get into photos ({new DrawnOptions().People}).", HelpName = "N",
        };
        var photos = new Option<int?>("--photos") { Description = $"How many photos ({new DrawnOptions().Photos}).", HelpName = "N" };
        var size = new Option<string>("--megapixels")
        {
            Description = "Size of every photo; as two cameras would give, from 2 to 12, if not given.", HelpName = "M",
        };
        var seed = new Option<int?>("--seed")
        {
            Description = "Another number, another wedding; the same number, the same bytes (1).", HelpName = "S",
        };

        Whole(people, FewestPeople, MostPeople);
        Whole(photos, 1, MostPhotos);
        Whole(seed, 0, int.MaxValue);
        size.Validators.Add(option =>
        {
            if (option.Tokens is [var given] && !(TryMegapixels(given.Value, out var m) && m is >= LeastMegapixels and <= MostMegapixels))
                option.AddError(string.Create(CultureInfo.InvariantCulture,
                    $"--megapixels '{given.Value}': give a number from {LeastMegapixels} to {MostMegapixels}, like 2.5."));
        });
        directory.Validators.Add(option =>
        {
            if (option.Tokens is [var given] && string.IsNullOrWhiteSpace(given.Value))
                option.AddError("--out: name a folder.");
        });

        var command = new Command("demo", "Draws a wedding with exact truth, to try everything without a single photo.")
        {
            directory, people, photos, size, seed,
        };
        command.SetAction((line, ct) => new Demo(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(line.GetValue(directory)!)),
            new DrawnOptions
            {
                People = line.GetValue(people) ?? new DrawnOptions().People,
                Photos = line.GetValue(photos) ?? new DrawnOptions().Photos,
                Megapixels = TryMegapixels(line.GetValue(size), out var megapixels) ? megapixels : null,
                Seed = line.GetValue(seed) ?? new DrawnOptions().Seed,
            }).RunAsync(ct));
        return command;
    }

    private static void Whole(Option<int?> option, int least, int most) => option.Validators.Add(given =>
    {
        if (given.Tokens is [var number] && !(
            int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most))
            given.AddError($"{option.Name} '{number.Value}': give a whole number from {least} to {most}.");
    });

    private static bool TryMegapixels(string? text, out double megapixels) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out megapixels);
}
