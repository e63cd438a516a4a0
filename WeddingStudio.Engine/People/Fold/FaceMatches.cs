using WeddingStudio.Engine.Corrections;

namespace WeddingStudio.Engine.People.Fold;

/// <summary>
/// Where the faces of each statement are among those known now, looked up once: neither faces nor statements ever change their place.
/// </summary>
internal sealed class FaceMatches(IReadOnlyList<FoldFace> faces)
{
    private readonly AnchorMatcher _matcher = new(faces.Select(f => new AnchoredFace(f.Id, f.ContentHash, f.Box)));
    private readonly Dictionary<int, (IReadOnlyList<Anchor> Anchors, int?[] Found)> _found = [];

    /// <summary>[anchors] as of <see cref="AnchorMatcher.Match"/>.</summary>
    public int?[] Of(JournalEntry entry)
    {
        if (!_found.TryGetValue(entry.Seq, out var known) || !ReferenceEquals(known.Anchors, entry.Anchors))
            _found[entry.Seq] = known = (entry.Anchors, _matcher.Match(entry.Anchors));
        return known.Found;
    }
}
