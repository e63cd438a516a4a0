using System.Diagnostics;
using System.Globalization;
using WeddingStudio.Drawn;
using WeddingStudio.Web.Commands.Progress;

namespace WeddingStudio.Web.Commands;

/// <summary>One run of `demo`: draws a wedding into a folder and says how to analyse it.</summary>
internal sealed class Demo(string directory, DrawnOptions options)
{
    public async Task<int> RunAsync(CancellationToken ct)
    {
        DemoFolder.Prepare(directory);
        var clock = Stopwatch.StartNew();
        try
        {
            await StudioCommands.ShowAsync<StageProgress>(
                progress => Task.Run(() => DrawnWedding.DrawAsync(options, directory, new DrawingProgress(progress, TimeProvider.System),
                    ct), ct), ProgressRow.Of);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. A wedding is drawn in one go: the same command begins again.");
            return StudioCommands.Stopped;
        }

        DemoFolder.Finish(directory);
        Report(clock.Elapsed);
        return StudioCommands.Done;
    }

    private void Report(TimeSpan time)
    {
        var truth = TruthFile.Read(Path.Combine(directory, TruthFile.FileName));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{DrawnWedding.Name}: {Count(truth.Photos.Count, "photo")}, {Count(truth.Photos.Sum(p => p.Faces.Count), "face")}, "
            + $"{truth.People.Count} people, {Count(truth.Cameras.Count, "camera")}, drawn in {time.TotalSeconds:0} s."));
        Console.WriteLine($"Photos: {Path.Combine(directory, DemoFolder.Photos)}");
        Console.WriteLine($"What is true of them: {Path.Combine(directory, TruthFile.FileName)}");
        Console.WriteLine("To find everybody in them:");
        Console.WriteLine($"  {ThisProgram.CommandLine(
        [
            "analyze", ThisProgram.Shown(Path.Combine(directory, DemoFolder.Photos)), "--out", ThisProgram.Shown(directory + "-results"),
            "--guests", ThisProgram.Shown(Path.Combine(directory, DemoFolder.Guests)),
            "--timeline", ThisProgram.Shown(Path.Combine(directory, DemoFolder.Timeline)), "--time-zone", DrawnWedding.TimeZone,
        ])}");
    }

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";
}
