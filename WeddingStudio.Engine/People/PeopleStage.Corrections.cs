using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.People.Fold;
using WeddingStudio.Engine.People.Statements;

namespace WeddingStudio.Engine.People;

/// <summary>What users say: one journal row, one fold, one transaction. Instant, and touches nobody but the people concerned.</summary>
public sealed partial class PeopleStage
{
    /// <summary>Takes a statement, or says in words why not.</summary>
    public Task<PeopleChange> CorrectAsync(WeddingId weddingId, string userId, Statement statement, CancellationToken ct) =>
        SayAsync(weddingId,
            async (db, state) => statement.Provisional && await db.BasePartitions.AnyAsync(b => b.WeddingId == weddingId && b.IsFinal, ct)
            ? Said.TooLate
            : Said.Statement(state, userId, Now(), statement), ct);

    /// <summary>Takes back this user's last statement that counts, unless somebody's later one rests on it.</summary>
    public Task<PeopleChange> UndoAsync(WeddingId weddingId, string userId, CancellationToken ct) =>
        SayAsync(weddingId, (_, state) => Task.FromResult(Said.Undo(state, userId, Now())), ct);

    /// <summary>Brings back what this user undid last, unless they have said something new since or it no longer fits.</summary>
    public Task<PeopleChange> RedoAsync(WeddingId weddingId, string userId, CancellationToken ct) =>
        SayAsync(weddingId, (_, state) => Task.FromResult(Said.Redo(state, userId, Now())), ct);

    /// <summary>The people as they are, for a read: after a correction at no cost.</summary>
    internal async Task<FoldedPeople> FoldedAsync(StudioDb db, WeddingId weddingId, CancellationToken ct) =>
        (await _memory.LoadAsync(db, weddingId, ct)).State.Fold();

    private readonly PeopleMemory _memory = new();

    private async Task<PeopleChange> SayAsync(WeddingId weddingId, Func<StudioDb, PeopleState, Task<Said>> say, CancellationToken ct)
    {
        var (change, remember) = await store.WriteAsync<(PeopleChange, Action?)>(async db =>
        {
            var known = await _memory.LoadAsync(db, weddingId, ct);
            var state = known.State;
            var said = await say(db, state);
            if (said.Entry is null)
                return (new PeopleChange(said.Outcome, PeopleWritten.Nobody(known.Stamp.Revision)), null);

            db.Corrections.Add(said.Entry.ToRow(weddingId));
            var after = state.With(said.Entry);
            var written = await PeopleTables.WriteAsync(db, after, after.Fold(), ct, known.IsAsWritten ? state.Fold() : null);
            return (new PeopleChange(said.Outcome, written), () => _memory.Keep(known, after.Written(after.Fold()), written.Revision));
        }, ct);
        remember?.Invoke();
        return change;
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;
}
