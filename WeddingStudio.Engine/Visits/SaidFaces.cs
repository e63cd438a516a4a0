using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Visits;

/// <summary>
/// A face that must not be lost when its photo is read with other models, and whose it is said to be; null while nobody says so.
/// </summary>
internal readonly record struct KeptFace(FaceBox Box, int? PersonId);

/// <summary>
/// The faces that statements put with somebody, by photo. Those of statements taken back belong to nobody, but are kept too:
/// they wait for a redo. Read again only when something was said since.
/// </summary>
internal sealed class SaidFaces(StudioStore store, WeddingId weddingId)
{
    private sealed record Reading(int Seq, ILookup<string, KeptFace> Faces);

    private Reading? _last;

    public async Task<IReadOnlyList<KeptFace>> InAsync(string contentHash)
    {
        var seq = await store.ReadAsync(db => db.Corrections.Where(row => row.WeddingId == weddingId).MaxAsync(row => (int?)row.Seq),
            CancellationToken.None) ?? 0;
        if (_last is not { } last || last.Seq != seq)
            _last = last = await ReadAsync(seq);
        return [.. last.Faces[contentHash]];
    }

    private async Task<Reading> ReadAsync(int seq)
    {
        var rows = await store.ReadAsync(db => db.Corrections.AsNoTracking()
            .Where(row => row.WeddingId == weddingId && row.Seq <= seq).OrderBy(row => row.Seq).ToListAsync(), CancellationToken.None);
        return new Reading(seq, Of([.. rows.Select(JournalEntry.Read)]));
    }

    public static IReadOnlyList<KeptFace> In(IReadOnlyList<JournalEntry> rows, string contentHash) => [.. Of(rows)[contentHash]];

    /// <summary>The last statement that counts says whose a face is.</summary>
    private static ILookup<string, KeptFace> Of(IReadOnlyList<JournalEntry> rows)
    {
        Dictionary<string, List<KeptFace>> faces = [];
        var live = Journal.Live(rows).ToHashSet();
        foreach (var entry in rows.Where(row => !live.Contains(row)).Concat(live.OrderBy(row => row.Seq)))
        {
            foreach (var anchor in entry.Anchors)
            {
                if (anchor is not { Box: { } box, PersonId: { } person })
                    continue;
                var here = faces.TryGetValue(anchor.ContentHash, out var known) ? known : faces[anchor.ContentHash] = [];
                var isKnown = here.RemoveAll(face => face.Box.IoU(box) >= AnchorMatcher.MinIoU) > 0;
                if (person != Anchor.Nobody || isKnown)
                    here.Add(new KeptFace(box, person == Anchor.Nobody || !live.Contains(entry) ? null : person));
            }
        }

        return faces.SelectMany(photo => photo.Value.Select(face => (photo.Key, Face: face))).ToLookup(pair => pair.Key, pair => pair.Face);
    }

    /// <summary>Of the faces that users drew or spoke of in a photo, those that were not found again.</summary>
    public static List<KeptFace> Missing(IEnumerable<FaceBox> drawn, IReadOnlyList<KeptFace> said, IEnumerable<FaceBox> found)
    {
        List<FaceBox> there = [.. found];
        List<KeptFace> missing = [];
        foreach (var kept in said.Concat(drawn.Select(box => new KeptFace(box, null))))
        {
            if (there.Exists(box => box.IoU(kept.Box) >= AnchorMatcher.MinIoU))
                continue;
            there.Add(kept.Box);
            missing.Add(kept);
        }

        return missing;
    }

    /// <summary>
    /// Whose a face is that stays where it is: a drawn one is shown only while somebody says whose, and its
    /// photo may not have counted when that was said.
    /// </summary>
    public static int? PersonOf(bool drawn, FaceBox box, int? personId, IReadOnlyList<KeptFace> said) => drawn
        ? said.Where(face => face.Box.IoU(box) >= AnchorMatcher.MinIoU).OrderByDescending(face => face.Box.IoU(box))
            .FirstOrDefault().PersonId
        : personId;
}
