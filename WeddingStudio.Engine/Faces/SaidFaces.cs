using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Faces;

/// <summary>A face that must not be lost when its photo is read with other models, and who it is so far.</summary>
internal readonly record struct KeptFace(FaceBox Box, int? PersonId);

/// <summary>The faces that live statements put somewhere, by photo; read once, when the first photo is visited again.</summary>
internal sealed class SaidFaces(StudioStore store, string weddingId)
{
    private readonly Lazy<Task<IReadOnlyDictionary<string, List<KeptFace>>>> _faces = new(async () =>
    {
        var rows = await store.ReadAsync(db => db.Corrections.AsNoTracking().Where(row => row.WeddingId == weddingId).OrderBy(row => row.Seq).ToListAsync(), CancellationToken.None);
        Dictionary<string, List<KeptFace>> faces = [];
        foreach (var anchor in Journal.Live([.. rows.Select(JournalEntry.Read)]).SelectMany(entry => entry.Anchors))
        {
            if (anchor is not { Box: { } box, PersonId: { } person })
                continue;

            // The last statement about a face counts.
            var here = faces.TryGetValue(anchor.ContentHash, out var known) ? known : faces[anchor.ContentHash] = [];
            here.RemoveAll(face => face.Box.IoU(box) >= AnchorMatcher.MinIoU);
            if (person != Anchor.Nobody)
                here.Add(new KeptFace(box, person));
        }

        return faces;
    });

    public async Task<IEnumerable<KeptFace>> InAsync(string contentHash) => (await _faces.Value).GetValueOrDefault(contentHash) ?? [];
}
