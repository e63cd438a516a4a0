using NetVips;
using WeddingStudio.Engine.Hosting;
using WeddingStudio.Engine.Inference.Devices;

namespace WeddingStudio.Tests.Hosting;

public sealed class FailureMessagesTests
{
    private static readonly Message _again = Message.Plain("start again");

    [Fact]
    public void A_picture_that_the_disk_refused_is_said_in_words()
    {
        var words = FailureMessages.Of(
            new VipsException("unable to call jpegsave\n/d/1.jpg: write error\nsystem error: No space left on device\n"), _again);

        Assert.Equal("A picture could not be written: No space left on device. Fix that and start again: it goes on from here.",
            words.English());
    }

    [Fact]
    public void A_device_that_failed_says_itself_what_to_do() =>
        Assert.Equal("The card is full.", FailureMessages.Of(new DeviceException("The card is full."), _again).English());

    [Fact]
    public void A_defect_keeps_its_stack_trace() =>
        Assert.Null(FailureMessages.Of(new VipsException("unable to call linear\nlinear: vector must have 1 or 3 elements"), _again));
}
