namespace WeddingStudio.Web.Commands.Progress;

/// <summary>
/// Progress as plain lines for files and pipes: a start is silent, an end always told, and between them a line now and then.
/// </summary>
internal sealed class ProgressLines(TextWriter output, TimeProvider clock) : IProgress<ProgressRow>
{
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(10);
    private readonly Dictionary<string, string> _told = [];
    private DateTimeOffset _toldAt = clock.GetUtcNow();

    public void Report(ProgressRow value)
    {
        lock (_told)
        {
            var ended = value.Total > 0 && value.Done == value.Total;
            if (!ended && clock.GetUtcNow() - _toldAt < Gap)
                return;

            var line = $"{value.Name}: {(ended ? value.Ended : value.Figures)}";
            if (_told.GetValueOrDefault(value.Name) == line)
                return;
            (_told[value.Name], _toldAt) = (line, clock.GetUtcNow());
            output.WriteLine(line);
        }
    }
}
