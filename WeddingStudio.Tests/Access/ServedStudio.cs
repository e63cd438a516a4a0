using System.Text.RegularExpressions;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Tests.Commands;

namespace WeddingStudio.Tests.Access;

/// <summary>The studio as a process of its own that serves its pages, as a user or a service manager starts and stops it.</summary>
internal sealed partial class ServedStudio : IDisposable
{
    private ServedStudio(StudioProcess process, string url) => (Process, Url) = (process, url);

    public StudioProcess Process { get; }
    public string Url { get; }

    /// <summary>Waits until it serves.</summary>
    public static async Task<ServedStudio> StartAsync(StudioPaths paths, params IEnumerable<string> settings)
    {
        var process = StudioProcess.Start(
            ["--no-browser", "--urls", "http://127.0.0.1:0", "--Studio:DataDirectory", paths.DataDirectory, .. settings]);
        return new ServedStudio(process, Served().Match(await process.SaysAsync("╰")).Value);
    }

    /// <summary>Makes the planner `Mia` by the link on the console; their browser has the cookie.</summary>
    public async Task<HttpClient> SetUpAsync()
    {
        var link = Link().Match(Process.Output).Value;
        var planner = Visitor();
        await StaticForm.SendAsync(planner, new Uri(link).PathAndQuery, ("Form.Name", "Mia"), ("Form.Password", StudioApp.Password));
        return planner;
    }

    public HttpClient Visitor() =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Url), Timeout = Timeout.InfiniteTimeSpan };

    public void Dispose() => Process.Dispose();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Served();

    [GeneratedRegex(@"http://\S+/setup\?code=\S+")]
    private static partial Regex Link();
}
