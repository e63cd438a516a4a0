using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People;

/// <summary>
/// Which groups of unit vectors have a pair from a cosine on, with the product of their sums: a group's best partner is then found without a
/// look at the vectors. Memory: 24 bytes a pair, of 20,000 faces of a wedding some 200 MB.
/// </summary>
internal sealed class AlikePairs
{
    /// <summary>Rows of a tile: so many of 512 numbers stay in a core's cache while they are held against each other.</summary>
    private const int Tile = 64;

    /// <summary>Products of sums are rounded otherwise than those of their parts; a pair more does no harm.</summary>
    private const double Rounding = 1e-4;

    private readonly Dictionary<int, double>[] _productOf;

    private AlikePairs(int count) => _productOf = new Dictionary<int, double>[count];

    /// <param name="vectors">[n x dim] unit length; every vector is a group.</param>
    /// <param name="dim">Numbers per vector.</param>
    /// <param name="least">The cosine.</param>
    public static AlikePairs Find(float[] vectors, int dim, double least)
    {
        var count = dim == 0 ? 0 : vectors.Length / dim;
        var pairs = new AlikePairs(count);
        Parallel.For(0, (count + Tile - 1) / Tile, tile =>
        {
            var (first, last) = (tile * Tile, Math.Min(count, (tile + 1) * Tile));
            for (var i = first; i < last; i++)
                pairs._productOf[i] = [];
            for (var from = 0; from < count; from += Tile)
            {
                for (var i = first; i < last; i++)
                    AddAlike(vectors, dim, i, from, Math.Min(from + Tile, count), least - Rounding, pairs._productOf[i]);
            }
        });
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

    private static void AddAlike(float[] vectors, int dim, int i, int from, int to, double least, Dictionary<int, double> alike)
    {
        var own = vectors.AsSpan(i * dim, dim);
        for (var j = from; j < to; j++)
        {
            if (j != i && TensorPrimitives.Dot<float>(own, vectors.AsSpan(j * dim, dim)) is var cosine && cosine >= least)
                alike.Add(j, cosine);
        }
    }
}
