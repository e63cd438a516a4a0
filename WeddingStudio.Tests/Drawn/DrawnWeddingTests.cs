using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Drawn;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Engine.Photos.Import;

namespace WeddingStudio.Tests.Drawn;

/// <summary>The drawn wedding of the web studio, through its hub.</summary>
public sealed class DrawnWeddingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_planner_gets_a_wedding_that_is_drawn_listed_and_read_even_without_models()
    {
        await using var studio = DrawnStudio.Start();
        await using var hub = await studio.PlannerAsync();

        var weddingId = await hub.DrawAsync(Ct);
        var view = await hub.UntilAsync(new(weddingId.Value), DrawnStudio.IsOver, Ct);

        var wedding = await studio.Store.ReadAsync(db => db.Weddings.SingleAsync(Ct), Ct);
        Assert.Equal((DrawnWedding.Name, "Europe/Rome", "drawn"),
            (wedding.Name, wedding.TimeZone, wedding.ConsentBy));
        Assert.Equal(Path.Combine(studio.Folder, "data", "drawn", weddingId.Value, "photos"), view.Folder);
        var truth = TruthFile.Read(Path.Combine(studio.Paths.Drawn(new(weddingId.Value)), TruthFile.FileName));
        Assert.Equal(truth.Photos.Count, view.Photos.Known + view.Photos.Duplicates);
        Assert.Equal((true, false, 0), (view.Drawn, view.StillToDraw, view.Photos.Problems));
        Assert.Equal((JobState.Failed, view.ModelTrouble), (view.Job, view.JobError));
        Assert.NotNull(view.ModelTrouble);
        var (guests, day) = await studio.Store
            .ReadAsync(async db => (await db.GuestEntries.CountAsync(Ct), await db.TimelineEntries.CountAsync(Ct)), Ct);
        Assert.True(guests > 0 && day > 0);
        Assert.True(Assert.Single(await hub.InvokeAsync<WeddingView[]>(nameof(StudioHub.Weddings), Ct)).Drawn);
    }

    [Fact]
    public async Task Drawn_photos_can_be_seen_without_models_and_by_nobody_else()
    {
        await using var studio = DrawnStudio.Start();
        await using var hub = await studio.PlannerAsync();
        var weddingId = await hub.DrawAsync(Ct);

        var samples = (await hub.UntilAsync(new(weddingId.Value), DrawnStudio.IsOver, Ct)).Samples!;
        using var planner = await studio.SignedInAsync("Mia");
        using var stranger = studio.Visitor();
        var seen = await Task.WhenAll(samples.Select(url => planner.GetAsync(url, Ct)));

        Assert.Equal(12, samples.Distinct().Count());
        Assert.All(seen, answer =>
            Assert.Equal(("image/jpeg", HttpStatusCode.OK), (answer.Content.Headers.ContentType?.MediaType, answer.StatusCode)));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(samples[0], Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await planner.GetAsync(samples[0].Replace("-480", "-500"), Ct)).StatusCode);
    }

    [Fact]
    public async Task Who_watches_sees_the_drawing_come_on_before_anything_else()
    {
        await using var studio = DrawnStudio.Start();
        await using var hub = await studio.PlannerAsync();
        var heard = new ConcurrentQueue<IReadOnlyList<StageProgress>>();
        hub.On<ProgressNews>(nameof(IStudioClient.ProgressChanged), news => heard.Enqueue(news.Stages));

        var weddingId = await hub.DrawAsync(Ct);
        await hub.InvokeAsync(nameof(StudioHub.Watch), weddingId, Ct);
        await hub.UntilAsync(new(weddingId.Value), DrawnStudio.IsOver, Ct);

        var drawing = heard.Where(stages => stages is [{ Stage: Stage.Drawing }]).Select(stages => stages[0]).ToList();
        Assert.Contains(drawing, step => step.Done > 0 && step.Done < step.Total);
        Assert.All(drawing, step => Assert.Equal(DrawnStudio.Photos, step.Total));
        Assert.Equal(drawing.Select(step => step.Done).Order(), drawing.Select(step => step.Done));
    }

    [Fact]
    public async Task There_is_one_drawn_wedding_and_asking_again_leads_to_it()
    {
        await using var studio = DrawnStudio.Start();
        await using var hub = await studio.PlannerAsync();

        var ids = await Task.WhenAll(hub.DrawAsync(Ct), hub.DrawAsync(Ct), hub.DrawAsync(Ct));

        Assert.Single(ids.Distinct());
        Assert.Equal(1, await studio.Store.ReadAsync(db => db.Jobs.CountAsync(Ct), Ct));
        await hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.CancelAnalysis), ids[0], Ct);
    }

    [Fact]
    public async Task A_couple_cannot_have_one_drawn()
    {
        await using var studio = DrawnStudio.Start();
        await using var hub = await studio.HubAsync(await studio.AddUserAsync("Anna", StudioUser.CoupleRole));

        var refusal = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.DrawWedding), Ct));

        Assert.EndsWith("""["Access.OnlyPlanner"]""", refusal.Message);
    }

    [Fact]
    public async Task A_drawing_can_be_paused_and_goes_on_to_its_end()
    {
        await using var studio = DrawnStudio.Start();
        await using var hub = await studio.PlannerAsync();
        var weddingId = await hub.DrawAsync(Ct);
        await hub.UntilAsync(new(weddingId.Value), view => view.Stages is [{ Done: > 0 }], Ct);

        await hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.PauseAnalysis), weddingId, Ct);
        var paused = await hub.UntilAsync(new(weddingId.Value), view => view.Job == JobState.Paused, Ct);
        var resumed = await hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.StartAnalysis), weddingId, Ct);
        var view = await hub.UntilAsync(new(weddingId.Value), DrawnStudio.IsOver, Ct);

        Assert.True(paused.StillToDraw);
        Assert.True(resumed.Done, resumed.Message.English());
        Assert.False(view.StillToDraw);
    }

    [Fact]
    public async Task No_photo_of_a_real_person_gets_into_it()
    {
        await using var studio = DrawnStudio.Start();
        await using var hub = await studio.PlannerAsync();
        var weddingId = await hub.DrawAsync(Ct);
        var own = Directory.CreateDirectory(Path.Combine(studio.Folder, "own"));

        var chosen = await hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.ChooseFolder), weddingId, own.FullName, Ct);
        var sent = await studio.Get<UploadStore>()
            .SaveAsync(new(weddingId.Value), "me.jpg", new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0]), Ct);

        Assert.False(chosen.Done);
        Assert.Equal(UploadOutcome.DrawnWedding, sent.Outcome);
        Assert.All((string[])[chosen.Message.English(), sent.Message.English()],
            words => Assert.Contains("Make a new wedding for your own photos.", words));
        await hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.CancelAnalysis), weddingId, Ct);
    }
}
