using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Hosting;
using WeddingStudio.Engine.Hosting.Doors.Endpoints;
using WeddingStudio.Web.Access.SigningIn;

namespace WeddingStudio.Web.Access;

internal static class SocketLimit
{
    /// <summary>Hangs up on an address that holds too many sockets already, before a byte of it is read.</summary>
    public static IServiceCollection AddSocketLimit(this IServiceCollection services)
    {
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<StudioOptions>>((kestrel, studio) =>
        {
            // Read when the studio begins to listen: a setting that is wrong has been told in words by then.
            var open = new Lazy<PerAddressLimit>(() => new PerAddressLimit(studio.Value.SocketsPerAddress));
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection => ServeAsync(open.Value, connection, next)));
        });
        return services;
    }

    private static async Task ServeAsync(PerAddressLimit open, ConnectionContext connection, ConnectionDelegate next)
    {
        var address = VisitorAddress.Of((connection.RemoteEndPoint as IPEndPoint)?.Address);
        if (!open.TryTake(address))
            return;
        try
        {
            await next(connection);
        }
        finally
        {
            open.Return(address);
        }
    }
}
