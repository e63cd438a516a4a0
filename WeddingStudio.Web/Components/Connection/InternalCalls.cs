using Microsoft.AspNetCore.Http.Connections.Client;

namespace WeddingStudio.Web.Components.Connection;

/// <summary>
/// The pages' calls to their own engine: no proxy of the computer's comes between, and no cookie of one visitor is kept for another.
/// </summary>
internal static class InternalCalls
{
    public static HttpMessageHandler Handler() => new SocketsHttpHandler { UseCookies = false, UseProxy = false };

    public static void Straight(HttpConnectionOptions options)
    {
        options.HttpMessageHandlerFactory = _ => Handler();
        options.WebSocketConfiguration = socket => socket.Proxy = null;
    }
}
