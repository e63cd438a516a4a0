namespace WeddingStudio.Tests;

/// <summary>What comes sooner or later; how soon is no matter, a test that hangs ends by the runner's patience.</summary>
internal static class Eventually
{
    public static async Task IsAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
            await Task.Delay(100, TestContext.Current.CancellationToken);
    }
}
