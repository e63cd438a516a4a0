using System.Reflection;
using Microsoft.AspNetCore.SignalR;

namespace WeddingStudio.Engine.Hosting.Doors.Rights;

/// <summary>Reads the caller's rights from the database before any method of the hub runs.</summary>
internal sealed class RightsFilter(StudioRights rights) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (await RefusalAsync(invocation) is { } refusal)
            throw new HubException(refusal.ToString());
        return await next(invocation);
    }

    /// <summary>Null when the caller may.</summary>
    private async Task<Message?> RefusalAsync(HubInvocationContext invocation)
    {
        if (invocation.HubMethod.GetCustomAttribute<NeedsAttribute>() is not { Right: var needed }
            || SignedIn.Of(invocation.Context.User) is not { UserId: var userId })
            return new("Access.CannotBeAsked");
        var ct = invocation.Context.ConnectionAborted;
        if (needed == HubRight.Planner && !await rights.IsPlannerAsync(userId, ct))
            return new("Access.OnlyPlanner");
        if (WeddingOf(invocation) is not { } weddingId)
            return needed == HubRight.Member ? new("Access.CannotBeAsked") : null;
        return needed == HubRight.SignedIn || await rights.MaySeeAsync(userId, weddingId, ct) ? null : new("Access.WeddingNotOpen");
    }

    /// <summary>The method's first argument, where that is a wedding.</summary>
    private static WeddingId? WeddingOf(HubInvocationContext invocation) =>
        invocation.HubMethodArguments is [WeddingId weddingId, ..] ? weddingId : null;
}
