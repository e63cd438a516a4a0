using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Web.Access.SigningIn;

namespace WeddingStudio.Web.Access;

public static class AccessServices
{
    /// <summary>Users, roles, the sign-in cookie, keys that outlive a restart, and the brakes against guessing.</summary>
    public static IServiceCollection AddStudioAccess(this IServiceCollection services)
    {
        // Before Identity's own, which would be made again for every request.
        services.AddSingleton<IPasswordHasher<StudioUser>, PasswordHasher<StudioUser>>();
        services.AddIdentity<StudioUser, IdentityRole>(ConfigureIdentity).AddEntityFrameworkStores<StudioDb>();
        services.ConfigureApplicationCookie(SignedInCookie.Configure);
        services.AddScoped<AuthenticationStateProvider, SignedInWindow>();
        services.AddScoped<SetupDesk>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<PasswordDesk>();
        services.AddSingleton<SignInRateLimiter>();
        services.AddSingleton<KnownBrowser>();
        services.AddSingleton<NobodysPassword>();
        services.AddDataProtection().SetApplicationName("WeddingStudio");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<StudioPaths, ILoggerFactory>((keys, paths, logs) =>
            {
                DataDirectory.Make(paths);
                keys.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                    new DirectoryInfo(paths.Keys), logs);
            });
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddProxyHeaders();
        services.AddSocketLimit();
        services.AddSingleton<SetupCode>();
        services.AddHostedService<FirstStart>();
        return services;
    }

    private static void ConfigureIdentity(IdentityOptions identity)
    {
        identity.Password.RequiredLength = 10;
        identity.Password.RequireDigit = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireNonAlphanumeric = false;
        identity.Password.RequiredUniqueChars = 1;
        identity.User.AllowedUserNameCharacters = "";
    }
}
