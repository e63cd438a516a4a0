using Bunit;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Hosting.Desks.Photos;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Tests.Access;
using WeddingStudio.Tests.Pages;
using WeddingStudio.Tests.Photos;
using WeddingStudio.Web.Components.Photos;

namespace WeddingStudio.Tests.Hosting;

/// <summary>Whatever is wrong with one wedding is that wedding's alone.</summary>
public sealed class WeddingTroublesTests
{
    private const string Good = "zoe-tom";
    private const string UnknownZone = "Mars/Phobos";

    /// <summary>What was seen or can be thought of; each is done to a wedding that its name tells.</summary>
    private static readonly Dictionary<string, Action<StudioDb, string>> Poisons = new()
    {
        ["zone"] = (db, id) => Set(db, "UPDATE Weddings SET TimeZone = {1} WHERE Id = {0}", id, UnknownZone),
        ["no-zone"] = (db, id) => Set(db, "UPDATE Weddings SET TimeZone = '' WHERE Id = {0}", id),
        ["number"] = (db, id) => Set(db, "UPDATE Weddings SET PicksPerPerson = 9000000000000000000 WHERE Id = {0}", id),
        ["made"] = (db, id) => Set(db, "UPDATE Weddings SET CreatedAt = -5 WHERE Id = {0}", id),
        ["camera"] = (db, id) => Set(db, "UPDATE Photos SET CameraId = 4711 WHERE WeddingId = {0}", id),
        ["time"] = (db, id) => Set(db, "UPDATE Photos SET TakenAt = 9000000000000000000 WHERE WeddingId = {0}", id),
        ["clock"] = (db, id) => Set(db, "INSERT INTO Cameras (WeddingId, Make, Model, Serial, OffsetSeconds, OffsetByHand) "
            + "VALUES ({0}, 'A', 'B', 'C', 1e300, 1); UPDATE Photos SET CameraId = (SELECT Id FROM Cameras WHERE WeddingId = {0}) "
            + "WHERE WeddingId = {0}", id),
        ["day"] = (db, id) => Set(db, "INSERT INTO TimelineEntries (WeddingId, StartsAt, Name) VALUES ({0}, -7, 'Dinner')", id),
        ["colours"] = (db, id) => Set(db, "UPDATE Photos SET Measures_Colours = x'010203' WHERE WeddingId = {0}", id),
        ["job"] = (db, id) => Set(db, "UPDATE Jobs SET QueuedAt = -9, StartedAt = -9 WHERE WeddingId = {0}", id),
        ["dead-path"] = (db, id) => Set(db, "UPDATE Weddings SET PhotoFolder = '/nowhere/at/all' WHERE Id = {0}", id),
    };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_poisoned_wedding_stops_neither_the_analysis_nor_the_list_of_the_others()
    {
        await using var studio = new StudioApp((paths, db) =>
        {
            foreach (var (name, poison) in Poisons)
            {
                Add(paths, db, $"p-{name}");
                poison(db, $"p-{name}");
            }

            Add(paths, db, Good);
        });
        var hub = await studio.HubAsync(await studio.AddUserAsync("Mia", StudioUser.PlannerRole));

        await Eventually.IsAsync(async () => await StateAsync(studio, new(Good)) is not (JobState.Queued or JobState.Running));

        Assert.Equal(JobState.Done, await StateAsync(studio, new(Good)));
        var list = await hub.InvokeAsync<List<WeddingView>>(nameof(StudioHub.Weddings), Ct);
        Assert.Equal(Poisons.Keys.Select(name => $"p-{name}").Append(Good).Order(StringComparer.Ordinal),
            list.Select(w => w.Id.Value).Order(StringComparer.Ordinal));
        Assert.True(list.Single(w => w.Id.Value == Good).IsReadable);
    }

    [Fact]
    public async Task Its_page_says_what_is_wrong_and_what_to_do_and_a_new_try_goes_through()
    {
        await using var studio = new StudioApp((paths, db) =>
        {
            Add(paths, db, "p-zone");
            Poisons["zone"](db, "p-zone");
            db.Add(new Camera { WeddingId = new("p-zone"), Make = "A", Model = "B", Serial = "C" });
            db.SaveChanges();
        });
        var hub = await studio.HubAsync(await studio.AddUserAsync("Mia", StudioUser.PlannerRole));
        await Eventually.IsAsync(async () => await StateAsync(studio, new("p-zone")) is not (JobState.Queued or JobState.Running));

        var view = await hub.InvokeAsync<ImportView>(nameof(StudioHub.Import), "p-zone", Ct);
        Assert.Contains(UnknownZone, view.Trouble.English());
        Assert.Contains(UnknownZone, view.JobError.English());
        Assert.Contains("Europe/Paris", view.Zone!.All);
        Assert.Contains(studio.Log, line => line.Contains("p-zone") && line.Contains(UnknownZone));
        Assert.DoesNotContain(studio.Log, line => line.Contains("   at "));

        // To correct a clock takes the zone too; the page is told in words, the log in a line.
        var camera = await studio.Store.ReadAsync(db => db.Cameras.SingleAsync(Ct), Ct);
        var refusal = await Assert.ThrowsAsync<HubException>(
            () => hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.SetClock), "p-zone", camera.Id, 60.0, Ct));
        Assert.Contains(UnknownZone, refusal.Message);
        Assert.DoesNotContain(studio.Log, line => line.Contains("   at "));

        Assert.False((await hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.TryAgain), "p-zone", Ct)).Done);
        var wrong = await hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.SetTimeZone), "p-zone", "Mars/Deimos", Ct);
        Assert.False(wrong.Done);
        Assert.Contains("Mars/Deimos", wrong.Message.English());
        Assert.True((await hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.SetTimeZone), "p-zone", "Europe/Paris", Ct)).Done);
        view = await hub.InvokeAsync<ImportView>(nameof(StudioHub.Import), "p-zone", Ct);
        Assert.Null(view.Trouble);
        Assert.Null(view.Zone);
        Assert.False((await hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.SetTimeZone), "p-zone", "Europe/Rome", Ct)).Done);
    }

    [Fact]
    public async Task Its_page_says_it_once_and_goes_on_in_the_zone_that_is_chosen()
    {
        await using var studio = new StudioApp((paths, db) =>
        {
            Add(paths, db, "p-zone");
            Poisons["zone"](db, "p-zone");
        });
        await Eventually.IsAsync(async () => await StateAsync(studio, new("p-zone")) is not (JobState.Queued or JobState.Running));
        await using var page = await StudioPage.ForAsync(studio, StudioUser.PlannerRole);
        page.Render<MudBlazor.MudPopoverProvider>();
        var photos = page.Render<ImportPage>(p => p.Add(i => i.Wedding, "p-zone"));

        Assert.Contains(UnknownZone, photos.WaitForElement("[data-testid=trouble-words]", Patience).TextContent);
        Assert.Single(photos.FindAll("p, .mud-alert"), element => element.TextContent.Contains(UnknownZone));

        await photos.InvokeAsync(() => photos.Find("[data-testid=zone]").Change("Europe/Paris"));
        await photos.InvokeAsync(() => photos.Find("[data-testid=wedding-trouble] form").Submit());

        photos.WaitForState(() => photos.FindAll("[data-testid=wedding-trouble]").Count == 0, Patience);
        Assert.Equal("Europe/Paris", await studio.Store.ReadAsync(db => db.Weddings.Select(w => w.TimeZone).SingleAsync(Ct), Ct));
    }

    [Fact]
    public async Task A_defect_in_ones_data_is_logged_with_its_stack_and_told_on_its_page()
    {
        await using var studio = new StudioApp((paths, db) =>
        {
            Add(paths, db, "p-time");
            Poisons["time"](db, "p-time");
            db.Jobs.ExecuteDelete();
        });
        var hub = await studio.HubAsync(await studio.AddUserAsync("Mia", StudioUser.PlannerRole));
        await Eventually.IsAsync(() => studio.Get<WeddingTroubles>().Of(new("p-time")) is not null);

        Assert.Contains(studio.Log, line => line.Contains("p-time") && line.Contains("   at "));
        var view = await hub.InvokeAsync<ImportView>(nameof(StudioHub.Import), "p-time", Ct);
        Assert.Contains("Restore a backup", view.Trouble.English());
        Assert.False((await hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.TryAgain), "p-time", Ct)).Done);

        await studio.Store.WriteAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Photos SET TakenAt = NULL", Ct), Ct);
        Assert.True((await hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.TryAgain), "p-time", Ct)).Done);
        Assert.Null(studio.Get<WeddingTroubles>().Of(new("p-time")));
    }

    /// <summary>A wedding of one known photo with a time and a person, and an analysis waiting.</summary>
    private static void Add(StudioPaths paths, StudioDb db, string id)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(paths.DataDirectory)!, id)).FullName;
        db.Add(new Wedding { Id = new(id), Name = id, TimeZone = "Europe/Paris", PhotoFolder = folder, ConsentBy = "Anna", NextPersonId = 2,
            CreatedAt = DateTime.UtcNow });
        db.Add(new Job { WeddingId = new(id), State = JobState.Queued, QueuedAt = DateTime.UtcNow });
        TestPhotos.SaveJpeg(Path.Combine(folder, "a.jpg"));
        var photo = new Photo { WeddingId = new(id), Path = "a.jpg", State = PhotoState.Ready, ContentHash = new string('a', 64),
            WidthPx = 600, HeightPx = 400, TakenAt = new DateTime(2026, 6, 20, 12, 0, 0, DateTimeKind.Utc) };
        db.Add(photo);
        db.SaveChanges();
        db.Add(new Face { WeddingId = new(id), PhotoId = photo.Id, Key = new string('a', 16), Pack = "p", Points = new float[10],
            Embedding = [1], Box = new(10, 10, 90, 90), PersonId = 1 });
        db.Add(new Person { WeddingId = new(id), Id = 1, Name = "Anna", PhotoCount = 1, FaceCount = 1 });
        db.SaveChanges();
        db.ChangeTracker.Clear();
    }

    private static void Set(StudioDb db, string sql, params object[] values) => db.Database.ExecuteSqlRaw(sql, values);

    private static Task<JobState> StateAsync(StudioApp studio, WeddingId weddingId) =>
        studio.Store.ReadAsync(db => db.Jobs.Where(j => j.WeddingId == weddingId).Select(j => j.State).SingleAsync(Ct), Ct);
}
