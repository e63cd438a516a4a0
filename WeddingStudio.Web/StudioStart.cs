using Microsoft.AspNetCore.Connections;
using WeddingStudio.Engine.Data;

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

    public static async Task<int> RunAsync(WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (StudioStoreException trouble)
        {
            await Console.Error.WriteLineAsync(trouble.Message);
        }
        catch (IOException trouble) when (trouble.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{trouble.Message} Stop the program that uses it, or choose another port: --urls http://*:{Port + 1}");
        }

        return CannotStart;
    }
}
