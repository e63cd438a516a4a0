using System.Collections.Concurrent;
using Spectre.Console;
using Spectre.Console.Rendering;
using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Web.Commands;

/// <summary>A bar per stage that moves in place, for someone at a terminal.</summary>
internal sealed class ProgressBars : IProgress<StageProgress>
{
    private readonly ProgressContext _bars;
    private readonly ConcurrentDictionary<Stage, Lazy<ProgressTask>> _tasks = [];

    private ProgressBars(ProgressContext bars) => _bars = bars;

    public static Task ShowAsync(Func<IProgress<StageProgress>, Task> work) => AnsiConsole.Progress()
        .AutoClear(false)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new FiguresColumn())
        .StartAsync(bars => work(new ProgressBars(bars)));

    public void Report(StageProgress value)
    {
        var task = _tasks.GetOrAdd(value.Stage, stage => new Lazy<ProgressTask>(() => _bars.AddTask(stage.ToString()))).Value;
        task.Tag = value;
        task.IsIndeterminate = value.Total == 0;
        task.MaxValue = Math.Max(1, value.Total);
        task.Value = value.Done;
    }

    /// <summary>Count, rate and time left as the stage itself tells them.</summary>
    private sealed class FiguresColumn : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Tag is StageProgress progress ? ProgressLines.Figures(progress) : "");
    }
}
