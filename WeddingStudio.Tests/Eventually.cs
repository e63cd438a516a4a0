using System.Runtime.CompilerServices;

namespace WeddingStudio.Tests;

/// <summary>
/// What comes sooner or later. How soon is no matter; that it never comes is a failure with a name, long before the runner's patience ends.
/// </summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    public static async Task IsAsync(Func<Task<bool>> isSo, [CallerArgumentExpression(nameof(isSo))] string what = "")
    {
        var end = DateTime.UtcNow + Patience;
        while (!await isSo())
        {
            Assert.True(DateTime.UtcNow < end, $"After {Patience.TotalMinutes} minutes still not so: {what}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public static Task IsAsync(Func<bool> isSo, [CallerArgumentExpression(nameof(isSo))] string what = "") =>
        IsAsync(() => Task.FromResult(isSo()), what);
}
