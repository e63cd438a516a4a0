using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Jobs;
using WeddingStudio.Tests.Access;
using WeddingStudio.Tests.Photos;
using WeddingStudio.Tests.Photos.Import;
using WeddingStudio.Web.Components.Photos;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Pages;

/// <summary>The Photos page when photos are not where they were.</summary>
public sealed class PhotosMovedPageTests
{
    private const int Photos = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Most_photos_missing_at_once_are_asked_about_before_anything_changes()
    {
        await using var studio = await OpenAsync();
        foreach (var path in FolderOnDisk.Numbered(Photos).Skip(5))
            File.Delete(Path.Combine(studio.Folder, "photos", path));
        await AnalyseAsync(studio, JobState.Failed);
        await using var page = await StudioPage.ForAsync(studio, StudioUser.PlannerRole);
        var photos = Render(page);

        Assert.Contains("25 photos at once are no longer in", photos.WaitForElement("[data-testid=photos-moved]", Patience).TextContent);
        Assert.NotNull(photos.Find("[data-testid=show-where]"));
        Assert.Empty(photos.FindAll("[data-testid=gone], [data-testid=job-error]"));
        Assert.Equal(Photos, await CountAsync(studio, PhotoState.Ready));
        await photos.InvokeAsync(() => photos.Find("[data-testid=without-missing]").Click());

        Assert.Contains("25 photos are no longer there", photos.WaitForElement("[data-testid=gone]", Patience).TextContent);
        photos.WaitForState(() => photos.FindAll("[data-testid=photos-moved]").Count == 0, Patience);
        Assert.Equal(25, await CountAsync(studio, PhotoState.Gone));
    }

    [Fact]
    public async Task A_couple_is_told_and_sent_to_the_planner_who_knows_the_folders()
    {
        await using var studio = await OpenAsync();
        Directory.Move(Path.Combine(studio.Folder, "photos"), Path.Combine(studio.Folder, "unplugged"));
        await using var page = await StudioPage.ForAsync(studio, StudioUser.CoupleRole, TestWedding.Id);

        // Nobody need start an analysis to be told.
        var card = Render(page).WaitForElement("[data-testid=photos-moved]", Patience);

        Assert.Contains($"The photo folder '{Path.Combine(studio.Folder, "photos")}' is not there.", card.TextContent);
        Assert.Contains("Ask your planner", card.TextContent);
        Assert.Empty(card.QuerySelectorAll("button"));
    }

    [Fact]
    public void What_is_gone_stands_apart_from_what_cannot_be_read()
    {
        using var page = new BunitContext();
        page.JSInterop.Mode = JSRuntimeMode.Loose;
        page.Services.AddSingleton(StudioWords.English);

        var list = page.Render<ProblemList>(p => p.Add(l => l.Problems, [
            new ProblemView("a.jpg", Message.Plain("is no longer there. Put it back."), IsGone: true),
            new ProblemView("b.jpg", Message.Plain("is damaged.")),
            new ProblemView("c.jpg", Message.Plain("is no longer there."), IsGone: true)]));

        Assert.Contains("2 photos are no longer there", list.Find("[data-testid=gone]").TextContent);
        Assert.Contains("1 file could not be read", list.Find("[data-testid=problems]").TextContent);
        Assert.Equal("7 photos, 1 could not be read, 2 no longer there.",
            StudioWords.English.PhotoCounts(new ImportView { Photos = new PhotoTally { Known = 7, Ready = 6, Problems = 1, Gone = 2 },
                Uploads = new UploadRules("", 0) }));
    }

    private static async Task<StudioApp> OpenAsync()
    {
        SharedFiles.Require("models/manifest.json");
        var studio = new StudioApp();
        foreach (var (i, path) in FolderOnDisk.Numbered(Photos).Index())
            TestPhotos.SaveJpeg(Path.Combine(studio.Folder, "photos", path), i % 6, 60 + i);
        await studio.Store.WriteAsync(async db =>
        {
            db.Add(new Wedding { Id = TestWedding.Id, Name = "Robin & Kim", TimeZone = "Europe/Paris",
                PhotoFolder = Path.Combine(studio.Folder, "photos"), NextPersonId = 1, CreatedAt = DateTime.UtcNow, ConsentBy = "Robin" });
            await db.SaveChangesAsync(Ct);
        }, Ct);
        await AnalyseAsync(studio, JobState.Done);
        return studio;
    }

    private static async Task AnalyseAsync(StudioApp studio, JobState end)
    {
        var job = await studio.Get<AnalysisQueue>().EnqueueAsync(TestWedding.Id, Ct);
        await Eventually.IsAsync(async () => (await studio.Get<AnalysisQueue>().LatestAsync(TestWedding.Id, Ct)) is { State: JobState.Done
            or JobState.Failed } ended && ended.Id == job.Id);
        Assert.Equal(end, (await studio.Get<AnalysisQueue>().LatestAsync(TestWedding.Id, Ct))!.State);
    }

    private static IRenderedComponent<ImportPage> Render(BunitContext page)
    {
        page.Render<MudPopoverProvider>();
        return page.Render<ImportPage>(p => p.Add(i => i.Wedding, "w"));
    }

    private static Task<int> CountAsync(StudioApp studio, PhotoState state) =>
        studio.Store.ReadAsync(db => db.Photos.CountAsync(p => p.State == state, Ct), Ct);
}
