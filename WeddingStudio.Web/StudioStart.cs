using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using WeddingStudio.Engine.Hosting;
using WeddingStudio.Web.Commands;

namespace WeddingStudio.Web;

/// <summary>Where the studio listens, and what it says when it cannot start.</summary>
internal static class StudioStart
{
    private const int Port = 5187;
    private const int CannotStart = 2;

    /// <summary>
    /// Every network of this computer unless told otherwise, because guests' phones come from there; strangers see the sign-in page.
    /// </summary>
    public static void ListenForStudio(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        string[] named = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];
        if (!named.Any(name => settings.GetSection(name).Exists()))
            builder.WebHost.UseUrls($"http://*:{Port}");
    }

    public static async Task<int> RunAsync(Func<WebApplication> build)
    {
        WebApplication? app = null;
        try
        {
            app = build();
            StudioStop.EndInAnyCase(app);
            await app.StartAsync();
            await app.WaitForShutdownAsync();
        }
        catch (OperationCanceledException) when (app?.Lifetime.ApplicationStopping.IsCancellationRequested == true)
        {
            // Told to stop before it had begun.
        }
        catch (Exception trouble) when (InWords(trouble) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return StudioStop.Leave(app, CannotStart);
        }

        Console.WriteLine("Stopped. Whatever was under way goes on at the next start.");
        return StudioStop.Leave(app, 0);
    }

    /// <summary>What is wrong and what to do, for what a user can fix; null for defects, which keep their stack trace.</summary>
    private static string? InWords(Exception trouble) => trouble switch
    {
        IOException { InnerException: AddressInUseException } =>
            $"{trouble.Message} Stop the program that uses it, or choose another port: --urls http://*:{Port + 1}",
        SocketException =>
            $"The studio cannot listen there: {trouble.Message}. Choose another address or a port above 1024: --urls http://*:{Port}",
        _ => SettingWords.Of(trouble) ?? FailureMessages.InEnglish(trouble, "start the studio again"),
    };
}
