using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using WeddingStudio.Engine.Data.Sqlite;

namespace WeddingStudio.Web;

/// <summary>The way out, from the signal to the end of the process: at most five seconds, whatever is open.</summary>
internal static class StudioStop
{
    /// <summary>Requests and photos under way may end by themselves for so long; `docker stop` waits ten seconds in all.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1.5);

    public static void StopInTime(this WebApplicationBuilder builder) => builder.Services.Configure<HostOptions>(host =>
    {
        // The analysis hears of the end at once, not when the last download is over.
        host.ServicesStopConcurrently = true;
        if (builder.Configuration["shutdownTimeoutSeconds"] is null)
            host.ShutdownTimeout = StopTimeout;
    });

    /// <summary>
    /// SignalR closes every socket when the studio begins to stop, and a page that lost its line comes back at once, while the server
    /// still listens: that new socket nobody would close, and the server would wait for it until its patience ends.
    /// </summary>
    public static void UseClosingDoor(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        app.Use((http, next) => stopping.IsCancellationRequested ? SendAwayAsync(http) : next(http));
    }

    /// <summary>The last resort: a network drive or a driver that does not answer holds a thread that nobody can stop.</summary>
    public static void EndInAnyCase(WebApplication app)
    {
        if (!IsOwnProcess)
            return;
        var atMost = app.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout + LastWords;
        app.Lifetime.ApplicationStopping.Register(() => new Thread(() =>
        {
            Thread.Sleep(atMost);
            Console.WriteLine("Stopped, though something did not answer any more. Whatever was under way goes on at the next start.");
            ExitNow(0);
        })
        { IsBackground = true }.Start());
    }

    /// <summary>
    /// Ends the process while a model or a codec may still be at work on a photo: taken apart under its hands, as services are disposed of
    /// and libraries say farewell, it would crash.
    /// </summary>
    /// <returns>The exit code, where the process goes on: that of a test.</returns>
    public static int Leave(WebApplication? app, int exitCode)
    {
        if (!IsOwnProcess)
            return exitCode;
        SqliteDatabase.CloseAll();
        app?.Services.GetRequiredService<ILoggerFactory>().Dispose();
        ExitNow(exitCode);
        return exitCode;
    }

    // A test runs the studio within its own process.
    private static bool IsOwnProcess => Assembly.GetEntryAssembly() == typeof(StudioStop).Assembly;

    private static void ExitNow(int exitCode)
    {
        if (OperatingSystem.IsWindows())
            Environment.Exit(exitCode);
        else
            Exit(exitCode);
    }

    [DllImport("libc", EntryPoint = "_exit")]
    private static extern void Exit(int exitCode);

    private static Task SendAwayAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers[HeaderNames.Connection] = "close";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync("WeddingStudio is stopping.", http.RequestAborted);
    }
}
