using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Web.Access;

public static class AccessServices
{
    public const string SignInLimit = "sign-in";
    private const int SignInsPerMinute = 20;
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
        });
        services.AddDataProtection().SetApplicationName("WeddingStudio");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<StudioPaths, ILoggerFactory>((keys, paths, logs) => keys.XmlRepository =
                new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(Directory.CreateDirectory(paths.Keys), logs));
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddRateLimiter(limits =>
        {
            limits.AddPolicy(SignInLimit, SignInPartition);
            limits.OnRejected = async (rejected, ct) => await rejected.HttpContext.Response.WriteAsync("Too many tries at once. Please wait a minute and try again.", ct);
        });
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

    // Only the sending of a form counts; the page itself may be opened as often as one likes.
    private static RateLimitPartition<string> SignInPartition(HttpContext http) => HttpMethods.IsPost(http.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = SignInsPerMinute,
            Window = TimeSpan.FromMinutes(1),
        })
        : RateLimitPartition.GetNoLimiter("");
}
