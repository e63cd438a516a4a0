using System.Collections.Concurrent;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace WeddingStudio.Web.Commands.Progress;

/// <summary>Bars that move in place, for someone at a terminal.</summary>
internal sealed class ProgressBars : IProgress<ProgressRow>
{
    private readonly ProgressContext _bars;
    private readonly ConcurrentDictionary<string, Lazy<ProgressTask>> _tasks = [];

    private ProgressBars(ProgressContext bars) => _bars = bars;

    public static Task ShowAsync(Func<IProgress<ProgressRow>, Task> work) => AnsiConsole.Progress()
        .AutoClear(false)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new FiguresColumn())
        .StartAsync(bars => work(new ProgressBars(bars)));

    public void Report(ProgressRow value)
    {
        var task = _tasks.GetOrAdd(value.Name, name => new Lazy<ProgressTask>(() => _bars.AddTask(name))).Value;
        task.Tag = value;
        task.IsIndeterminate = value.Total == 0;
        task.MaxValue = Math.Max(1, value.Total);
        task.Value = value.Done;
    }

    /// <summary>Count, rate and time left as the work itself tells them.</summary>
    private sealed class FiguresColumn : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Tag is ProgressRow row ? row.Figures : "");
    }
}
