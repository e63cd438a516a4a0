using System.CommandLine;
using Spectre.Console;
using WeddingStudio.Engine.Hosting;
using WeddingStudio.Web.Commands.Analyze;
using WeddingStudio.Web.Commands.Backups;
using WeddingStudio.Web.Commands.Models;
using WeddingStudio.Web.Commands.Progress;

namespace WeddingStudio.Web.Commands;

/// <summary>Everything the program does besides the web studio.</summary>
public static class StudioCommands
{
    public const int Done = 0;
    public const int SomePhotosUnreadable = 1;
    public const int CannotRun = 2;
    public const int Stopped = 130;

    /// <summary>A step that is under way when Ctrl-C comes may finish for this long: a large photo takes seconds, never minutes.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Whether the arguments name a command; the web studio's own arguments are settings like `--urls` or `--Studio:DataDirectory`.
    /// </summary>
    public static bool IsCommand(string[] args) => args is [var first, ..]
        && (first is "-h" or "-?" or "/?" or "--help" or "--version"
            || !(first.StartsWith('-') || first.StartsWith('/') || first.Contains('=')));

    /// <summary>A switch has no value; the configuration would take the next argument for it.</summary>
    public const string NoBrowser = "--no-browser";

    /// <summary>The web studio's arguments as its configuration can read them.</summary>
    public static string[] WithoutSwitches(string[] args) => [.. args.Where(arg => arg != NoBrowser)];

    public static async Task<int> RunAsync(string[] args)
    {
        var command = Root().Parse(args);
        if (command.Errors.Count > 0)
        {
            // A mistyped command is also reported as a missing one; the word itself says more.
            var told = command.UnmatchedTokens.Count > 0 ? command.UnmatchedTokens.Select(word => $"'{word}' is no command or option here.")
                : command.Errors.Select(error => error.Message);
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, told));
            await Console.Error.WriteLineAsync("`--help` lists the commands, `analyze --help` the options of one.");
            return CannotRun;
        }

        try
        {
            return await command.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. What is done is kept: the same command goes on from here.");
            return Stopped;
        }
        catch (Exception error) when (InWords(error) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return CannotRun;
        }
    }

    /// <summary>What went wrong and what to do, for failures a user can fix; null for defects, which keep their stack trace.</summary>
    private static string? InWords(Exception error) => error switch
    {
        CommandException => error.Message,
        { InnerException: CommandException inner } => inner.Message,
        _ => SettingWords.Of(error) ?? FailureMessages.InEnglish(error, "run the same command again"),
    };

    private static RootCommand Root() => new("""
        WeddingStudio finds everyone in a wedding's photos and the best photos of each.
        Without a command it starts the web studio; its settings: --urls ADDRESS, --Studio:DataDirectory DIR, --no-browser.
        """)
    {
        AnalyzeCommand.Create(),
        DemoCommand.Create(),
        ModelsCommand.Create(),
        BackupCommand.Create(),
        BackupCommand.CreateRestore(),
        UsersCommand.Create(),
    };

    /// <summary>Where somebody watches bars move in place, else progress comes as plain lines.</summary>
    internal static Task ShowAsync<T>(Func<IProgress<T>, Task> work, Func<T, ProgressRow> row) => IsWatched
        ? ProgressBars.ShowAsync(bars => work(new Told<T>(bars, row)))
        : work(new Told<T>(new ProgressLines(Console.Out, TimeProvider.System), row));

    private static bool IsWatched => !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;

    /// <summary>Unlike <see cref="Progress{T}"/> at once and in order.</summary>
    private sealed class Told<T>(IProgress<ProgressRow> shown, Func<T, ProgressRow> row) : IProgress<T>
    {
        public void Report(T value) => shown.Report(row(value));
    }
}
