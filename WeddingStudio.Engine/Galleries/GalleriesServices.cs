using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Galleries.Access;
using WeddingStudio.Engine.Galleries.Guests;
using WeddingStudio.Engine.Galleries.Results;
using WeddingStudio.Engine.Galleries.TakeAway;

namespace WeddingStudio.Engine.Galleries;

public static class GalleriesServices
{
    public static IServiceCollection AddGalleries(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GalleriesOptions>().Bind(configuration.GetSection("Studio:Galleries"))
            .Validate(o => o.LinkDays >= 1, "Studio:Galleries:LinkDays must be 1 or more.")
            .ValidateOnStart();
        services.AddSingleton<GalleryKey>();
        services.AddSingleton<GalleryLinks>();
        services.AddSingleton<GuestPhotos>();
        services.AddSingleton<GuestDownload>();
        services.AddSingleton<GalleryZip>();
        services.AddSingleton<Publishing>();
        services.AddSingleton<TakeAwayFiles>();
        services.AddSingleton<WeddingFiles>();
        return services;
    }
}
