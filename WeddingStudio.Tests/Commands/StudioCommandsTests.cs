using WeddingStudio.Web.Commands;

namespace WeddingStudio.Tests.Commands;

public sealed class StudioCommandsTests
{
    [Theory]
    [InlineData("analyze", "PHOTOS", "--out", "R")]
    [InlineData("demo", "--out", "D")]
    [InlineData("models")]
    [InlineData("--help")]
    [InlineData("analize")]
    public void A_word_is_a_command_even_a_mistyped_one(params string[] args)
    {
        Assert.True(StudioCommands.IsCommand(args));
    }

    [Theory]
    [InlineData]
    [InlineData("--urls", "http://localhost:5000")]
    [InlineData("--no-browser")]
    [InlineData("--Studio:DataDirectory=here")]
    [InlineData("/urls=http://localhost:5000")]
    [InlineData("urls=http://localhost:5000")]
    public void Settings_start_the_web_studio(params string[] args)
    {
        Assert.False(StudioCommands.IsCommand(args));
    }

    [Fact]
    public void A_switch_does_not_swallow_the_setting_after_it()
    {
        Assert.Equal(["--urls", "http://localhost:5000"],
            StudioCommands.WithoutSwitches(["--no-browser", "--urls", "http://localhost:5000"]));
    }

    [Theory]
    [InlineData("analyze")]
    [InlineData("analyze", "/no/such/folder", "--out", "/tmp/results")]
    [InlineData("analyze", ".", "--out", "R", "--best", "0")]
    [InlineData("analyze", ".", "--out", "R", "--time-zone", "Mars/Olympus")]
    [InlineData("analyze", ".", "--out", "R", "--wedding-id", "No Capitals")]
    [InlineData("analyze", ".", "--out", "./")]
    [InlineData("models")]
    [InlineData("analize", ".")]
    public async Task Wrong_arguments_end_with_2(params string[] args)
    {
        Assert.Equal(StudioCommands.CannotRun, await StudioCommands.RunAsync(args));
    }

    [Fact]
    public async Task No_usable_models_end_with_2()
    {
        var empty = Directory.CreateTempSubdirectory();

        Assert.Equal(StudioCommands.CannotRun, await StudioCommands.RunAsync(["models", "verify", "--models", empty.FullName]));

        empty.Delete();
    }
}
