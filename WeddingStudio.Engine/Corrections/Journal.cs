namespace WeddingStudio.Engine.Corrections;

/// <summary>
/// What of the journal counts. Rows are only appended: `Undone` takes a row out, `Redone` brings it back to its old place.
/// </summary>
public static class Journal
{
    /// <summary>The statements that count, in the order they were made.</summary>
    public static IReadOnlyList<JournalEntry> Live(IReadOnlyList<JournalEntry> rows)
    {
        var undone = UndoneSeqs(rows);
        return [.. rows.Where(row => IsStatement(row) && !undone.Contains(row.Seq)).OrderBy(row => row.Seq)];
    }

    /// <summary>What this user would undo next: their last live row.</summary>
    public static JournalEntry? NextUndo(IReadOnlyList<JournalEntry> rows, string userId) =>
        Live(rows).LastOrDefault(row => row.UserId == userId);

    /// <summary>
    /// What this user would redo next: the row they undid last and that is still undone. A new statement of theirs ends
    /// redoing, as in every editor.
    /// </summary>
    public static JournalEntry? NextRedo(IReadOnlyList<JournalEntry> rows, string userId)
    {
        var undone = UndoneSeqs(rows);
        var bySeq = rows.ToDictionary(row => row.Seq);
        return rows.Where(row => row.UserId == userId).OrderByDescending(row => row.Seq)
            .TakeWhile(row => !IsStatement(row))
            .Where(row => row.Kind == CorrectionKind.Undone && undone.Contains(Meant(row)))
            .Select(row => bySeq[Meant(row)])
            .FirstOrDefault();
    }

    /// <summary>
    /// The first live statement made after <paramref name="entry"/> that rests on it; null when it can go or come back freely.
    /// </summary>
    public static JournalEntry? FirstDependent(IReadOnlyList<JournalEntry> rows, JournalEntry entry) =>
        Live(rows).FirstOrDefault(later => later.Seq > entry.Seq && StatementDependence.Rests(later, entry));

    private static bool IsStatement(JournalEntry row) => row.Kind is not (CorrectionKind.Undone or CorrectionKind.Redone);

    private static int Meant(JournalEntry row) =>
        row.Payload.Seq ?? throw new InvalidDataException($"Journal row {row.Seq} ({row.Kind}) does not say which row it means.");

    private static HashSet<int> UndoneSeqs(IReadOnlyList<JournalEntry> rows)
    {
        HashSet<int> undone = [];
        foreach (var row in rows.OrderBy(row => row.Seq))
        {
            if (row.Kind == CorrectionKind.Undone)
                undone.Add(Meant(row));
            else if (row.Kind == CorrectionKind.Redone)
                undone.Remove(Meant(row));
        }

        return undone;
    }
}
