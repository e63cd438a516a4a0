using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Desks.Photos;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Tests.Access;
using WeddingStudio.Tests.Inference.Pulling;

namespace WeddingStudio.Tests.Hosting;

/// <summary>The sharper analysis on a real socket, with a server of this computer that has its files.</summary>
public sealed class ModelUpgradeDeskTests : IAsyncDisposable
{
    private const int Yunet = 322_906, Some = 1_000_000;

    private readonly FileServer _server = OpenPack.Server();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_planner_is_offered_it_nobody_else_is_and_nothing_is_fetched_before_the_click()
    {
        await using var studio = await StudioAsync();
        await using var planner = await PlannerAsync(studio);
        await using var couple = await studio.HubAsync(await studio.AddUserAsync("Anna", StudioUser.CoupleRole, TestWedding.Id));

        var view = (await ViewAsync(planner))!;

        Assert.Equal((OpenPack.Listed.Files.Sum(file => file.Bytes), 0L, OpenPack.Listed.Licence),
            (view.TotalBytes, view.BytesHere, view.Licence));
        foreach (var method in (Func<Task>[])[() => ViewAsync(couple), () => FetchAsync(couple),
            () => couple.InvokeAsync(nameof(StudioHub.StopModelUpgrade), "w", Ct)])
            Assert.EndsWith("""["Access.OnlyPlanner"]""", (await Assert.ThrowsAsync<HubException>(method)).Message);
        Assert.Empty(_server.Asked);
        Assert.False(Directory.Exists(studio.Paths.Models));
    }

    [Fact]
    public async Task A_click_brings_it_into_the_data_directory_and_every_planner_sees_it_come()
    {
        _server.BreaksAfter.AddRange([int.MaxValue, Some, int.MaxValue]);
        await using var studio = await StudioAsync();
        await using var planner = await PlannerAsync(studio);
        await using var other = await PlannerAsync(studio, "Noa");
        var heard = new ConcurrentQueue<PullProgress?>();
        other.On<PullProgress?>(nameof(IStudioClient.ModelUpgradeChanged), heard.Enqueue);
        await ViewAsync(other);

        Assert.True((await FetchAsync(planner)).Done);
        await Eventually.IsAsync(async () => await ViewAsync(planner) is null);

        Assert.Equal(("sharper", Path.Combine(studio.Paths.Models, "open")),
            (studio.Get<ModelLibrary>().Choose().Title.English(), studio.Get<ModelLibrary>().Choose().Embedder.Pack.Folder));
        Assert.Contains(heard, progress => progress is { RetryIn: not null, DoneBytes: Yunet + Some });
        Assert.Equal([null, null, $"bytes={Some}-", null], _server.AskedWith("Range"));
        Assert.False((await FetchAsync(planner)).Done);
    }

    [Fact]
    public async Task Stopped_it_keeps_what_came_says_so_and_goes_on_with_the_next_click()
    {
        _server.BreaksAfter.AddRange([int.MaxValue, Some, int.MaxValue]);
        _server.FallsSilent = true;
        await using var studio = await StudioAsync();
        await using var planner = await PlannerAsync(studio);

        await FetchAsync(planner);
        await Eventually.IsAsync(async () => (await ViewAsync(planner))!.Progress?.DoneBytes == Yunet + Some);
        Assert.Equal("It is on its way already.", (await FetchAsync(planner)).Message.English());
        await planner.InvokeAsync(nameof(StudioHub.StopModelUpgrade), "w", Ct);

        var view = (await ViewAsync(planner))!;
        Assert.Equal((Yunet + Some, null, null), (view.BytesHere, view.Progress, view.Trouble));
        Assert.Equal(2, _server.Asked.Count);

        _server.FallsSilent = false;
        await FetchAsync(planner);
        await Eventually.IsAsync(async () => await ViewAsync(planner) is null);
        Assert.Equal($"bytes={Some}-", _server.AskedWith("Range").ElementAt(2));
    }

    [Fact]
    public async Task The_end_of_the_studio_waits_for_no_server()
    {
        _server.BreaksAfter.Add(Some);
        _server.FallsSilent = true;
        await using var studio = await StudioAsync();
        await using (var planner = await PlannerAsync(studio))
            await FetchAsync(planner);
        await Eventually.IsAsync(() => Task.FromResult(!_server.Asked.IsEmpty));

        await ((Microsoft.Extensions.Hosting.IHostedService)studio.Get<ModelUpgradeDesk>()).StopAsync(Ct);

        Assert.False(Directory.Exists(Path.Combine(studio.Paths.Models, "open")));
    }

    [Fact]
    public async Task Without_a_way_to_the_network_it_says_so_in_plain_words()
    {
        await using var studio = await StudioAsync(("Studio:ModelsMirror", "http://127.0.0.1:1"));
        await using var planner = await PlannerAsync(studio);

        Assert.Equal("There is no way from this computer to 127.0.0.1. Connect it to the internet and try again: what has come is kept. "
            + "Or bring the files on a USB stick.",
            await TroubleAsync(planner));
    }

    [Fact]
    public async Task A_server_that_refuses_a_file_that_is_another_and_a_full_disk_are_told_and_leave_no_pack()
    {
        await using var studio = await StudioAsync();
        await using var planner = await PlannerAsync(studio);

        _server.OnlyAnswer = "404 Not Found";
        Assert.Contains("127.0.0.1 does not give the files away right now (it answered 404).", await TroubleAsync(planner));

        _server.OnlyAnswer = null;
        _server.Named["MobileFaceNet.onnx"] = new byte[_server.Named["MobileFaceNet.onnx"].Length];
        Assert.Contains("MobileFaceNet.onnx' is not the file that the list names", await TroubleAsync(planner));
        Assert.Equal(Yunet, (await ViewAsync(planner))!.BytesHere);

        if (OperatingSystem.IsLinux())
        {
            File.CreateSymbolicLink(Path.Combine(studio.Paths.Models, ".open.part", "pack", "MobileFaceNet.onnx"), "/dev/full");
            Assert.Contains("is full. Free some space", await TroubleAsync(planner));
        }

        Assert.Equal("standard", studio.Get<ModelLibrary>().Choose().Title.English());
        Assert.False(Directory.Exists(Path.Combine(studio.Paths.Models, "open")));
    }

    [Fact]
    public async Task It_comes_from_a_stick_below_the_import_roots_and_from_nowhere_else_on_the_disk()
    {
        await using var studio = await StudioAsync();
        await using var planner = await PlannerAsync(studio);
        var stick = OpenPack.OnStick(Path.Combine(studio.Folder, "stick"));
        File.Delete(Path.Combine(stick, "MobileFaceNet.onnx"));

        Assert.Contains("is outside the folders that may be used", (await FetchAsync(planner, "/etc")).Message.English());
        Assert.Contains("MobileFaceNet.onnx is missing or another version", await TroubleAsync(planner, stick));

        File.WriteAllBytes(Path.Combine(stick, "download (2)"), _server.Named["MobileFaceNet.onnx"]);
        await FetchAsync(planner, stick);
        await Eventually.IsAsync(async () => await ViewAsync(planner) is null);
        Assert.Equal("sharper", studio.Get<ModelLibrary>().Choose().Title.English());
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task Whoever_named_other_models_or_lets_people_be_drawn_is_offered_nothing()
    {
        await using var studio = await StudioAsync(("Studio:Embedder", "studio_embedder"));
        await using var planner = await PlannerAsync(studio);
        Assert.Null(await ViewAsync(planner));
        Assert.False((await FetchAsync(planner)).Done);

        await using var drawn = await StudioAsync();
        await using var hub = await PlannerAsync(drawn);
        var answer = await hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.DrawWedding), Ct);
        Assert.Null(await hub.InvokeAsync<ModelUpgradeView?>(nameof(StudioHub.ModelUpgrade), answer.WeddingId, Ct));
    }

    [Fact]
    public async Task A_wedding_that_was_read_before_it_came_is_told_how_much_of_it()
    {
        await using var studio = await StudioAsync();
        await using var planner = await PlannerAsync(studio);
        await studio.Store.WriteAsync(async db =>
        {
            db.AddRange(Enumerable.Range(1, 3).Select(i => new Photo { WeddingId = TestWedding.Id, Path = $"{i}.jpg",
                State = i < 3 ? PhotoState.Ready : PhotoState.Problem, Pack = studio.Get<ModelLibrary>().Choose().Fingerprint }));
            await db.SaveChangesAsync(Ct);
        }, Ct);

        await FetchAsync(planner);
        await Eventually.IsAsync(async () => (await ViewAsync(planner)) is { Earlier: > 0 });

        Assert.Equal(2, (await ViewAsync(planner))!.Earlier);
    }

    private async Task<StudioApp> StudioAsync(params (string, string)[] settings)
    {
        (string, string)[] usual = [("Studio:ModelsDirectory", ""), ("Studio:ModelsMirror", _server.Address.AbsoluteUri)];
        var studio = new StudioApp([.. usual, .. settings]);
        await studio.Store.WriteAsync(async db =>
        {
            db.Add(new Wedding { Id = TestWedding.Id, Name = "Robin & Kim", TimeZone = "Europe/Paris", NextPersonId = 1,
                CreatedAt = DateTime.UtcNow });
            await db.SaveChangesAsync(Ct);
        }, Ct);
        return studio;
    }

    private static async Task<HubConnection> PlannerAsync(StudioApp studio, string name = "Mia") =>
        await studio.HubAsync(await studio.AddUserAsync(name, StudioUser.PlannerRole));

    private static Task<ModelUpgradeView?> ViewAsync(HubConnection hub) =>
        hub.InvokeAsync<ModelUpgradeView?>(nameof(StudioHub.ModelUpgrade), "w", Ct);

    private static Task<DeskAnswer> FetchAsync(HubConnection hub, string? broughtIn = null) =>
        hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.FetchModelUpgrade), "w", broughtIn, Ct);

    private static async Task<string> TroubleAsync(HubConnection hub, string? broughtIn = null)
    {
        Assert.True((await FetchAsync(hub, broughtIn)).Done);
        await Eventually.IsAsync(async () => (await ViewAsync(hub)) is { Progress: null });
        return (await ViewAsync(hub))!.Trouble!.English();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
