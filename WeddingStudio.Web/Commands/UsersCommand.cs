using System.CommandLine;

namespace WeddingStudio.Web.Commands;

/// <summary>`users list` says who can sign in, `users reset` lets somebody back in who forgot their password.</summary>
internal static class UsersCommand
{
    public static Command Create() =>
        new("users", "Who can sign in, and a way back in for whoever forgot their password.") { List(), Reset() };

    private static Command List()
    {
        var directory = DataDirectory();
        var command = new Command("list", "Lists everybody who can sign in.") { directory };
        command.SetAction((line, ct) => UserRecovery.RunAsync(line.GetValue(directory), users => users.ListAsync(ct), ct));
        return command;
    }

    private static Command Reset()
    {
        var name = new Argument<string>("NAME") { Description = "As they sign in." };
        var directory = DataDirectory();
        var command = new Command("reset", "Prints a link by which NAME chooses a new password, once. The studio may run meanwhile.")
        {
            name, directory,
        };
        command.SetAction((line, ct) =>
            UserRecovery.RunAsync(line.GetValue(directory), users => users.ResetAsync(line.GetValue(name)!, ct), ct));
        return command;
    }

    private static Option<string?> DataDirectory() => new("--data")
    {
        Description = "The studio's data directory, which it prints at every start; looked for where the studio would if not given.",
        HelpName = "DIR",
    };
}
