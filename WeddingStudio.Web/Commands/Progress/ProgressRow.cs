using System.Globalization;
using WeddingStudio.Engine.Data.Backups;

namespace WeddingStudio.Web.Commands.Progress;

/// <summary>What a bar or a line shows of some progress.</summary>
/// <param name="Name">What is worked on.</param>
/// <param name="Done">Of <paramref name="Total"/>; a total of 0 is not yet known.</param>
/// <param name="Total">What <paramref name="Done"/> comes to in the end.</param>
/// <param name="Figures">While it goes on.</param>
/// <param name="Ended">Once it is done.</param>
internal sealed record ProgressRow(string Name, double Done, double Total, string Figures, string Ended)
{
    /// <summary>`40 of 169, 3.2/s, 40 s left, 2 unreadable`.</summary>
    public static ProgressRow Of(StageProgress stage)
    {
        var unreadable = stage.Failures > 0 ? $", {stage.Failures} unreadable" : "";
        var rate = stage.PerSecond > 0 ? string.Create(CultureInfo.InvariantCulture, $", {stage.PerSecond:0.0}/s") : "";
        var left = stage.Done < stage.Total ? Left(stage.TimeLeft) : "";
        return new(stage.Stage.ToString(), stage.Done, stage.Total,
            $"{stage.Done} of {(stage.Total > 0 ? stage.Total : "?")}{rate}{left}{unreadable}", $"{stage.Total}{unreadable}");
    }

    /// <summary>`120.4 of 288.6 MB, 5.2 MB/s, 33 s left`.</summary>
    public static ProgressRow Of(PullProgress pull)
    {
        var rate = pull.BytesPerSecond > 0 ? $", {Megabytes(pull.BytesPerSecond)} MB/s" : "";
        var rest = pull.RetryIn is { } pause ? $", no connection, again in {pause.TotalSeconds:0} s"
            : pull.DoneBytes < pull.TotalBytes ? Left(pull.TimeLeft) : "";
        return new(pull.Pack, pull.DoneBytes, pull.TotalBytes,
            $"{Megabytes(pull.DoneBytes)} of {Megabytes(pull.TotalBytes)} MB{rate}{rest}", $"{Megabytes(pull.TotalBytes)} MB");
    }

    /// <summary>`120.4 of 288.6 MB`.</summary>
    public static ProgressRow Of(BackupProgress backup) =>
        new("Copying", backup.DoneBytes, backup.TotalBytes, $"{Megabytes(backup.DoneBytes)} of {Megabytes(backup.TotalBytes)} MB",
            $"{Megabytes(backup.TotalBytes)} MB");

    public static string Megabytes(double bytes) => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Left(TimeSpan? time) => time switch
    {
        null => "",
        { TotalMinutes: < 1 } left => $", {Math.Ceiling(left.TotalSeconds):0} s left",
        { TotalHours: < 1 } left => $", {Math.Ceiling(left.TotalMinutes):0} min left",
        { } left => $", {(int)left.TotalHours} h {left.Minutes} min left",
    };
}
