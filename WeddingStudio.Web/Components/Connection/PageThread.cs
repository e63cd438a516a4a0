namespace WeddingStudio.Web.Components.Connection;

/// <summary>
/// Brings what the engine tells to the page's own thread; what goes wrong there is logged and ends neither page nor studio.
/// </summary>
public sealed partial class PageThread(ILogger<PageThread> logger)
{
    private Func<Func<Task>, Task>? _dispatch;

    /// <summary>The page's `InvokeAsync`.</summary>
    public void Use(Func<Func<Task>, Task> dispatch) => _dispatch = dispatch;

    public void Post(Action work) => Post(() =>
    {
        work();
        return Task.CompletedTask;
    });

    public void Post(Func<Task> work) => _ = PostAsync(work);

    private async Task PostAsync(Func<Task> work)
    {
        try
        {
            if (_dispatch is { } dispatch)
                await dispatch(work);
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or StudioRefusalException)
        {
            // The page is closing, or what it shows is not open to its user any more.
        }
        catch (Exception error)
        {
            RefreshFailed(logger, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page could not be brought up to date")]
    private static partial void RefreshFailed(ILogger logger, Exception error);
}
