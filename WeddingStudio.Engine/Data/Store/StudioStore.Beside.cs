using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data.Files;

namespace WeddingStudio.Engine.Data.Store;

public sealed partial class StudioStore
{
    /// <summary>
    /// For a short command that may run beside the studio: as <see cref="OpenAsync"/>, but where another process holds the directory
    /// nothing is taken, copied or migrated. SQLite itself keeps two writers apart.
    /// </summary>
    public async Task OpenBesideAsync(CancellationToken ct)
    {
        if (!IsHeldByAnother())
        {
            await OpenAsync(ct);
            return;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        await RefuseNewerSchemaAsync(db, ct);
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
            throw new StudioStoreException($"The studio that runs in '{paths.DataDirectory}' is an older version. "
                + "Stop it, start this one once, and try again.");
    }

    private bool IsHeldByAnother()
    {
        using var free = DataDirectory.TryLock(paths);
        return free is null;
    }
}
