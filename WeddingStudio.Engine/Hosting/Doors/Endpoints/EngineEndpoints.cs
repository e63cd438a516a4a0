using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WeddingStudio.Engine.Hosting.Doors.Hubs;

namespace WeddingStudio.Engine.Hosting.Doors.Endpoints;

public static class EngineEndpoints
{
    /// <summary>Maps the hub, the pictures, the guests' doors and the health check.</summary>
    public static void MapStudioEngine(this IEndpointRouteBuilder app)
    {
        app.MapHub<StudioHub>(HubAddress.Path).WithMetadata(new BareAnswer());
        app.MapMedia();
        app.MapTakeAway();
        app.MapGuests();
        app.MapHealthChecks("/healthz");
    }

    /// <summary>Chat programs and download managers ask with HEAD before they open or fetch something.</summary>
    internal static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder app, string pattern, Delegate answer) =>
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], answer);
}
