using System.CommandLine;

namespace WeddingStudio.Web.Commands.Backups;

/// <summary>The command lines of `backup` and `restore`; <see cref="Backup"/> and <see cref="Restore"/> do the work.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Option<string>("--out")
        {
            Description = "The file to write, best on another disk. One that is there is never touched.",
            HelpName = "FILE", Required = true,
        };
        var data = new Option<string>("--data")
        {
            Description = "The studio's data directory; the one it would use when started here if not given.", HelpName = "DIR",
        };
        var command = new Command("backup", "Copies everything the studio keeps into one file, also while it runs.") { file, data };
        command.SetAction((line, ct) => new Backup(Path.GetFullPath(line.GetValue(file)!), line.GetValue(data)).RunAsync(ct));
        return command;
    }

    public static Command CreateRestore()
    {
        var file = new Argument<string>("FILE") { Description = "A file that `backup` wrote." };
        var data = new Option<string>("--data")
        {
            Description = "Where the studio shall be: a new or empty folder.", HelpName = "DIR", Required = true,
        };
        var command = new Command("restore", "Checks a backup and makes a data directory of it.") { file, data };
        command.SetAction((line, ct) => new Restore(
            Path.GetFullPath(line.GetValue(file)!), Path.TrimEndingDirectorySeparator(Path.GetFullPath(line.GetValue(data)!)))
            .RunAsync(ct));
        return command;
    }
}
