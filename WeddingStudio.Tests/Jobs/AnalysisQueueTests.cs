using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Tests.Jobs;

public sealed class AnalysisQueueTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static AnalysisQueue QueueOf(TestStudio studio) => new(studio.Store, studio.Get<StudioEvents>(), TimeProvider.System);

    [Fact]
    public async Task Asking_twice_queues_one_job()
    {
        await using var studio = await TestStudio.OpenAsync();
        using var queue = QueueOf(studio);

        var first = await queue.EnqueueAsync(TestWedding.Id, Ct);
        var second = await queue.EnqueueAsync(TestWedding.Id, Ct);

        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public async Task A_pause_stops_the_running_job_and_a_resume_queues_the_same_one()
    {
        await using var studio = await TestStudio.OpenAsync();
        using var queue = QueueOf(studio);
        await queue.EnqueueAsync(TestWedding.Id, Ct);
        var (job, stop) = await queue.TakeAsync(Ct);

        await queue.PauseAsync(TestWedding.Id, Ct);
        Assert.True(stop.IsCancellationRequested);
        await queue.FinishAsync(job, null);
        Assert.Equal(JobState.Paused, (await queue.LatestAsync(TestWedding.Id, Ct))!.State);

        await queue.EnqueueAsync(TestWedding.Id, Ct);
        var (resumed, _) = await queue.TakeAsync(Ct);
        Assert.Equal(job.Id, resumed.Id);
    }

    [Fact]
    public async Task Going_on_while_a_pause_is_still_under_way_queues_the_job_again()
    {
        await using var studio = await TestStudio.OpenAsync();
        using var queue = QueueOf(studio);
        await queue.EnqueueAsync(TestWedding.Id, Ct);
        var (job, _) = await queue.TakeAsync(Ct);
        await queue.PauseAsync(TestWedding.Id, Ct);

        await queue.EnqueueAsync(TestWedding.Id, Ct);
        await queue.FinishAsync(job, null);

        Assert.Equal(job.Id, (await queue.TakeAsync(Ct)).Job.Id);
    }

    [Fact]
    public async Task A_cancelled_job_stays_cancelled_and_a_failed_one_keeps_its_reason()
    {
        await using var studio = await TestStudio.OpenAsync();
        using var queue = QueueOf(studio);
        await queue.EnqueueAsync(TestWedding.Id, Ct);
        await queue.CancelAsync(TestWedding.Id, Ct);
        Assert.Equal(JobState.Cancelled, (await queue.LatestAsync(TestWedding.Id, Ct))!.State);

        await queue.EnqueueAsync(TestWedding.Id, Ct);
        var (job, _) = await queue.TakeAsync(Ct);
        await queue.FinishAsync(job, Message.Plain("The folder is gone."));

        var latest = (await queue.LatestAsync(TestWedding.Id, Ct))!;
        Assert.Equal((JobState.Failed, "The folder is gone."), (latest.State, latest.Error.English()));
    }

    [Fact]
    public async Task A_job_that_ran_when_the_process_died_is_queued_again()
    {
        await using var studio = await TestStudio.OpenAsync();
        using (var before = QueueOf(studio))
        {
            await before.EnqueueAsync(TestWedding.Id, Ct);
            await before.TakeAsync(Ct);
        }

        using var after = QueueOf(studio);
        await after.RequeueInterruptedAsync(Ct);

        Assert.Equal(JobState.Queued, (await after.LatestAsync(TestWedding.Id, Ct))!.State);
    }
}
