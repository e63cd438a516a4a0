using Bunit;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Web.Components.Galleries;
using WeddingStudio.Web.Components.Photos;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Pages;

public sealed class PhotosPageTests : BunitContext
{
    public PhotosPageTests() => Services.AddSingleton(StudioWords.English);

    [Fact]
    public void A_stage_says_how_far_how_fast_how_long_and_what_failed()
    {
        var progress = new StageProgress(Stage.Faces, 40, 1000) { PerSecond = 3.2, TimeLeft = TimeSpan.FromMinutes(5), Failures = 2 };

        var line = Render<StageLine>(p => p.Add(s => s.Progress, progress).Add(s => s.Running, true));

        Assert.Equal("Looking for faces", line.Find(".stage-name").TextContent);
        Assert.Equal("40 of 1000", line.Find(".stage-count").TextContent);
        Assert.Equal("3.2 a second, about 5 minutes left, 2 failed", line.Find(".stage-more").TextContent);
        Assert.Equal("40", line.Find("progress").GetAttribute("value"));
    }

    [Fact]
    public void A_stage_that_is_through_promises_nothing() =>
        Assert.Equal("", StudioWords.English.StagePace(new StageProgress(Stage.Faces, 40, 40) { PerSecond = 3, TimeLeft = TimeSpan.Zero }));

    [Fact]
    public void In_German_numbers_and_plurals_are_German()
    {
        var words = new StudioWords(Languages.German);

        Assert.Equal("3,2 pro Sekunde, noch etwa 5 Minuten", words.StagePace(
            new StageProgress(Stage.Faces, 40, 1000) { PerSecond = 3.2, TimeLeft = TimeSpan.FromMinutes(5) }));
        Assert.Equal("1 Foto, 2 Videos beiseitegelassen.", words.PhotoCounts(
            new ImportView { Photos = new PhotoTally { Known = 1, Videos = 2 }, Uploads = new UploadRules("", 0) }));
        Assert.Equal("60,9 GB", words.Bytes(60_900_000_000));
    }

    [Fact]
    public void What_lies_in_the_folder_is_told_in_one_sentence_and_what_it_is_analysed_with_in_another()
    {
        var view = new ImportView
        {
            Photos = new PhotoTally { Known = 40, Ready = 38, Uploaded = 2, Duplicates = 1, Problems = 2, Videos = 3 },
            Analysis = Message.Plain("standard"),
            Uploads = new UploadRules("", 0),
        };

        Assert.Equal("40 photos, 2 sent by browser, 1 exact copy left out, 2 could not be read, 3 videos set aside. "
            + "Photo analysis: standard", StudioWords.English.PhotoCounts(view));
        Assert.Equal("Photo analysis: our-pack",
            StudioWords.English.PhotoCounts(view with { Photos = new PhotoTally(), Analysis = Message.Plain("our-pack") }));
        Assert.EndsWith("3 videos set aside.", StudioWords.English.PhotoCounts(view with { Analysis = null }));
    }

    [Fact]
    public void Problems_name_the_file_and_the_remedy()
    {
        var list = Render<ProblemList>(
            p => p.Add(l => l.Problems, [new ProblemView("a/broken.jpg", Message.Plain("The file is cut off. Copy it again."))]));

        Assert.Contains("1 file could not be read", list.Markup);
    }

    [Theory]
    [InlineData(999, "999 bytes")]
    [InlineData(60_900_000_000, "60.9 GB")]
    public void Space_is_told_as_on_the_label_of_a_disk(long bytes, string words) => Assert.Equal(words, StudioWords.English.Bytes(bytes));

    [Fact]
    public void The_code_of_a_link_is_a_picture_that_needs_no_other_server() =>
        Assert.StartsWith("data:image/png;base64,iVBOR", QrCode.AsDataUri("https://photos.example.org/g/1/abc"));
}
