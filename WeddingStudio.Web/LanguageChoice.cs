using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using WeddingStudio.Web.Access.SigningIn;
using WeddingStudio.Words;

namespace WeddingStudio.Web;

/// <summary>Which language a visitor reads: the one they chose, else the first their browser asks for that the studio speaks.</summary>
internal static class LanguageChoice
{
    private const string Path = "/language";

    public static void AddStudioLanguages(this IServiceCollection services)
    {
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
            options.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, Languages.All[0]);
            options.SupportedUICultures = [.. Languages.All];

            // Style sheets, addresses and files are written alike in every language; what people read is written by StudioWords.
            options.SupportedCultures = [CultureInfo.InvariantCulture];
        });

        // Of a window that stays open the language is the one it was opened in.
        services.AddScoped(_ => new StudioWords(CultureInfo.CurrentUICulture));
        services.AddScoped<IStringLocalizer>(services => services.GetRequiredService<StudioWords>());
    }

    public static void MapLanguages(this WebApplication app) => app.MapGet(Path, (string to, string? back, HttpContext http) =>
    {
        if (Languages.All.FirstOrDefault(language => language.Name == to) is { } chosen)
        {
            http.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.InvariantCulture, chosen)),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax });
        }

        return Results.LocalRedirect(ReturnUrl.Local(back));
    }).AllowAnonymous();

    /// <summary>Where a page leads that is read in another language.</summary>
    public static string Address(CultureInfo language, string back) => $"{Path}?to={language.Name}&back={Uri.EscapeDataString(back)}";
}
