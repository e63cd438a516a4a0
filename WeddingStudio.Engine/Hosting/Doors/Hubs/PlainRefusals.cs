using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

/// <summary>
/// What a page asked for and could not have, because of a full disk or a folder that is gone, is told on the page and in the log
/// in one line; a defect keeps its stack trace.
/// </summary>
internal sealed class PlainRefusals(ILogger<StudioHub> logger) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocation);
        }
        catch (HubException)
        {
            throw; // Told already.
        }
        catch (Exception) when (invocation.Context.ConnectionAborted.IsCancellationRequested)
        {
            throw; // The page has gone, and nobody waits for an answer.
        }
        catch (Exception failure)
        {
            FailureMessages.Log(logger, $"{invocation.HubMethodName} could not be done", failure, Again.Try);
            throw FailureMessages.Of(failure, Again.Try) is { } told ? new HubException(told.ToString(), failure) : failure;
        }
    }
}
