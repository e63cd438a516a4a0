using Microsoft.AspNetCore.HttpOverrides;

namespace WeddingStudio.Web.Access;

internal static class ProxyHeaders
{
    /// <summary>
    /// Behind a proxy on this computer the visitor's address and scheme are what it says: brakes count visitors instead of the proxy,
    /// and cookies are secure. Nobody else is believed.
    /// </summary>
    public static void UseProxyHeaders(this IApplicationBuilder app) => app.UseForwardedHeaders(new ForwardedHeadersOptions
    {
        ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
    });
}
