using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Hosting;

namespace WeddingStudio.Web.Access;

internal static class ProxyHeaders
{
    /// <summary>
    /// Behind a proxy on this computer, or one that is named in `Studio:KnownProxies`, the visitor's address and scheme are what it says:
    /// brakes count visitors instead of the proxy, and cookies are secure. Nobody else is believed.
    /// </summary>
    public static IServiceCollection AddProxyHeaders(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<StudioOptions>>((headers, studio) =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;

            // Of several proxies in a row each adds whom it was called by; the first one unknown is the visitor.
            headers.ForwardLimit = null;
            foreach (var known in studio.Value.KnownProxies)
                headers.KnownIPNetworks.Add(Network(known));
        });
        return services;
    }

    /// <summary>An address is a network of one.</summary>
    private static System.Net.IPNetwork Network(string known) =>
        known.Contains('/') ? System.Net.IPNetwork.Parse(known)
            : new System.Net.IPNetwork(IPAddress.Parse(known), IPAddress.Parse(known).GetAddressBytes().Length * 8);
}
