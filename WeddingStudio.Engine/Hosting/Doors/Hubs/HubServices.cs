using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Hosting.Desks.Galleries;
using WeddingStudio.Engine.Hosting.Desks.Members;
using WeddingStudio.Engine.Hosting.Desks.People;
using WeddingStudio.Engine.Hosting.Desks.Photos;
using WeddingStudio.Engine.Hosting.Desks.Picks;
using WeddingStudio.Engine.Hosting.Desks.Weddings;
using WeddingStudio.Engine.Hosting.Doors.Endpoints;
using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

public static class HubServices
{
    // A statement about every face of the most photographed person of a large wedding: some thousand numbers.
    private const long LargestMessageBytes = 1 << 20;

    // To find questions can take seconds, and a page's next correction shall not wait for them.
    private const int AtOncePerPage = 4;

    /// <summary>The engine's doors: the hub for signed-in pages, pictures, and galleries for guests.</summary>
    public static IServiceCollection AddStudioHub(this IServiceCollection services)
    {
        services.AddSignalR(hub =>
        {
            hub.EnableDetailedErrors = false;
            hub.MaximumReceiveMessageSize = LargestMessageBytes;
            hub.MaximumParallelInvocationsPerClient = AtOncePerPage;
        }).AddHubOptions<StudioHub>(hub =>
        {
            // Outermost, so that it words what the others refuse too.
            hub.AddFilter<PlainRefusals>();
            hub.AddFilter<SignedInFilter>();
            hub.AddFilter<RightsFilter>();
        });
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, StudioTokenHandler>(StudioTokenHandler.SchemeName, null);
        services.AddHealthChecks();
        services.AddSingleton<PlainRefusals>();
        services.AddSingleton<StudioTokens>();
        services.AddSingleton<StudioRights>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<SignedInFilter>();
        services.AddSingleton<RightsFilter>();
        services.AddSingleton<PasswordLinks>();
        services.AddSingleton<HubConnections>();
        services.AddHostedService(provider => provider.GetRequiredService<HubConnections>());
        services.AddSingleton<GalleryCookies>();
        services.AddSingleton<GuestDoor>();
        services.AddSingleton<WeddingDesk>();
        services.AddSingleton<MemberDesk>();
        services.AddSingleton<DrawnDesk>();
        services.AddSingleton<ImportDesk>();
        services.AddSingleton<ModelUpgradeDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<ModelUpgradeDesk>());
        services.AddSingleton<ClockDesk>();
        services.AddSingleton<PeopleDesk>();
        services.AddSingleton<QuestionDesk>();
        services.AddSingleton<ShareDesk>();
        services.AddSingleton<PicksDesk>();
        services.AddSingleton<WhatCountsDesk>();
        services.AddSingleton<AlbumDesk>();
        services.AddSingleton<GuestDesk>();
        services.AddSingleton<HubNews>();
        services.AddHostedService(provider => provider.GetRequiredService<HubNews>());
        return services;
    }
}
