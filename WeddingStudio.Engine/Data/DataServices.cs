using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Data.Files;
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
        services.AddDbContextFactory<StudioDb>(options => options
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = paths.Database, DefaultTimeout = 30 }.ToString(),
                // One JSON parameter for a list of ids: a parameter each is slow by the thousand and refused above 32,766.
                sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(SqlitePragmas.Instance));
        return services;
    }
}
