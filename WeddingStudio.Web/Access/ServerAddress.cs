using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Hosting;

namespace WeddingStudio.Web.Access;

/// <summary>Where this server really listens; a Host header is never believed.</summary>
public sealed class ServerAddress(IServer server, IOptions<StudioOptions> options)
{
    /// <summary>The engine for the pages' own connections.</summary>
    public string Engine => options.Value.EngineUrl is { Length: > 0 } url ? url.TrimEnd('/')
        : With(Main, IsAny(Main) || Main.Host == "localhost" ? "127.0.0.1" : Main.Host);

    /// <summary>The studio as seen from the computer it runs on.</summary>
    public string ForThisComputer => With(Main, IsAny(Main) ? "localhost" : Main.Host);

    /// <summary>What phones and other computers can call this computer; empty when it listens to itself alone.</summary>
    public IReadOnlyList<string> ForTheNetwork => IsAny(Main)
        ? [.. LanAddresses().Select(address => With(Main, address.ToString()))]
        : IsLoopback(Main) ? [] : [ForThisComputer];

    private BindingAddress Main => Listening().OrderBy(a => a.Scheme != Uri.UriSchemeHttp).First();

    private IEnumerable<BindingAddress> Listening() =>
        (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).DefaultIfEmpty("http://localhost").Select(BindingAddress.Parse);

    private static bool IsAny(BindingAddress address) =>
        address.Host is "*" or "+"
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));

    private static bool IsLoopback(BindingAddress address) =>
        address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static string With(BindingAddress address, string host) =>
        new UriBuilder(address.Scheme, host, address.Port).Uri.GetLeftPart(UriPartial.Authority);

    private static IEnumerable<IPAddress> LanAddresses() =>
        from network in NetworkInterface.GetAllNetworkInterfaces()
        where network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback
        from own in network.GetIPProperties().UnicastAddresses
        where own.Address.AddressFamily == AddressFamily.InterNetwork
        select own.Address;
}
