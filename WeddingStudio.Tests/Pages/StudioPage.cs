using System.Runtime.CompilerServices;
using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using WeddingStudio.Engine.Hosting.Doors.Rights;
using WeddingStudio.Tests.Access;
using WeddingStudio.Web.Access;
using WeddingStudio.Web.Components.Connection;
using WeddingStudio.Web.Components.Photos;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Pages;

/// <summary>Pages as a signed-in user of a running studio sees them: what they show comes through its hub.</summary>
internal static class StudioPage
{
    /// <summary>What a page shows comes sooner or later; other tests keep the processors busy beside it.</summary>
    [ModuleInitializer]
    internal static void BePatient() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    public static async Task<BunitContext> ForAsync(StudioApp studio, string role, params WeddingId[] weddingIds)
    {
        var userId = await studio.AddUserAsync("Mia", role, weddingIds);
        var page = new BunitContext();
        page.JSInterop.Mode = JSRuntimeMode.Loose;
        page.Services.AddMudServices();
        page.Services.AddLogging();
        page.Services.AddSingleton(StudioWords.English);
        page.Services.AddSingleton(studio.Get<IWebHostEnvironment>());
        page.Services.AddSingleton(studio.Get<StudioTokens>());
        page.Services.AddSingleton(studio.Get<ServerAddress>());
        page.Services.AddScoped<HubTicket>();
        page.Services.AddScoped<StudioConnection>();
        page.Services.AddTransient<PageThread>();
        page.Services.AddTransient<ImportState>();
        page.Services.AddTransient<ModelUpgradeState>();
        var who = await studio.Get<SignIns>().BeginAsync(userId, CancellationToken.None);
        page.AddAuthorization().SetAuthorized("Mia").SetRoles(role)
            .SetClaims(new Claim(ClaimTypes.NameIdentifier, userId), new Claim(SignedIn.ClaimType, who.SignInId));
        return page;
    }
}
