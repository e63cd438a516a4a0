using Microsoft.AspNetCore.SignalR.Client;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Desks.Photos;
using WeddingStudio.Engine.Hosting.Desks.Weddings;
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

    public static async Task<string> DrawAsync(this HubConnection hub, CancellationToken ct) =>
        (await hub.InvokeAsync<DeskAnswer>(nameof(StudioHub.DrawWedding), ct)).WeddingId!;

    public static Task<ImportView> ImportAsync(this HubConnection hub, string weddingId, CancellationToken ct) =>
        hub.InvokeAsync<ImportView>(nameof(StudioHub.Import), weddingId, ct);

    /// <summary>Asks until the analysis is as wanted.</summary>
    public static async Task<ImportView> UntilAsync(this HubConnection hub, string weddingId, Func<ImportView, bool> wanted, CancellationToken ct)
    {
        ImportView? view = null;
        await Eventually.IsAsync(async () => wanted(view = await hub.ImportAsync(weddingId, ct)));
        return view!;
    }

    public static bool IsOver(this ImportView view) => view.Job is JobState.Done or JobState.Failed;
}
