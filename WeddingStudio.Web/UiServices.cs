using MudBlazor;
using MudBlazor.Services;
using WeddingStudio.Engine.Hosting.Doors.Endpoints;
using WeddingStudio.Web.Access;
using WeddingStudio.Web.Components;
using WeddingStudio.Web.Components.Connection;
using WeddingStudio.Web.Components.Corrections;
using WeddingStudio.Web.Components.Galleries;
using WeddingStudio.Web.Components.Layout;
using WeddingStudio.Web.Components.People;
using WeddingStudio.Web.Components.Photos;
using WeddingStudio.Web.Components.Picks;

namespace WeddingStudio.Web;

public static class UiServices
{
    /// <summary>Pages, their state and their connection to the engine.</summary>
    public static IServiceCollection AddStudioUi(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            mud.SnackbarConfiguration.VisibleStateDuration = 6000;
            mud.SnackbarConfiguration.MaxDisplayedSnackbars = 2;
            mud.SnackbarConfiguration.PreventDuplicates = false;
        });
        services.AddStudioLanguages();
        services.AddScoped<MudLocalizer, MudWords>();
        services.AddExceptionHandler<RequestFailures>();
        services.AddSingleton<ServerAddress>();
        services.AddScoped<HubTicket>();
        services.AddScoped<StudioConnection>();
        services.AddHttpClient<GuestConnection>().ConfigurePrimaryHttpMessageHandler(InternalCalls.Handler);
        services.AddScoped<CorrectionDesk>();
        services.AddTransient<PageThread>();
        services.AddTransient<ImportState>();
        services.AddTransient<ModelUpgradeState>();
        services.AddTransient<PeopleState>();
        services.AddTransient<PersonState>();
        services.AddTransient<QuestionState>();
        services.AddTransient<AlbumState>();
        services.AddTransient<ShareState>();
        return services;
    }

    /// <summary>Static files, pages, the engine's hub and pictures.</summary>
    public static void MapStudio(this WebApplication app)
    {
        app.UseClosingDoor();
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        RequestFailures.Use(app);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAuthentication();
        app.UseMiddleware<LiveConnections>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapStudioEngine();
        app.MapLanguages();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().Add(AnswerHead);
    }

    /// <summary>Chat programs look at a link before they show it.</summary>
    private static void AnswerHead(EndpointBuilder page)
    {
        if (page.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is { } asked && asked.HttpMethods.Contains(HttpMethods.Get))
            page.Metadata.Add(new HttpMethodMetadata([.. asked.HttpMethods, HttpMethods.Head]));
    }
}
