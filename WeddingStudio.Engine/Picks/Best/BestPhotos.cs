using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Picks.Best;

/// <summary>Why a photo is among the picks.</summary>
public enum PickKind
{
    /// <summary>A user wants it always shown.</summary>
    AlwaysShown,

    /// <summary>The best of what differs from the picks before it.</summary>
    Different,

    /// <summary>Like an earlier pick, but the best of what was left.</summary>
    BestOfTheRest,
}

public readonly record struct Picked(Candidate Candidate, PickKind Kind);

/// <summary>
/// The best different photos of one person. Always-shown photos come first and are never left out; never-shown ones never come; of a shot's
/// versions and a burst's frames only the best; photos in which nobody could tell who it is, those set aside, and
/// those guests do not see, when no other is left.
/// </summary>
public static class BestPhotos
{
    /// <summary>
    /// Faces of a drawn wedding below .1 are no more like themselves than like others (median cosine .3 both ways, reference embedder),
    /// from .2 on twice as much.
    /// </summary>
    private const double ClearFromQuality = .1;

    /// <param name="candidates">In any order, several faces of one photo allowed: the best of them counts.</param>
    /// <param name="count">At least 1, so a person's only photo is never dropped.</param>
    /// <param name="options">What is too alike.</param>
    public static IReadOnlyList<Picked> Select(IReadOnlyList<Candidate> candidates, int count, PicksOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (options.Likeness == LikenessKind.Mission)
            return ByScore.Select(candidates, count, options);
        Candidate[] photos =
        [
            .. candidates.Where(c => !c.NeverShow).OrderByDescending(c => c.AlwaysShow).ThenByDescending(c => c.Worth)
                .ThenBy(c => c.PhotoPath, StringComparer.Ordinal).ThenBy(c => c.FaceId).DistinctBy(c => c.PhotoId),
        ];
        // Shots are counted once, by their best version, unless a user wants two of them.
        var shots = new HashSet<int>();
        photos = [.. photos.Where(c => (c.ShotId is not { } shot || shots.Add(shot) || c.AlwaysShow)
            && (c.AlwaysShow || !c.Facts.HasFlag(ScoreFacts.BetterInSeries)))];
        var picking = new Picking(photos, count, options);
        picking.Take(c => c.AlwaysShow);
        picking.Fill(c => c is { KeptFromGuests: false, SetAside: false, Quality: >= ClearFromQuality });
        picking.Fill(c => c is { KeptFromGuests: false, SetAside: false });
        picking.Fill(c => !c.KeptFromGuests);
        picking.Fill(_ => true);
        return picking.Picks;
    }
}
