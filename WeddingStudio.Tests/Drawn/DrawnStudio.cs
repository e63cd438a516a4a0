using Microsoft.AspNetCore.SignalR.Client;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Tests.Access;

namespace WeddingStudio.Tests.Drawn;

/// <summary>A studio without models that draws small weddings, so that a drawing takes seconds and nothing comes after it.</summary>
internal static class DrawnStudio
{
    public const int Photos = 16;

    public static StudioApp Start() => new(
        ("Studio:Drawn:People", "6"), ("Studio:Drawn:Photos", $"{Photos}"), ("Studio:Drawn:Megapixels", "0.5"),
        ("Studio:ModelsDirectory", Path.Combine(Path.GetTempPath(), "weddingstudio-no-models")));

    public static async Task<HubConnection> PlannerAsync(this StudioApp studio) =>
        await studio.HubAsync(await studio.AddUserAsync("Mia", StudioUser.PlannerRole));

    public static async Task<WeddingId> DrawAsync(this HubConnection hub, CancellationToken ct) =>
        (await hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.DrawWedding), ct)).WeddingId!.Value;

    public static Task<ImportView> ImportAsync(this HubConnection hub, WeddingId weddingId, CancellationToken ct) =>
        hub.InvokeAsync<ImportView>(nameof(StudioHub.Import), weddingId, ct);

    /// <summary>Asks until the analysis is as wanted.</summary>
    public static async Task<ImportView> UntilAsync(
        this HubConnection hub, WeddingId weddingId, Func<ImportView, bool> wanted, CancellationToken ct)
    {
        ImportView? view = null;
        await Eventually.IsAsync(async () => wanted(view = await hub.ImportAsync(weddingId, ct)));
        return view!;
    }

    public static bool IsOver(this ImportView view) => view.Job is JobState.Done or JobState.Failed;
}
