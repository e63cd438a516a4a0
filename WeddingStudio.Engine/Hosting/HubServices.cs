using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace WeddingStudio.Engine.Hosting;

public static class HubServices
{
    internal const string GuestDoor = "guest-door";

    // A statement about every face of the most photographed person of a large wedding: some thousand numbers.
    private const long LargestMessageBytes = 1 << 20;

    // To find questions can take seconds, and a page's next correction shall not wait for them.
    private const int AtOncePerPage = 4;

    // A token has 128 bits, so this only keeps the noise of guessing down; a whole party behind one address must get through.
    private const int GuestVisitsPerMinute = 120;

    /// <summary>The engine's doors: the hub for signed-in pages, pictures, and galleries for guests.</summary>
    public static IServiceCollection AddStudioHub(this IServiceCollection services)
    {
        services.AddSignalR(hub =>
        {
            hub.EnableDetailedErrors = false;
            hub.MaximumReceiveMessageSize = LargestMessageBytes;
            hub.MaximumParallelInvocationsPerClient = AtOncePerPage;
        });
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, StudioTokenHandler>(StudioTokenHandler.SchemeName, null);
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(GuestDoor, http => RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = GuestVisitsPerMinute, Window = TimeSpan.FromMinutes(1) }));
        });
        services.AddHealthChecks();
        services.AddSingleton<StudioTokens>();
        services.AddSingleton<StudioRights>();
        services.AddSingleton<GalleryCookies>();
        services.AddSingleton<WeddingDesk>();
        services.AddSingleton<DrawnDesk>();
        services.AddSingleton<ImportDesk>();
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
