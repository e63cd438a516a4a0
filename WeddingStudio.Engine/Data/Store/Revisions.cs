using Microsoft.EntityFrameworkCore;

namespace WeddingStudio.Engine.Data.Store;

/// <summary>The one place where revisions are read and raised.</summary>
internal static class Revisions
{
    /// <returns>The new one, known to others once the caller's write is committed.</returns>
    public static async Task<long> RaiseAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var row = await RowAsync(db, weddingId, ct);
        row.Number++;
        await db.SaveChangesAsync(ct);
        return row.Number;
    }

    /// <summary>For a change that concerns nothing but what stages derive from others' data.</summary>
    public static async Task RaiseDerivedAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        (await RowAsync(db, weddingId, ct)).Derived++;
        await db.SaveChangesAsync(ct);
    }

    public static Task<long> NowAsync(StudioDb db, WeddingId weddingId, CancellationToken ct) =>
        db.Revisions.Where(r => r.WeddingId == weddingId).Select(r => r.Number).SingleOrDefaultAsync(ct);

    private static async Task<Revision> RowAsync(StudioDb db, WeddingId weddingId, CancellationToken ct) =>
        await db.Revisions.AsTracking().SingleOrDefaultAsync(r => r.WeddingId == weddingId, ct)
        ?? db.Revisions.Add(new Revision { WeddingId = weddingId }).Entity;
}
