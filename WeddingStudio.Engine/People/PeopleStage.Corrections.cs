using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.People;

/// <summary>What users say: one journal row, one fold, one transaction.</summary>
public sealed partial class PeopleStage
{
    /// <summary>Takes a statement, or says in words why not. Instant, and touches nobody but the people concerned.</summary>
    public Task<PeopleChange> CorrectAsync(string weddingId, string userId, Statement statement, CancellationToken ct) =>
        store.WriteAsync(async db =>
        {
            var state = await PeopleState.LoadAsync(db, weddingId, ct);
            return await CorrectAsync(db, state, userId, statement, ct);
        }, ct);

    /// <summary>Takes back this user's last statement that counts, unless somebody's later one rests on it.</summary>
    public Task<PeopleChange> UndoAsync(string weddingId, string userId, CancellationToken ct) =>
        store.WriteAsync(async db =>
        {
            var state = await PeopleState.LoadAsync(db, weddingId, ct);
            if (Journal.NextUndo(state.Rows, userId) is not { } row)
                return Refused(state, "There is nothing left to undo.");
            if (Journal.FirstDependent(state.Rows, row) is { } later)
                return Refused(state, $"{Words.Capital(Words.Of(row.Kind))} cannot be undone: somebody has since said something that rests on it ({Words.Of(later.Kind)}).");
            var entry = Entry(state, userId, CorrectionKind.Undone, row.Seq);
            return await AppendAsync(db, state, entry, new CorrectionOutcome(true, $"Undone: {Words.Of(row.Kind)}."), ct);
        }, ct);

    /// <summary>Brings back what this user undid last, unless they have said something new since or it no longer fits.</summary>
    public Task<PeopleChange> RedoAsync(string weddingId, string userId, CancellationToken ct) =>
        store.WriteAsync(async db =>
        {
            var state = await PeopleState.LoadAsync(db, weddingId, ct);
            if (Journal.NextRedo(state.Rows, userId) is not { } row)
                return Refused(state, "There is nothing to redo.");
            if (Journal.FirstDependent(state.Rows, row) is { } later)
                return Refused(state, $"{Words.Capital(Words.Of(row.Kind))} cannot be redone: somebody has since said something about the same people ({Words.Of(later.Kind)}).");
            var now = state.Fold();
            if (row.PersonIds.Except(row.Payload.NewPersonIds).Any(id => now.Find(id) is null))
                return Refused(state, $"{Words.Capital(Words.Of(row.Kind))} cannot be redone: the photos were sorted anew and these people are no longer there. Say it again about the people of now.");
            var entry = Entry(state, userId, CorrectionKind.Redone, row.Seq);
            return await AppendAsync(db, state, entry, new CorrectionOutcome(true, $"Redone: {Words.Of(row.Kind)}."), ct);
        }, ct);

    private async Task<PeopleChange> CorrectAsync(StudioDb db, PeopleState state, string userId, Statement statement, CancellationToken ct)
    {
        var taken = new Intake(state.Fold(), state.Faces, state.HashOfPhoto).Take(statement);
        if (taken.Kind is not { } kind)
            return Refused(state, taken.Message);
        state.Wedding.NextPersonId = Math.Max(state.Wedding.NextPersonId, taken.Payload.NewPersonIds.DefaultIfEmpty().Max() + 1);
        var entry = new JournalEntry(state.NextSeq, userId, clock.GetUtcNow().UtcDateTime, kind, taken.PersonIds, taken.Anchors, taken.Payload);
        int? made = taken.Payload.NewPersonIds.Count > 0 ? taken.Payload.NewPersonIds[0] : null;
        return await AppendAsync(db, state, entry, new CorrectionOutcome(true, taken.Message, made), ct);
    }

    private JournalEntry Entry(PeopleState state, string userId, CorrectionKind kind, int seq) =>
        new(state.NextSeq, userId, clock.GetUtcNow().UtcDateTime, kind, [], [], new CorrectionPayload { Seq = seq });

    private static async Task<PeopleChange> AppendAsync(
        StudioDb db, PeopleState state, JournalEntry entry, CorrectionOutcome outcome, CancellationToken ct)
    {
        db.Corrections.Add(entry.ToRow(state.Wedding.Id));
        var after = state.With(entry);
        var changed = await PeopleTables.WriteAsync(db, after, after.Fold(), ct);
        return new PeopleChange(outcome, state.Wedding.Revision, changed);
    }

    private static PeopleChange Refused(PeopleState state, string message) =>
        new(new CorrectionOutcome(false, message), state.Wedding.Revision, new HashSet<int>());
}
