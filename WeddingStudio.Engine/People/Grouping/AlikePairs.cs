using WeddingStudio.Engine.People.Hdbscan.Distances;

namespace WeddingStudio.Engine.People.Grouping;

/// <summary>
/// Which groups of unit vectors have a pair from a cosine on, with the product of their sums: a group's best partner is then found without
/// a look at the vectors. Memory: 24 bytes a pair, of 20,000 faces of a wedding some 200 MB.
/// </summary>
internal sealed class AlikePairs
{
    /// <summary>Products of sums are rounded otherwise than those of their parts; a pair more does no harm.</summary>
    private const double Rounding = 1e-4;

    private readonly Dictionary<int, double>[] _productOf;

    private AlikePairs(int count) => _productOf = [.. Enumerable.Range(0, count).Select(_ => new Dictionary<int, double>())];

    /// <param name="vectors">[n x dim] unit length; every vector is a group.</param>
    /// <param name="dim">Numbers per vector.</param>
    /// <param name="least">The cosine.</param>
    public static AlikePairs Find(float[] vectors, int dim, double least)
    {
        var pairs = new AlikePairs(dim == 0 ? 0 : vectors.Length / dim);
        if (pairs._productOf.Length == 0)
            return pairs;
        var rows = new BlockedRows(vectors, dim);
        Parallel.For(0, rows.Tasks,
            task => rows.Visit(task, (row, column, products) => pairs.Add(row, column, products, (float)(least - Rounding))));
        return pairs;
    }

    public IReadOnlyCollection<int> Of(int group) => _productOf[group].Keys;

    public double Product(int a, int b) => _productOf[a][b];

    /// <summary>Two groups become one.</summary>
    /// <param name="into">Its name.</param>
    /// <param name="from">The name that goes.</param>
    /// <param name="productTo">From another group to the product of its sum and the new group's.</param>
    public void Merge(int into, int from, Func<int, double> productTo)
    {
        var (kept, gone) = (_productOf[into], _productOf[from]);
        kept.Remove(from);
        foreach (var other in kept.Keys.ToList())
            kept[other] = gone.TryGetValue(other, out var product) ? kept[other] + product : productTo(other);
        foreach (var other in gone.Keys.Where(other => other != into))
        {
            if (!kept.ContainsKey(other))
                kept.Add(other, productTo(other));
            _productOf[other].Remove(from);
        }

        foreach (var (other, product) in kept)
            _productOf[other][into] = product;
        _productOf[from] = [];
    }

    private void Add(int firstRow, int firstColumn, ReadOnlySpan<float> products, float least)
    {
        for (var at = 0; at < products.Length; at++)
        {
            var (row, column) = (firstRow + at / BlockedRows.RowsPerBlock, firstColumn + at % BlockedRows.RowsPerBlock);
            if (products[at] >= least && row != column && row < _productOf.Length && column < _productOf.Length)
                _productOf[row].Add(column, products[at]);
        }
    }
}
