using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Sqlite;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Data;

public static class DataServices
{
    /// <summary>
    /// Registers the database file below <paramref name="paths"/>; call <see cref="StudioStore.OpenAsync"/> before first use.
    /// </summary>
    public static IServiceCollection AddStudioData(this IServiceCollection services, StudioPaths paths)
    {
        services.AddSingleton(paths);
        services.AddSingleton<StudioStore>();
        services.AddDbContextFactory<StudioDb>(options => SqliteDatabase.Use(options, paths.Database));
        return services;
    }
}
