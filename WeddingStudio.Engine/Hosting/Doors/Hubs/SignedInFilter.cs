using Microsoft.AspNetCore.SignalR;
using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

/// <summary>A line outlives the token that opened it: every call asks again whether its sign-in still holds.</summary>
internal sealed class SignedInFilter(SignIns signIns, HubConnections lines) : IHubFilter
{
    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (lines.TryAdd(context.Context))
            await next(context);
        else
            context.Context.Abort();
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        lines.Remove(context.Context);
        return next(context, exception);
    }

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var line = invocationContext.Context;
        return await signIns.IsLiveAsync(SignedIn.Of(line.User), line.ConnectionAborted)
            ? await next(invocationContext)
            : throw new HubException(new Message("Access.SignedOut").ToString());
    }
}
