using WeddingStudio.Engine.Corrections;

namespace WeddingStudio.Engine.People;

/// <summary>What a correction changed: the people whose faces, name or photo rules are not what they were.</summary>
public sealed record PeopleChange(CorrectionOutcome Outcome, long Revision, IReadOnlySet<int> PersonIds);
