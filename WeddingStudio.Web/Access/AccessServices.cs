using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Web.Access;

public static class AccessServices
{
    private const int WrongPasswordsBeforePause = 8;

    /// <summary>Users, roles, the sign-in cookie, keys that outlive a restart, and the brakes against guessing.</summary>
    public static IServiceCollection AddStudioAccess(this IServiceCollection services)
    {
        services.AddIdentity<StudioUser, IdentityRole>(ConfigureIdentity).AddEntityFrameworkStores<StudioDb>();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "weddingstudio";
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/sign-in";
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);

            // The sign-in page leads on by itself, and to pages of this studio alone.
            cookie.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
        });
        services.AddDataProtection().SetApplicationName("WeddingStudio");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<StudioPaths, ILoggerFactory>((keys, paths, logs) => keys.XmlRepository =
                new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(Directory.CreateDirectory(paths.Keys), logs));
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddProxyHeaders();
        services.AddSocketBound();
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
        identity.Lockout.MaxFailedAccessAttempts = WrongPasswordsBeforePause;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }
}
