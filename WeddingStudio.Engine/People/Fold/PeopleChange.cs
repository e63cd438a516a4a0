namespace WeddingStudio.Engine.People.Fold;

/// <summary>Whom a new fold of the journal concerned.</summary>
/// <param name="PersonIds">Everybody whose faces, name, role, visibility, photo rules or place on the guest
/// list changed, also those who are gone.</param>
/// <param name="ToScore">Those of them whose photos may have other scores now: names, visibility and photo rules change none.</param>
/// <param name="Revision">By which pages know the news of it; where nothing was written, the one of before.</param>
public readonly record struct PeopleWritten(IReadOnlySet<int> PersonIds, IReadOnlySet<int> ToScore, long Revision)
{
    public static PeopleWritten Nobody(long revision) => new(new HashSet<int>(), new HashSet<int>(), revision);
}

/// <summary>What a correction changed.</summary>
public sealed record PeopleChange(CorrectionOutcome Outcome, PeopleWritten Written)
{
    public long Revision => Written.Revision;
}
