using WeddingStudio.Engine.Inference.Pulling;

namespace WeddingStudio.Tests.Inference.Pulling;

/// <summary>What has come is kept and gone on from, and never mixed with another version of the file.</summary>
public sealed class ResumeTests
{
    private const int Some = 100_000;

    [Theory]
    [InlineData("\"one\"")]
    [InlineData("Wed, 18 Nov 2026 10:00:00 GMT")]
    public async Task A_broken_connection_goes_on_where_it_broke(string mark)
    {
        await using var stage = new PullStage { Server = { Mark = mark, BreaksAfter = { Some, int.MaxValue } } };

        await stage.PullAsync();

        Assert.Equal([null, $"bytes={Some}-"], stage.Server.AskedWith("Range"));
        Assert.Equal([null, mark], stage.Server.AskedWith("If-Range"));
        Assert.Equal(stage.Bytes, File.ReadAllBytes(stage.PulledFile));
    }

    [Fact]
    public async Task A_server_that_falls_silent_counts_as_gone()
    {
        await using var stage = new PullStage { Server = { BreaksAfter = { Some, int.MaxValue }, FallsSilent = true } };

        await stage.PullAsync();

        Assert.Equal([null, $"bytes={Some}-"], stage.Server.AskedWith("Range"));
        Assert.Equal(stage.Bytes, File.ReadAllBytes(stage.PulledFile));
    }

    [Theory]
    [InlineData("")]
    [InlineData("W/\"one\"")]
    public async Task Without_a_strong_mark_it_asks_for_the_rest_all_the_same(string mark)
    {
        await using var stage = new PullStage { Server = { Mark = mark, BreaksAfter = { Some, int.MaxValue } } };

        await stage.PullAsync();

        Assert.Equal([null, $"bytes={Some}-"], stage.Server.AskedWith("Range"));
        Assert.Equal([null, null], stage.Server.AskedWith("If-Range"));
        Assert.Equal(stage.Bytes, File.ReadAllBytes(stage.PulledFile));
    }

    [Fact]
    public async Task Where_ranges_are_not_known_it_begins_again()
    {
        await using var stage = new PullStage { Server = { KnowsRanges = false, BreaksAfter = { Some, int.MaxValue } } };

        await stage.PullAsync();

        Assert.Equal([null, $"bytes={Some}-"], stage.Server.AskedWith("Range"));
        Assert.Equal(stage.Bytes, File.ReadAllBytes(stage.PulledFile));
    }

    [Fact]
    public async Task A_file_that_changed_meanwhile_is_begun_again()
    {
        await using var stage = new PullStage { Server = { BreaksAfter = { Some, 0 } } };
        stage.Server.Content = new byte[stage.Bytes.Length];
        await stage.RefusalAsync();
        stage.Server.Content = stage.Bytes;
        stage.Server.Mark = "\"two\"";
        stage.Server.BreaksAfter.Clear();

        await stage.PullAsync();

        Assert.Equal(($"bytes={Some}-", "\"one\""), (stage.Server.AskedWith("Range").Last(), stage.Server.AskedWith("If-Range").Last()));
        Assert.Equal(stage.Bytes, File.ReadAllBytes(stage.PulledFile));
    }

    [Fact]
    public async Task It_gives_up_after_some_tries_and_the_next_pull_goes_on()
    {
        await using var stage = new PullStage { Server = { BreaksAfter = { Some, 0 } } };

        var message = await stage.RefusalAsync();

        Assert.Equal(3, stage.Server.Asked.Count);
        Assert.StartsWith($"'{stage.Server.Address}finder.onnx' could not be fetched: ", message);
        Assert.Contains($"{Some} of {stage.Bytes.Length} bytes are kept: the same command goes on from there.", message);
        Assert.Contains("--proxy", message);
        Assert.Equal(Some, new FileInfo(stage.Part).Length);
        Assert.False(Directory.Exists(stage.Pack));

        stage.Server.BreaksAfter.Clear();
        await stage.PullAsync();
        Assert.Equal($"bytes={Some}-", stage.Server.AskedWith("Range").Last());
        Assert.Equal(stage.Bytes, File.ReadAllBytes(stage.PulledFile));
    }

    [Fact]
    public async Task Stopped_it_leaves_what_came_and_goes_on_later()
    {
        await using var stage = new PullStage { Server = { BreaksAfter = { Some, int.MaxValue }, FallsSilent = true } };
        using var stop = new CancellationTokenSource();
        using var http = PackPull.Client((Uri?)null);
        var pull = new PackPull(http).RunAsync(stage.Source(), stage.Models, new StopAt(Some, stop), stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pull);

        Assert.Equal(Some, new FileInfo(stage.Part).Length);
        stage.Server.FallsSilent = false;
        await stage.PullAsync();
        Assert.Equal([null, $"bytes={Some}-"], stage.Server.AskedWith("Range"));
        Assert.Equal(stage.Bytes, File.ReadAllBytes(stage.PulledFile));
    }

    [Fact]
    public async Task Progress_counts_what_was_there_before_and_tells_of_a_pause()
    {
        await using var stage = new PullStage { Server = { BreaksAfter = { Some, int.MaxValue } } };

        await stage.PullAsync();

        Assert.Contains(stage.Told, told => told.RetryIn is not null && told.DoneBytes == Some);
        Assert.All(stage.Told, told => Assert.Equal(("finder", stage.Bytes.Length), (told.Pack, told.TotalBytes)));
        Assert.Equal(stage.Bytes.Length, stage.Told[^1].DoneBytes);
    }

    private sealed class StopAt(long bytes, CancellationTokenSource stop) : IProgress<PullProgress>
    {
        public void Report(PullProgress value)
        {
            if (value.DoneBytes == bytes)
                stop.Cancel();
        }
    }
}
