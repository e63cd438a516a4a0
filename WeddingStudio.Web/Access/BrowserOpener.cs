using System.ComponentModel;
using System.Diagnostics;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Web.Commands;

namespace WeddingStudio.Web.Access;

/// <summary>Opens the studio in the browser when a person started it at a screen; never in a container, a service or a pipe.</summary>
internal static class BrowserOpener
{
    public static void TryOpen(string url)
    {
        if (!SomeoneIsLooking())
            return;
        try
        {
            using var browser = OwnerOnlyFiles.AsUsual(() => OperatingSystem.IsWindows()
                ? Process.Start(new ProcessStartInfo(url) { UseShellExecute = true })
                : Process.Start(OperatingSystem.IsMacOS() ? "open" : "xdg-open", url));
        }
        catch (Exception error) when (error is Win32Exception or FileNotFoundException)
        {
            Console.WriteLine($"The browser could not be opened ({error.Message}); open the link above by hand.");
        }
    }

    private static bool SomeoneIsLooking() => Environment.UserInteractive
        && !Console.IsOutputRedirected
        && !Environment.GetCommandLineArgs().Contains(StudioCommands.NoBrowser)
        && Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER") != "true"
        && (!OperatingSystem.IsLinux() || HasDisplay());

    private static bool HasDisplay() =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));
}
