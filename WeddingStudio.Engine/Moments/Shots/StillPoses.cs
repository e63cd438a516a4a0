namespace WeddingStudio.Engine.Moments.Shots;

/// <summary>Finds frames of one series where no time says so: the same people in the very same places before whatever background.</summary>
internal static class StillPoses
{
    /// <summary>
    /// Two heads lie as two others do by chance; of three and more no two different photos of a real album come nearer than .09.
    /// </summary>
    private const int FewestFaces = 3;

    /// <summary>
    /// In face sizes, after the best similarity transform: two edited frames of one pose lie at .03 there (docs/moments-measured.md).
    /// </summary>
    private const double LargestResidual = .05;

    /// <param name="candidates">Pairs worth a look, of photos that are shown.</param>
    /// <param name="faces">By photo id, of the photos among the candidates.</param>
    /// <param name="bursts">Photo id to series id, as times tell.</param>
    /// <returns>The same, and photos without a time beside those whose pose they share.</returns>
    public static Dictionary<int, int> Add(
        IEnumerable<(VersionPhoto A, VersionPhoto B)> candidates, ILookup<int, VersionFace> faces, IReadOnlyDictionary<int, int> bursts)
    {
        var series = bursts.ToDictionary();
        foreach (var (a, b) in candidates.Where(c => c.A.TakenAt is null || c.B.TakenAt is null))
        {
            if (FaceMap.Of(a, [.. faces[a.Id]], b, [.. faces[b.Id]]) is not { Faces: >= FewestFaces, Residual: <= LargestResidual })
                continue;
            // Two bursts stay two, however alike: their times say so.
            var id = series.TryGetValue(a.Id, out var ofA) ? ofA : series.GetValueOrDefault(b.Id, Math.Min(a.Id, b.Id));
            series.TryAdd(a.Id, id);
            series.TryAdd(b.Id, id);
        }

        return series;
    }
}
