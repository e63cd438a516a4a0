using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Moments.Day;

/// <summary>Keeps a moment's row, and so its id, as long as it is still about the same photos.</summary>
internal static class MomentRows
{
    /// <param name="before">Photo id to the moment it was in.</param>
    /// <returns>The rows of the moments, in their order, and whether any was changed.</returns>
    public static async Task<(IReadOnlyList<Moment> Rows, bool IsChanged)> WriteAsync(
        StudioDb db, WeddingId weddingId, IReadOnlyList<DayMoment> moments, IReadOnlyDictionary<int, int?> before, CancellationToken ct)
    {
        var old = await db.Moments.Where(m => m.WeddingId == weddingId).OrderBy(m => m.Ordinal).ToListAsync(ct);
        var kept = Kept(moments, before, [.. old.Select(m => m.Id)]);
        var rows = new List<Moment>();
        for (var i = 0; i < moments.Count; i++)
        {
            var row = old.Find(m => kept.TryGetValue(i, out var id) && m.Id == id);
            if (row is null)
                db.Moments.Add(row = new Moment { WeddingId = weddingId, Name = moments[i].Name! });
            rows.Add(row);
            (row.Ordinal, row.Name, row.StartsAt, row.EndsAt) = (i, moments[i].Name!, moments[i].StartsAt, moments[i].EndsAt);
        }

        db.Moments.RemoveRange(old.Except(rows));
        return (rows, await db.SaveChangesAsync(ct) > 0);
    }

    /// <summary>Moment index to the old id with most photos in common; the largest overlap chooses first.</summary>
    internal static IReadOnlyDictionary<int, int> Kept(
        IReadOnlyList<DayMoment> moments, IReadOnlyDictionary<int, int?> before, IReadOnlyCollection<int> oldIds)
    {
        var overlaps = moments.SelectMany((moment, i) => moment.Photos
            .Select(p => before.GetValueOrDefault(p.Id)).OfType<int>().Where(oldIds.Contains).CountBy(id => id)
            .Select(c => (Index: i, Id: c.Key, Photos: c.Value)));
        var kept = new Dictionary<int, int>();
        foreach (var (index, id, _) in overlaps.OrderByDescending(o => o.Photos).ThenBy(o => o.Index).ThenBy(o => o.Id))
        {
            if (!kept.ContainsKey(index) && !kept.ContainsValue(id))
                kept[index] = id;
        }

        return kept;
    }
}
