using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data.Sqlite;

namespace WeddingStudio.Engine.Data.Store;

/// <summary>What stages make of others' data: read and computed while others write, and written only if it is still true then.</summary>
internal static class Derivation
{
    /// <summary>Beside others so many times at most; then while nobody else writes, so that it ends however busy the studio is.</summary>
    private const int TimesBeside = 3;

    /// <summary>What a derivation rests on.</summary>
    private readonly record struct Stamp(long Number, long Derived);

    /// <param name="weddingId">Whose data.</param>
    /// <param name="compute">Reads and computes; changes nothing.</param>
    /// <param name="write">Writes what came of it, and says whether that was anything.</param>
    /// <returns>What was computed and written.</returns>
    public static async Task<T> DeriveAsync<T>(
        this StudioStore store, WeddingId weddingId, Func<StudioDb, Task<T>> compute, Func<StudioDb, T, Task<bool>> write,
        CancellationToken ct)
        where T : class
    {
        for (var i = 0; i < TimesBeside; i++)
        {
            var (stamp, computed) = await store.ReadAsync(async db => (await StampAsync(db, weddingId, ct), await compute(db)), ct);
            try
            {
                if (await store.WriteAsync(async db =>
                {
                    var stands = await StampAsync(db, weddingId, ct) == stamp;
                    if (stands)
                        await WriteAsync(db, computed);
                    return stands;
                }, ct))
                    return computed;
            }
            catch (Exception gone) when (SqliteDatabase.FaultOf(gone) is { Kind: StoreFaultKind.Other })
            {
                // A photo was read again meanwhile, which raises no revision, and a face that was computed with is another now.
            }
        }

        return await store.WriteAsync(async db =>
        {
            var computed = await compute(db);
            await WriteAsync(db, computed);
            return computed;
        }, ct);

        async Task WriteAsync(StudioDb db, T computed)
        {
            if (await write(db, computed))
                await Revisions.RaiseDerivedAsync(db, weddingId, ct);
        }
    }

    private static async Task<Stamp> StampAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var revision = await db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.WeddingId == weddingId, ct);
        return new Stamp(revision?.Number ?? 0, revision?.Derived ?? 0);
    }
}
