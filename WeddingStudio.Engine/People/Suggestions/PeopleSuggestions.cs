using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.People.Grouping;
using WeddingStudio.Engine.People.GuestList;

namespace WeddingStudio.Engine.People.Suggestions;

/// <summary>
/// What there is to ask about a wedding's people as they are now. Found once for every revision: all pages that ask wait for the same
/// search, which goes on when one of them leaves.
/// </summary>
public sealed class PeopleSuggestions(StudioStore store, PeopleStage stage, PackClustering packClustering) : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<WeddingId, (long Revision, Task<IReadOnlyList<Suggestion>> Search)> _last = [];

    /// <summary>Nothing while people are provisional: their numbers and groups may be others in a minute.</summary>
    public async Task<IReadOnlyList<Suggestion>> OfAsync(WeddingId weddingId, CancellationToken ct)
    {
        var revision = await store.ReadAsync(db => Revisions.NowAsync(db, weddingId, ct), ct);
        return await Search(weddingId, revision).WaitAsync(ct);
    }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <summary>The search that found or finds what there is to ask since this revision; one that failed is tried again.</summary>
    private Task<IReadOnlyList<Suggestion>> Search(WeddingId weddingId, long revision)
    {
        lock (_lock)
        {
            if (_last.TryGetValue(weddingId, out var last) && last.Revision >= revision && !last.Search.IsFaulted
                && !last.Search.IsCanceled)
                return last.Search;
            var ct = _closing.Token;
            var search = Task.Run(() =>
                store.ReadAsync(async db => await IsSettledAsync(db, weddingId, ct) ? await FindAsync(db, weddingId, ct) : [], ct), ct);
            _last[weddingId] = (revision, search);
            return search;
        }
    }

    private static Task<bool> IsSettledAsync(StudioDb db, WeddingId weddingId, CancellationToken ct) =>
        db.BasePartitions.Where(b => b.WeddingId == weddingId).OrderByDescending(b => b.Id).Select(b => b.IsFinal).FirstOrDefaultAsync(ct);

    private async Task<IReadOnlyList<Suggestion>> FindAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var people = await db.People.Where(p => p.WeddingId == weddingId && p.RedirectToId == null).ToDictionaryAsync(p => p.Id, ct);
        var faces = await FacesAsync(db, weddingId, packClustering, ct);
        var parted = await PartedAsync(db, weddingId, ct);
        return SuggestedPairs.Find(faces, MayAsk);

        // Whoever was hidden shall not come back by a question, and two who were given names are two.
        bool MayAsk(int a, int b) => people.TryGetValue(a, out var one) && people.TryGetValue(b, out var other)
            && !one.Hidden && !other.Hidden && (one.Name is null || other.Name is null || GuestLinks.Same(one.Name, other.Name))
            && !parted.Contains((a, b)) && !parted.Contains((b, a));
    }

    /// <summary>(a, b): a live statement says that a, or one of a's faces, is not b.</summary>
    private async Task<HashSet<(int, int)>> PartedAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var folded = await stage.FoldedAsync(db, weddingId, ct);
        return [.. folded.Parted, .. folded.PartedFaces.Select(pair => (folded.PersonOf[pair.FaceId], pair.To))];
    }

    /// <summary>All faces of people, with the vectors of those that speak: a large wedding's others would be a hundred megabytes.</summary>
    internal static async Task<List<ComparedFace>> FacesAsync(
        StudioDb db, WeddingId weddingId, PackClustering packClustering, CancellationToken ct)
    {
        var times = await CameraTimes.LoadAsync(db, weddingId, ct);
        var panels = await PhotoPanels.LoadAsync(db, weddingId, ct);
        var rows = await db.Faces.Where(f => f.WeddingId == weddingId && f.PersonId != null && f.Photo!.State == PhotoState.Ready)
            .Select(f => new { f.Id, f.PersonId, f.PhotoId, f.Photo!.TakenAt, f.Photo.CameraId, f.Box, f.Quality, f.Pack }).ToListAsync(ct);
        var faces = rows.ConvertAll(f => new ComparedFace(f.Id, f.PersonId!.Value, f.PhotoId,
            times.At(f.TakenAt, f.CameraId), f.Box.WidthPx, f.Quality) { Panel = panels.Of(f.PhotoId, f.Box) });
        if (faces.Count == 0)
            return faces;

        // Embeddings of two packs are never compared.
        var pack = rows.CountBy(f => f.Pack).OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).First().Key;
        var directions = packClustering(pack)?.Directions ?? [];
        int[] speakers = [.. SuggestedPairs.Speakers(faces)];
        var vectors = await db.Faces.Where(f => EF.Parameter(speakers).Contains(f.Id))
            .Select(f => new { f.Id, f.Embedding, f.Clothes, f.Pack }).ToDictionaryAsync(f => f.Id, ct);
        return faces.ConvertAll(face => vectors.TryGetValue(face.Id, out var found)
            ? face with { Embedding = found.Pack == pack ? Vectors.Without(found.Embedding, directions) : [], Clothes = found.Clothes }
            : face);
    }
}
