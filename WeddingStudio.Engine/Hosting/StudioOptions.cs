using System.Net;
using WeddingStudio.Engine.Data.Files;

namespace WeddingStudio.Engine.Hosting;

/// <summary>Bound from the section `Studio`.</summary>
public sealed record StudioOptions
{
    public const string Section = "Studio";

    /// <summary>
    /// Where everything is kept; empty = `data` in the caller's folder, or the user's application data where that cannot be written.
    /// </summary>
    public string DataDirectory { get; init; } = "";

    /// <summary>The address guests will use, for links and QR codes; empty = the Share page asks.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>The engine's address for the pages' hub client; empty = this server's own loopback address.</summary>
    public string EngineUrl { get; init; } = "";

    /// <summary>
    /// Proxies besides those on this computer whose word on a visitor's address is believed: addresses, or networks like `10.0.0.0/8`.
    /// </summary>
    public string[] KnownProxies { get; init; } = [];

    /// <summary>
    /// Sockets that one address may hold open at once. A browser opens six, so 150 guests behind the router of one party fit in.
    /// </summary>
    public int SocketsPerAddress { get; init; } = 1000;

    internal static bool IsNetwork(string known) =>
        known.Contains('/') ? IPNetwork.TryParse(known, out _) : IPAddress.TryParse(known, out _);

    /// <summary>The data directory to use: the named one, else the first of the defaults that can be written.</summary>
    public static string ResolveDataDirectory(string named)
    {
        if (named.Length > 0)
            return Path.GetFullPath(named);
        var local = Path.GetFullPath(Local);
        return CanWrite(local) ? local : OfThisUser(Environment.SpecialFolderOption.Create);
    }

    /// <summary>Where a studio that was started here is by now; makes nothing.</summary>
    public static string FindDataDirectory(string named)
    {
        var local = Path.GetFullPath(named.Length > 0 ? named : Local);
        var other = OfThisUser(Environment.SpecialFolderOption.DoNotVerify);
        return named.Length == 0 && !File.Exists(new StudioPaths(local).Database) && File.Exists(new StudioPaths(other).Database) ? other
            : local;
    }

    private const string Local = "data";

    private static string OfThisUser(Environment.SpecialFolderOption option) =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, option), "WeddingStudio");

    private static bool CanWrite(string folder)
    {
        try
        {
            OwnerOnlyFiles.MakeFolder(folder);
            var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
