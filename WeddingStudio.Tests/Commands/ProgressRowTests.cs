using WeddingStudio.Web.Commands.Progress;

namespace WeddingStudio.Tests.Commands;

public sealed class ProgressRowTests
{
    [Fact]
    public void A_stage_shows_count_rate_time_left_and_what_could_not_be_read()
    {
        var row = ProgressRow.Of(
            new StageProgress(Stage.Faces, 40, 169) { PerSecond = 3.2, TimeLeft = TimeSpan.FromSeconds(40), Failures = 2 });

        Assert.Equal(("Faces", "40 of 169, 3.2/s, 40 s left, 2 unreadable", "169, 2 unreadable"), (row.Name, row.Figures, row.Ended));
    }

    [Fact]
    public void A_pull_shows_megabytes_rate_and_time_left()
    {
        var row = ProgressRow.Of(new PullProgress { Pack = "finder", DoneBytes = 120_400_000, TotalBytes = 288_600_000,
            BytesPerSecond = 5_200_000, TimeLeft = TimeSpan.FromSeconds(33) });

        Assert.Equal(("finder", "120.4 of 288.6 MB, 5.2 MB/s, 33 s left", "288.6 MB"), (row.Name, row.Figures, row.Ended));
    }

    [Fact]
    public void A_pull_without_a_connection_shows_when_it_tries_again()
    {
        var row = ProgressRow.Of(new PullProgress { Pack = "finder", TotalBytes = 1_000_000, RetryIn = TimeSpan.FromSeconds(4) });

        Assert.Equal("0.0 of 1.0 MB, no connection, again in 4 s", row.Figures);
    }
}
