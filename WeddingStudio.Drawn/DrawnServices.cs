using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Hosting.Desks.Weddings;

namespace WeddingStudio.Drawn;

public static class DrawnServices
{
    private const string Section = "Studio:Drawn";

    /// <summary>Gives the studio a wedding to try it with.</summary>
    public static IServiceCollection AddDrawnWedding(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DrawnOptions>().Bind(configuration.GetSection(Section))
            .Validate(options => options is { People: >= 4, Photos: >= 1, Megapixels: null or >= .5 },
                $"{Section}: at least 4 People, 1 of Photos and 0.5 Megapixels.")
            .ValidateOnStart();
        return services.AddSingleton<IWeddingDrawer, WeddingDrawer>();
    }
}
