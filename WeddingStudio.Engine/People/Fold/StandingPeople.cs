using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.People.Grouping;

namespace WeddingStudio.Engine.People.Fold;

/// <summary>
/// The people later photos come to. They are those of the last base made of all photos, whatever checkpoints came since, so that the
/// outcome does not depend on how often an analysis stopped on its way; and they are what users
/// made of them: parted people gather faces apart.
/// </summary>
/// <param name="State">The journal and the people of now.</param>
/// <param name="BaseOf">Face.Id to Person.Id of its group in that base.</param>
/// <param name="People">What base and journal come to.</param>
/// <param name="Settled">People a live statement or a guest's link is about.</param>
internal sealed record StandingPeople(
    PeopleState State, IReadOnlyDictionary<int, int> BaseOf, FoldedPeople People, IReadOnlySet<int> Settled)
{
    /// <summary>Null when no final base was made with these models and settings.</summary>
    public static async Task<StandingPeople?> LoadAsync(StudioDb db, WeddingId weddingId, string key, CancellationToken ct)
    {
        var final = await db.BasePartitions.AsNoTracking().Where(b => b.WeddingId == weddingId && b.IsFinal).OrderByDescending(b => b.Id)
            .FirstOrDefaultAsync(ct);
        if (final?.Pack != key)
            return null;
        var state = await PeopleState.LoadAsync(db, weddingId, ct);
        return Of(state, final, await db.Galleries.Where(g => g.WeddingId == weddingId).Select(g => g.PersonId).ToListAsync(ct));
    }

    /// <param name="state">The journal and the people of now.</param>
    /// <param name="final">The last base made of all photos.</param>
    /// <param name="linked">People guests' links lead to.</param>
    public static StandingPeople Of(PeopleState state, BasePartition final, IReadOnlyList<int> linked)
    {
        var baseOf = StoredBase.PersonOf(state.Faces, [final]);
        var settled = Journal.Live(state.Rows).SelectMany(row => row.Mentioned()).Concat(linked).ToHashSet();
        return new StandingPeople(state, baseOf, (state with { BasePersons = baseOf }).Fold(), settled);
    }

    public bool IsNoFace(int faceId) => People.Placed.Contains(faceId) && People.UnitOf[faceId] == Anchor.Nobody;

    /// <summary>
    /// People a user merged are one group: faces that are like both halves are not in doubt. Null for a face nobody knows yet.
    /// </summary>
    public StandingGroup? GroupOf(int faceId) =>
        People.PersonOf.GetValueOrDefault(faceId, Anchor.Nobody) is var person and not Anchor.Nobody
        ? new StandingGroup(person, Settled.Contains(person)) : null;

    /// <summary>Numbers for what the faces came to with those of later photos.</summary>
    public NumberedBase Number(IReadOnlyDictionary<int, int> groupOf) =>
        PersonNumbers.Extend(State.ToNumber(groupOf), State.Fold(), People, BaseOf, Settled);
}
