namespace WeddingStudio.Engine.Corrections;

/// <summary>
/// Whether a later statement rests on an earlier one, so that taking the earlier one back would change what the later one
/// means. Who stands where carries everything said about the same people or faces afterwards; a name carries later names and
/// merges (a merge keeps the named); a flag or photo rule carries only what replaced it.
/// </summary>
internal static class StatementDependence
{
    public static bool Rests(JournalEntry later, JournalEntry earlier) => earlier.Kind switch
    {
        CorrectionKind.Named => ChangesNames(later.Kind) && SharePeople(later, earlier),
        CorrectionKind.Hidden => later.Kind == CorrectionKind.Hidden && SharePeople(later, earlier),
        _ when IsPhotoRule(earlier.Kind) => IsPhotoRule(later.Kind) && SharePhotos(later, earlier)
            && (later.PersonIds.Count == 0 || earlier.PersonIds.Count == 0 || SharePeople(later, earlier)),
        CorrectionKind.NotAFace => ShareFaces(later, earlier),
        _ => SharePeople(later, earlier) || ShareFaces(later, earlier),
    };

    private static bool ChangesNames(CorrectionKind kind) =>
        kind is CorrectionKind.Named or CorrectionKind.Merged or CorrectionKind.SamePerson;

    private static bool IsPhotoRule(CorrectionKind kind) =>
        kind is CorrectionKind.AlwaysShow or CorrectionKind.NeverShow or CorrectionKind.KeptFromGuests or CorrectionKind.SetAside;

    private static bool SharePeople(JournalEntry a, JournalEntry b) => a.Mentioned().ToHashSet().Overlaps(b.Mentioned());

    /// <summary>Boxes of one face differ when its photo was read again in between.</summary>
    private static bool ShareFaces(JournalEntry a, JournalEntry b)
    {
        var inPhoto = a.Anchors.Where(IsFace).ToLookup(anchor => anchor.ContentHash);
        return b.Anchors.Where(IsFace)
            .Any(anchor => inPhoto[anchor.ContentHash].Any(other => other.Box!.Value.IoU(anchor.Box!.Value) >= AnchorMatcher.MinIoU));
    }

    private static bool SharePhotos(JournalEntry a, JournalEntry b) => Photos(a).Overlaps(Photos(b));

    private static bool IsFace(Anchor anchor) => anchor is { PersonId: not null, Box: not null };

    private static HashSet<string> Photos(JournalEntry row) => [.. row.Anchors.Where(a => a.Box is null).Select(a => a.ContentHash)];
}
