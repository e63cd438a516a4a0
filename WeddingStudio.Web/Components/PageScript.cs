using Microsoft.JSInterop;

namespace WeddingStudio.Web.Components;

/// <summary>
/// A script that serves one component: begun after its first render and stopped with it, also when the component goes away while
/// the script is still being fetched. The script's answer is an object with a method `stop`.
/// </summary>
internal sealed class PageScript(IJSRuntime js) : IAsyncDisposable
{
    private bool _isGone;

    /// <summary>What the script answered, for calls to it; null before it has begun.</summary>
    public IJSObjectReference? Running { get; private set; }

    public async Task BeginAsync(string path, string method, params object?[] arguments)
    {
        await using var module = await js.InvokeAsync<IJSObjectReference>("import", path);

        // On a busy computer the component may have gone by now, and what it lends to the script with it.
        if (_isGone)
            return;
        Running = await module.InvokeAsync<IJSObjectReference>(method, arguments);
        if (_isGone)
            await StopAsync();
    }

    public ValueTask DisposeAsync()
    {
        _isGone = true;
        return StopAsync();
    }

    private async ValueTask StopAsync()
    {
        try
        {
            if (Running is not null)
                await Running.InvokeVoidAsync("stop");
        }
        catch (JSDisconnectedException)
        {
            // The window is closed, and whatever ran in it is over.
        }
    }
}
