using System.Reflection;
using Microsoft.AspNetCore.SignalR;

namespace WeddingStudio.Engine.Hosting.Doors.Rights;

/// <summary>Reads the caller's rights from the database before any method of the hub runs.</summary>
internal sealed class RightsFilter(StudioRights rights) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (await RefusalAsync(invocation) is { } refusal)
            throw new HubException(refusal);
        return await next(invocation);
    }

    /// <summary>In words; null when the caller may.</summary>
    private async Task<string?> RefusalAsync(HubInvocationContext invocation)
    {
        if (invocation.HubMethod.GetCustomAttribute<NeedsAttribute>() is not { Right: var needed }
            || SignedIn.Of(invocation.Context.User) is not { UserId: var userId })
            return "This cannot be asked for.";
        var ct = invocation.Context.ConnectionAborted;
        if (needed == HubRight.Planner && !await rights.IsPlannerAsync(userId, ct))
            return "Only the planner can do this.";
        return WeddingOf(invocation) is not { } weddingId ? needed == HubRight.Member ? "This cannot be asked for." : null
            : needed == HubRight.SignedIn || await rights.MaySeeAsync(userId, weddingId, ct) ? null : "This wedding is not open to you.";
    }

    /// <summary>The method's first argument, where that is a wedding.</summary>
    private static WeddingId? WeddingOf(HubInvocationContext invocation) =>
        invocation.HubMethodArguments is [WeddingId weddingId, ..] ? weddingId : null;
}
