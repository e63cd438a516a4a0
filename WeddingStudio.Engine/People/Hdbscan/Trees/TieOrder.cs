namespace WeddingStudio.Engine.People.Hdbscan.Trees;

/// <summary>
/// The order in which spanning tree edges of equal weight are merged. With MinSamples of 2 or more one core distance
/// sets several edges, so ties are normal and the order decides some borderline points.
/// </summary>
public enum TieOrder
{
    /// <summary>Equal weights keep the order in which Prim's algorithm found them: the same on every machine.</summary>
    Stable,

    /// <summary>
    /// The order of numpy 1.24's unstable argsort, which the reference library uses. Labels then equal the library's
    /// bit for bit; for comparison runs only.
    /// </summary>
    NumpyArgsort,
}
