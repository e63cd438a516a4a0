using System.CommandLine;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Bench.Peers;
using WeddingStudio.Engine;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Hosting;
using WeddingStudio.Engine.Inference;

namespace WeddingStudio.Bench.Commands;

/// <summary>`pipeline`: one whole analysis into a temporary folder, timed.</summary>
internal static class PipelineCommand
{
    public static Command Create()
    {
        var photos = new Argument<string>("PHOTOS") { Description = "The folder of photos." };
        var peer = new Option<bool>("--peer") { Description = "Beside a Python script for the same models, alternating, and the floor." };
        var provider = new Option<string?>("--provider")
        {
            Description = "Models on this execution provider and on the CPU, alternating.", HelpName = "NAME",
        };
        var repeats = new Option<int>("--repeats") { Description = "Runs of each.", DefaultValueFactory = _ => 3 };
        var python = new Option<string>("--python")
        {
            Description = "Python 3 with OpenCV and NumPy.", DefaultValueFactory = _ => "/usr/bin/python3",
        };
        var json = new Option<bool>("--json") { Description = "The figures alone, in one line." };
        var command = new Command("pipeline", "Times a whole analysis.")
        {
            photos, peer, provider, repeats, python, json,
        };
        var models = new BenchModels(command);
        command.SetAction((line, ct) =>
        {
            var (folder, configuration) = (line.GetValue(photos)!, models.Configuration(line));
            string[] oneRun = ["pipeline", folder, "--json", .. models.Arguments(line)];
            return line.GetValue(provider) is { } name ? ProviderComparison.RunAsync(name, oneRun, line.GetValue(repeats), ct)
                : line.GetValue(peer) ? PeerComparison.RunAsync(
                    Path.GetFullPath(folder), configuration, oneRun, line.GetValue(python)!, line.GetValue(repeats), ct)
                : RunAsync(folder, configuration, line.GetValue(json), ct);
        });
        return command;
    }

    private static async Task RunAsync(string photos, IConfiguration configuration, bool asJson, CancellationToken ct)
    {
        using var folder = new BenchFolder();
        await using var services = BenchModels.Services(configuration)
            .AddStudioPipeline(configuration, new StudioPaths(folder.Path)).BuildServiceProvider();
        var weddingId = await PrepareAsync(services.GetRequiredService<StudioStore>(), Path.GetFullPath(photos), ct);
        var clock = new StageClock(TimeProvider.System);
        using var tree = new ProcessTree();
        var started = Stopwatch.GetTimestamp();
        await services.GetRequiredService<StudioPipeline>().RunAsync(new(weddingId), clock, ct);
        await PrintAsync(services, clock, tree, Stopwatch.GetElapsedTime(started), asJson, ct);
    }

    private static async Task<string> PrepareAsync(StudioStore store, string photos, CancellationToken ct)
    {
        await store.OpenAsync(ct);
        await store.WriteAsync(async db =>
        {
            db.Weddings.Add(new Wedding { Id = new("bench"), Name = "Bench", TimeZone = "Etc/UTC", PhotoFolder = photos,
                CreatedAt = DateTime.UtcNow, NextPersonId = 1 });
            await db.SaveChangesAsync(ct);
        }, ct);
        return "bench";
    }

    private static async Task PrintAsync(
        IServiceProvider services, StageClock clock, ProcessTree tree, TimeSpan wall, bool asJson, CancellationToken ct)
    {
        var cpuSeconds = tree.CpuSeconds;
        var (ready, problems, faces) = await services.GetRequiredService<StudioStore>().ReadAsync(async db => (
            await db.Photos.CountAsync(p => p.State == PhotoState.Ready, ct),
            await db.Photos.CountAsync(p => p.State == PhotoState.Problem, ct),
            await db.Faces.CountAsync(ct)), ct);
        if (asJson)
        {
            var parts = clock.Seconds.ToDictionary(stage => $"{stage.Stage}", stage => stage.Seconds);
            Console.WriteLine(
                new RunFigures(ready, faces, wall.TotalSeconds, parts, cpuSeconds, tree.PeakMiB, Inside(services, wall)).ToJson());
            return;
        }

        Write($"{ready} photos ({problems} unreadable), {faces} faces in {wall.TotalSeconds:0.0} s: ",
            $"{ready / wall.TotalSeconds:0.00} photos/s");
        foreach (var (stage, seconds) in clock.Seconds)
            Write($"  {stage,-10} {seconds,8:0.00} s");

        var busy = cpuSeconds / (wall.TotalSeconds * Environment.ProcessorCount);
        Write($"{cpuSeconds:0.0} CPU seconds, {cpuSeconds / Math.Max(1, ready):0.000} a photo, processors {100 * (1 - busy):0} % idle; ",
            $"peak memory {tree.PeakMiB:0} MiB, helpers included");
        PrintInference(services, wall);
    }

    /// <summary>Several workers infer at once, so the share is of the time all of them together had.</summary>
    private static double Inside(IServiceProvider services, TimeSpan wall)
    {
        var workers = services.GetRequiredService<IOptions<FacesOptions>>().Value.Workers is > 0 and var asked ? asked
            : Environment.ProcessorCount;
        return services.GetRequiredService<SessionFactory>().Sessions.Sum(s => s.Busy.TotalSeconds) / (wall.TotalSeconds * workers);
    }

    private static void PrintInference(IServiceProvider services, TimeSpan wall)
    {
        var sessions = services.GetRequiredService<SessionFactory>().Sessions.OrderByDescending(s => s.Busy).ToList();
        Write($"inside model inference {sessions.Sum(s => s.Busy.TotalSeconds):0.0} thread-seconds: ",
            $"{100 * Inside(services, wall):0} % of wall time x workers");
        foreach (var session in sessions)
            Write($"  {session.Name,-30} {session.Busy.TotalSeconds,8:0.00} s in {session.Calls} calls");
    }

    private static void Write(params FormattableString[] text) =>
        Console.WriteLine(string.Concat(text.Select(FormattableString.Invariant)));
}
