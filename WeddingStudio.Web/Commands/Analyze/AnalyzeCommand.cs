using System.CommandLine;
using System.Text.RegularExpressions;
using WeddingStudio.Engine.Data;
using WeddingStudio.Web.Commands.Models;

namespace WeddingStudio.Web.Commands.Analyze;

/// <summary>The command line of `analyze`; <see cref="Analysis"/> does the work.</summary>
internal static partial class AnalyzeCommand
{
    private const int MostPicks = 1000;

    public static Command Create()
    {
        var photos = new Argument<string>("PHOTOS")
        {
            Description = "The folder of photos, read with all folders in it and never written to.",
        };
        var results = new Option<string>("--out")
        {
            Description = "Where the results go; kept state makes a second run go on from there.", HelpName = "RESULTS", Required = true,
        };
        var wedding = new Option<string>("--wedding-id")
        {
            Description = "Lower-case letters, digits and hyphens; made from the name of PHOTOS if not given.", HelpName = "ID",
        };
        var guests = new Option<string>("--guests") { Description = "The guest list as a spreadsheet saves it: name, or first and last "
            + "name, and any of role,side,table,household,also_known_as; or one name per line.", HelpName = "guests.csv" };
        var timeline = new Option<string>("--timeline")
        {
            Description = "The day's timetable: time,name with local times like 2026-06-20T14:30.", HelpName = "timeline.csv",
        };
        var zone = new Option<string>("--time-zone")
        {
            Description = "Time zone of the wedding, for example Europe/Rome; this computer's if not given.", HelpName = "IANA",
        };
        var tags = new Option<string>("--tags") { Description = "Names for faces, by photo and box.", HelpName = "tags.json" };
        var best = new Option<int?>("--best") { Description = "How many best photos per person (5).", HelpName = "N" };
        var without = new Option<bool>("--without-missing")
        {
            Description = "Goes on although most photos of the run before are no longer there.",
        };
        var models = new ModelOptions();

        wedding.Validators.Add(option =>
        {
            if (option.Tokens is [var id] && !WeddingIds().IsMatch(id.Value))
                option.AddError($"--wedding-id '{id.Value}': use 1 to 63 lower-case letters, digits and hyphens, "
                    + "not starting with a hyphen.");
            else if (option.Tokens is [var device] && WeddingSlug.IsKeptByWindows(device.Value))
                option.AddError($"--wedding-id '{device.Value}' is a name that Windows keeps for itself, so that no folder can have it "
                    + $"there. Choose another, like {WeddingSlug.From(device.Value)}.");
        });
        zone.Validators.Add(option =>
        {
            if (option.Tokens is [var id] && WeddingZone.Find(id.Value) is null)
                option.AddError($"--time-zone '{id.Value}' is no IANA time zone; write it like Europe/Rome or America/New_York.");
        });
        best.Validators.Add(option =>
        {
            if (option.Tokens is [var number] && !(int.TryParse(number.Value, out var n) && n is >= 1 and <= MostPicks))
                option.AddError($"--best '{number.Value}': give a whole number from 1 to {MostPicks}.");
        });

        var command = new Command("analyze", "Finds the people in a folder of photos and the best photos of each.")
        {
            photos, results, wedding, guests, timeline, zone, tags, best, without,
        };
        models.AddTo(command, named: true);
        command.SetAction((line, ct) => new Analysis(
            new AnalyzeRequest(
                Full(line.GetValue(photos))!, Full(line.GetValue(results))!, line.GetValue(wedding) is { } id ? new WeddingId(id) : null,
                Full(line.GetValue(guests)),
                Full(line.GetValue(timeline)), line.GetValue(zone), Full(line.GetValue(tags)), line.GetValue(best), line.GetValue(without)),
            models.Read(line)).RunAsync(ct));
        return command;
    }

    private static string? Full(string? path) => path is { Length: > 0 } ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) : null;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$")]
    private static partial Regex WeddingIds();
}
