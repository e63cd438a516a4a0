using System.Diagnostics;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Bench.Peers;

namespace WeddingStudio.Tests.Bench;

public sealed class PeerTests
{
    [Fact]
    public void The_figures_of_a_run_come_back_from_their_line()
    {
        var run = new RunFigures(50, 190, 12.8, new Dictionary<string, double> { ["Photos"] = 1.8, ["Faces"] = 10, ["People"] = .5 },
            22.2, 1028);

        var read = RunFigures.Parse(run.ToJson());

        Assert.Equal((50, 190, 12.8, 22.2, 1028), (read.Photos, read.Faces, read.Seconds, read.CpuSeconds, read.PeakMiB));
        Assert.Equal(11.8, read.FirstLook, 9);
    }

    [Fact]
    public async Task What_a_child_takes_is_counted_while_it_runs_and_afterwards()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are counted as Linux tells of them.");
        using var tree = new ProcessTree();

        using (var child = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done"]))!)
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(tree.CpuSeconds > .02, $"{tree.CpuSeconds} s");
        Assert.InRange(tree.PeakMiB, 10, 100_000);
    }
}
