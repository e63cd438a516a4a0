using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.People.Fold;

namespace WeddingStudio.Engine.People.Statements;

/// <summary>The journal row that follows from what a user did, or null and why there is none.</summary>
internal readonly record struct Said(JournalEntry? Entry, CorrectionOutcome Outcome)
{
    /// <summary>Said about people whose numbers were provisional, when they are so no more.</summary>
    public static Said TooLate { get; } = No(new("People.SortedAgain"));

    public static Said Statement(PeopleState state, string userId, DateTime at, Statement statement)
    {
        var taken = new StatementIntake(state.Fold(), state.Faces, state.HashOfPhoto).Take(statement);
        if (taken.Kind is not { } kind)
            return No(taken.Message);
        int? made = taken.Payload.NewPersonIds.Count > 0 ? taken.Payload.NewPersonIds[0] : null;
        return new Said(
            new JournalEntry(state.NextSeq, userId, at, kind, taken.PersonIds, taken.Anchors, taken.Payload),
            new CorrectionOutcome(true, taken.Message, made));
    }

    public static Said Undo(PeopleState state, string userId, DateTime at)
    {
        if (Journal.NextUndo(state.Rows, userId) is not { } row)
            return No(new("People.NothingToUndo"));
        if (Journal.FirstDependent(state.Rows, row) is { } later)
            return No(new("People.CannotUndo", StatementMessages.Of(row.Kind), StatementMessages.Of(later.Kind)));
        return About(state, userId, at, CorrectionKind.Undone, row, "People.Undone");
    }

    public static Said Redo(PeopleState state, string userId, DateTime at)
    {
        if (Journal.NextRedo(state.Rows, userId) is not { } row)
            return No(new("People.NothingToRedo"));
        if (Journal.FirstDependent(state.Rows, row) is { } later)
            return No(new("People.CannotRedo", StatementMessages.Of(row.Kind), StatementMessages.Of(later.Kind)));
        if (row.PersonIds.Except(row.Payload.NewPersonIds).Except(KnownIds(state)).Any())
            return No(new("People.CannotRedoGone", StatementMessages.Of(row.Kind)));
        return About(state, userId, at, CorrectionKind.Redone, row, "People.Redone");
    }

    /// <summary>Everybody there is, whether or not a face of theirs counts at the moment.</summary>
    private static IEnumerable<int> KnownIds(PeopleState state) =>
        [.. state.BasePersons.Values, .. state.Fold().People.Keys, .. Journal.Live(state.Rows).SelectMany(row => row.Mentioned())];

    private static Said About(PeopleState state, string userId, DateTime at, CorrectionKind kind, JournalEntry row, string done) => new(
        new JournalEntry(state.NextSeq, userId, at, kind, [], [], new CorrectionPayload { Seq = row.Seq }),
        new CorrectionOutcome(true, new(done, StatementMessages.Of(row.Kind))));

    private static Said No(Message message) => new(null, new CorrectionOutcome(false, message));
}
