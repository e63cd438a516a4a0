using Microsoft.AspNetCore.Http;

namespace WeddingStudio.Engine.Hosting.Doors.Endpoints;

/// <summary>
/// A long file on its way to somebody who may lose the right to it meanwhile. Then the line is cut at once, so that half a file never
/// passes for a whole one.
/// </summary>
internal sealed class Transfer(HttpContext http, Func<CancellationToken, Task<bool>> mayGoOn)
{
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(1);

    /// <param name="send">Is given what to await before each part of the file, and a token that ends with the right.</param>
    public async Task RunAsync(Func<Func<Task>, CancellationToken, Task> send)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var watching = WatchAsync(ending.Token);
        try
        {
            await send(() => CheckAsync(ending.Token), ending.Token);
        }
        finally
        {
            await ending.CancelAsync();
            await watching;
        }
    }

    /// <summary>For a reader so slow that the next part is long in coming.</summary>
    private async Task WatchAsync(CancellationToken ct)
    {
        try
        {
            using var timer = new PeriodicTimer(CheckInterval);
            while (await timer.WaitForNextTickAsync(ct))
                await CheckAsync(ct);
        }
        catch (OperationCanceledException)
        {
            // The file is sent, or the line is cut.
        }
    }

    private async Task CheckAsync(CancellationToken ct)
    {
        if (await mayGoOn(ct))
            return;
        http.Abort();
        throw new OperationCanceledException("The right to this file was taken back.", http.RequestAborted);
    }
}
