using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Faces;

/// <summary>A face that must not be lost when its photo is read with other models, and who it is so far.</summary>
internal readonly record struct KeptFace(FaceBox Box, int? PersonId);

/// <summary>The faces that live statements put somewhere, by photo; read once, when the first photo is visited again.</summary>
internal sealed class SaidFaces(StudioStore store, string weddingId)
{
    private readonly Lazy<Task<ILookup<string, KeptFace>>> _faces = new(async () =>
    {
        var rows = await store.ReadAsync(db => db.Corrections.AsNoTracking().Where(row => row.WeddingId == weddingId).OrderBy(row => row.Seq).ToListAsync(), CancellationToken.None);
        return Journal.Live([.. rows.Select(JournalEntry.Read)]).SelectMany(entry => entry.Anchors)
            .Where(anchor => anchor is { Box: not null, PersonId: not (null or Anchor.Nobody) })
            .ToLookup(anchor => anchor.ContentHash, anchor => new KeptFace(anchor.Box!.Value, anchor.PersonId));
    });

    public async Task<IEnumerable<KeptFace>> InAsync(string contentHash) => (await _faces.Value)[contentHash];
}
