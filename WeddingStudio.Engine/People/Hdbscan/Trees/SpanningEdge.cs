namespace WeddingStudio.Engine.People.Hdbscan.Trees;

/// <summary>One edge of the minimum spanning tree: <paramref name="From"/> was in the tree when <paramref name="To"/> joined it.</summary>
/// <param name="From">Row index of the point already in the tree.</param>
/// <param name="To">Row index of the point that joined.</param>
/// <param name="Weight">Mutual reachability distance: max(core(From), core(To), distance / alpha).</param>
public readonly record struct SpanningEdge(int From, int To, double Weight);
