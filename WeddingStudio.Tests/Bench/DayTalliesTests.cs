using WeddingStudio.Bench.Measures;

namespace WeddingStudio.Tests.Bench;

public sealed class DayTalliesTests
{
    private static BorderTally Of(string truth, string found) => BorderTally.Of([.. truth.Zip(found)]);

    [Theory]
    [InlineData("aaaabbbb", "xxxxyyyy", 1, 1, 1)]
    [InlineData("aaaabbbb", "xxyyyyyy", 1, 1, 1)]
    [InlineData("aaaaabbb", "xxyyyyyy", 1, 1, 0)]
    [InlineData("aaaabbbb", "xxxyzzzz", 1, 2, 1)]
    [InlineData("aaaabbbb", "xxxxxxxx", 1, 0, 0)]
    [InlineData("aaaa", "xxxx", 0, 0, 0)]
    public void A_border_is_right_within_two_photos_and_every_true_one_counts_once(
        string truth, string found, int borders, int foundBorders, int right) =>
        Assert.Equal(new BorderTally(borders, foundBorders, right), Of(truth, found));

    [Fact]
    public void A_group_is_found_when_all_of_it_is_together_and_wrong_when_others_are_in_it()
    {
        (string?, int?)[] photos = [("s1", 1), ("s1", 1), ("s2", 2), ("s2", null), ("s3", 3), ("s3", 3), (null, 3), (null, null)];

        Assert.Equal(new GroupTally(True: 3, Found: 2, Wrong: 1), GroupTally.Of(photos));
    }
}
