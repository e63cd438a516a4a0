using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.People.Fold;
using WeddingStudio.Engine.People.Grouping;

namespace WeddingStudio.Engine.People;

/// <summary>Faces become people: the base partition from what faces look like, the people from it and the journal.</summary>
public sealed partial class PeopleStage(
    StudioStore store, IOptions<PeopleOptions> options, PackClustering packClustering, TimeProvider clock)
{
    /// <summary>Groups the faces if there are others than last time, and folds the journal over the new groups.</summary>
    /// <param name="isFinal">Every photo has been read: groups and their numbers stay.</param>
    public async Task RunAsync(WeddingId weddingId, bool isFinal, IProgress<StageProgress> progress, CancellationToken ct)
    {
        // What a user says while faces are grouped counts: then they are grouped once more.
        while (await store.ReadAsync(db => BaseFaces.LoadAsync(db, weddingId, isFinal, ClusteringOf, ct), ct) is { } faces)
        {
            progress.Report(new StageProgress(Stage.People, 0, faces.Vectors.Count));
            var groups = BaseGrouping.Group(faces.Vectors, faces.Clustering);
            if (!await store.WriteAsync(db => StoreAsync(db, weddingId, faces, groups, isFinal, ct), ct))
                continue;
            progress.Report(new StageProgress(Stage.People, faces.Vectors.Count, faces.Vectors.Count));
            return;
        }

        await store.WriteAsync(db => FollowPhotosAsync(db, weddingId, ct), ct);
    }

    /// <summary>Photos that went or came back change nobody's group, but who is in how many, and what was said of which holds.</summary>
    private static async Task FollowPhotosAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var forgotten = await ForgetUnreadAsync(db, weddingId, ct);
        var state = await PeopleState.LoadAsync(db, weddingId, ct);
        var people = state.Fold();
        var rules = await db.PhotoRules.Where(r => r.WeddingId == weddingId).Select(r => new FoldedRule(r.PhotoId, r.PersonId, r.Kind))
            .ToListAsync(ct);
        if (forgotten > 0 || !people.Rules.SetEquals(rules) || state.Faces.Any(face => people.PersonOfFace(face.Id)?.Id != face.PersonId))
            await PeopleTables.WriteAsync(db, state, people, ct);
    }

    private ClusteringSettings ClusteringOf(string pack) => packClustering(pack) ?? new ClusteringSettings(options.Value.Epsilon);

    /// <returns>False when the people later faces were held against are others by now.</returns>
    private async Task<bool> StoreAsync(StudioDb db, WeddingId weddingId, BaseFaces faces, int[] groups, bool isFinal, CancellationToken ct)
    {
        var groupOf = faces.Ids.Zip(groups).ToDictionary(pair => pair.First, pair => pair.Second);
        var standing = faces.ExtendsAt is null ? null : await StandingPeople.LoadAsync(db, weddingId, faces.Key, ct);
        if (standing?.State.NextSeq != faces.ExtendsAt)
            return false;
        var (state, numbered) = standing is not null ? (standing.State, standing.Number(groupOf))
            : await NumberAsync(db, weddingId, groupOf, isFinal, ct);
        var next = StoredBase.Of(state, numbered, faces.Key, isFinal && groups.Length > 0, Now());
        if (next.IsFinal)
            await StoredBase.KeepAwayAsync(db, next, ct);
        await ReplaceBaseAsync(db, next, ct);
        state.Wedding.NextPersonId = numbered.NextPersonId;
        state = state with { BasePersons = numbered.PersonOf };
        await ForgetUnreadAsync(db, weddingId, ct);
        await PeopleTables.WriteAsync(db, state, state.Fold(), ct);
        return true;
    }

    private static async Task<(PeopleState, NumberedBase)> NumberAsync(
        StudioDb db, WeddingId weddingId, Dictionary<int, int> groupOf, bool isFinal, CancellationToken ct)
    {
        var state = await PeopleState.LoadAsync(db, weddingId, ct);
        var firstFinal = isFinal && !await db.BasePartitions.AnyAsync(b => b.WeddingId == weddingId && b.IsFinal, ct);
        var linked = await db.Galleries.Where(g => g.WeddingId == weddingId).Select(g => g.PersonId).ToListAsync(ct);
        return (state, state.Number(groupOf, firstFinal, linked));
    }

    /// <summary>Kept are the base that counts and the last final one, which tells that numbers are settled.</summary>
    private static async Task ReplaceBaseAsync(StudioDb db, BasePartition next, CancellationToken ct)
    {
        await db.BasePartitions.Where(b => b.WeddingId == next.WeddingId && (next.IsFinal || !b.IsFinal)).ExecuteDeleteAsync(ct);
        db.BasePartitions.Add(next);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Faces of photos that no longer count belong to nobody.</summary>
    private static Task<int> ForgetUnreadAsync(StudioDb db, WeddingId weddingId, CancellationToken ct) =>
        db.Faces.Where(f => f.WeddingId == weddingId && f.PersonId != null && f.Photo!.State != PhotoState.Ready)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.PersonId, (int?)null), ct);
}
