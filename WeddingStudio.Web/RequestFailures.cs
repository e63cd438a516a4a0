using Microsoft.AspNetCore.Diagnostics;
using WeddingStudio.Engine.Hosting;

namespace WeddingStudio.Web;

/// <summary>
/// Requests that fail: a page that says so, in the log one line for a full disk and its like, the stack trace for a defect.
/// </summary>
internal sealed class RequestFailures(ILogger<RequestFailures> logger) : IExceptionHandler
{

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (IsPlain(exception))
            Log(httpContext, exception);
        return ValueTask.FromResult(false); // The page comes either way.
    }

    public static void Use(WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/oops",
            CreateScopeForErrors = true,
            SuppressDiagnosticsCallback = failed => IsPlain(failed.Exception),
        });
        app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch (OperationCanceledException)
            {
                // What was broken off, because the visitor left or the studio stops, is no fault, and nobody is there to read a page of it.
                http.Abort();
            }
            catch (Exception failure) when (http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested && IsPlain(failure))
            {
                // Too late for a page: the browser sees a download that broke off.
                http.RequestServices.GetServices<IExceptionHandler>().OfType<RequestFailures>().Single().Log(http, failure);
                http.Abort();
            }
        });
    }

    private static bool IsPlain(Exception failure) => FailureMessages.Of(failure, Again.Try) is not null;

    private void Log(HttpContext http, Exception failure) =>
        FailureMessages.Log(logger, $"{http.Request.Method} {http.Request.Path} failed", failure, Again.Try);
}
