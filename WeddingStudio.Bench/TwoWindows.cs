using Microsoft.Playwright;

namespace WeddingStudio.Bench;

/// <summary>
/// Two browsers of one studio. Both tell the time themselves, by this computer's clock, so that whoever drives them costs nothing.
/// </summary>
internal sealed record TwoWindows(IPage First, IPage Second)
{
    /// <summary>Nobody clicks twice within it, and what the click before set going is over.</summary>
    private const int PauseMs = 500;

    private const string Now = "performance.timeOrigin + performance.now()";

    public async Task OpenAsync(string path, string testId)
    {
        foreach (var page in (IPage[])[First, Second])
        {
            await page.GotoAsync(path);
            await page.GetByTestId(testId).First.WaitForAsync();
        }
    }

    /// <param name="button">In the first.</param>
    /// <param name="changed">What holds in the second once its page has changed, as an expression of JavaScript.</param>
    /// <returns>Milliseconds from the click to that.</returns>
    public async Task<double> TimeAsync(ILocator button, string changed)
    {
        await Second.EvaluateAsync($$"""
            () => { window.changedAt = new Promise(seen => {
              const watch = new MutationObserver(() => { if ({{changed}}) { watch.disconnect(); seen({{Now}}); } });
              watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
            }); }
            """);
        await First.EvaluateAsync($"() => document.addEventListener('click', () => window.clickedAt = {Now}, {{ capture: "
            + "true, once: true })");
        await Task.Delay(PauseMs);
        await button.ClickAsync();
        var changedAt = await Second.EvaluateAsync<double>("() => window.changedAt");
        return changedAt - await First.EvaluateAsync<double>("() => window.clickedAt");
    }
}
