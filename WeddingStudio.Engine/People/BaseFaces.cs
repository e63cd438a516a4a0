using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.People.Fold;
using WeddingStudio.Engine.People.Grouping;

namespace WeddingStudio.Engine.People;

/// <summary>The faces a new base is made from.</summary>
/// <param name="Key">Of what made their embeddings and of how they are grouped.</param>
/// <param name="ExtendsAt">Faces that came later join the people there are, as the journal has them before this
/// row; null: all faces are grouped again.</param>
internal sealed record BaseFaces(
    string Key, ClusteringSettings Clustering, int? ExtendsAt, IReadOnlyList<int> Ids, IReadOnlyList<FaceVector> Vectors)
{
    /// <summary>Null when the base that stands was made from these very faces and is final, or need not be.</summary>
    public static async Task<BaseFaces?> LoadAsync(
        StudioDb db, WeddingId weddingId, bool isFinal, Func<string, ClusteringSettings> clusteringOf, CancellationToken ct)
    {
        var faces = db.Faces.Shown()
            .Where(f => f.WeddingId == weddingId && f.Photo!.State == PhotoState.Ready && f.Photo.ContentHash != null);
        // While a wedding is moved to another pack some faces still have the old one; embeddings compare within a pack only.
        var pack = await faces.GroupBy(f => f.Pack).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key)
            .FirstOrDefaultAsync(ct) ?? "";
        var clustering = clusteringOf(pack);
        var key = $"{pack} {clustering.ToKey()}";
        var ids = await faces.Select(f => f.Id).ToListAsync(ct);
        var last = await db.BasePartitions.Where(b => b.WeddingId == weddingId).OrderByDescending(b => b.Id).FirstOrDefaultAsync(ct);
        if (last is not null && last.Pack == key && (last.IsFinal || !isFinal) && await IsOfAsync(db, weddingId, last, ids, ct))
            return null;

        var standing = await StandingPeople.LoadAsync(db, weddingId, key, ct);
        var extends = standing is not null && 2 * ids.Count(standing.BaseOf.ContainsKey) > ids.Count;
        var rows = await faces.Select(f => new { f.Id, f.Key, f.PhotoId, f.Box, f.Pack, f.Embedding, f.Measures.Sharpness,
            f.Measures.YawDegrees, f.Quality, f.Points, f.Photo!.WidthPx, f.Photo.HeightPx }).ToListAsync(ct);
        var panels = await PhotoPanels.LoadAsync(db, weddingId, ct);
        return new BaseFaces(key, clustering, extends ? standing!.State.NextSeq : null, [.. rows.Select(f => f.Id)],
            [.. rows.Select(f => new FaceVector(f.Key, f.PhotoId, f.Box.WidthPx,
                f.Pack == pack && !(extends && standing!.IsNoFace(f.Id)) ? f.Embedding : [],
                FaceQuality.Seeds(f.Box.WidthPx, f.Sharpness, f.YawDegrees, FivePoints.FromFlat(f.Points), f.WidthPx, f.HeightPx),
                extends ? standing!.GroupOf(f.Id) : null, f.Quality, panels.Of(f.PhotoId, f.Box)))]);
    }

    /// <summary>Faces of photos that are away have their place in a base without being of it.</summary>
    private static async Task<bool> IsOfAsync(
        StudioDb db, WeddingId weddingId, BasePartition stored, IEnumerable<int> faceIds, CancellationToken ct)
    {
        var known = StoredBase.FaceIds(stored);
        known.ExceptWith(await StoredBase.AwayAsync(db, weddingId, ct));
        return known.SetEquals(faceIds);
    }
}
