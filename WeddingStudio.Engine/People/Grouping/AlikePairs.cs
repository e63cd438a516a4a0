using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using WeddingStudio.Engine.People.Hdbscan.Distances;

namespace WeddingStudio.Engine.People.Grouping;

/// <summary>
/// Which groups of unit vectors have a pair from a cosine on, with the product of their sums: a group's best partner is then found without
/// a look at the vectors. A group learns that others have become one when it is asked for. Memory: 24 bytes a pair, of 20,000 faces of
/// a wedding some 200 MB at first, less with every two that become one.
/// </summary>
internal sealed class AlikePairs
{
    /// <summary>Products of sums are rounded otherwise than those of their parts; a pair more does no harm.</summary>
    private const double Rounding = 1e-4;

    private readonly float[] _sums;
    private readonly int _dim;
    private readonly List<Alike>[] _alike;
    private readonly int[] _sizes;
    private readonly int[] _into;
    private readonly int[] _toldAt;
    private readonly (int Telling, int At)[] _place;
    private int _merges;
    private int _telling;

    private AlikePairs(float[] sums, int dim)
    {
        (_sums, _dim) = (sums, dim);
        var count = dim == 0 ? 0 : sums.Length / dim;
        _alike = [.. Enumerable.Range(0, count).Select(_ => new List<Alike>())];
        (_sizes, _into, _toldAt, _place) = (new int[count], [.. Enumerable.Range(0, count)], new int[count], new (int, int)[count]);
        Array.Fill(_sizes, 1);
    }

    /// <summary>A group that is like another.</summary>
    /// <param name="Product">Of the sums of both, as far as their pairs are known.</param>
    /// <param name="Pairs">How many pairs of vectors that is; those below the cosine are not known one by one.</param>
    public record struct Alike(int Group, float Product, int Pairs);

    /// <param name="sums">[n x dim] unit length; every vector is a group. Whoever makes two groups one adds their sums here.</param>
    /// <param name="dim">Numbers per vector.</param>
    /// <param name="least">The cosine.</param>
    public static AlikePairs Find(float[] sums, int dim, double least)
    {
        var pairs = new AlikePairs(sums, dim);
        if (pairs._alike.Length == 0)
            return pairs;
        var rows = new BlockedRows(sums, dim);
        Parallel.For(0, rows.Tasks,
            task => rows.VisitOnce(task, (row, column, products) => pairs.Add(row, column, products, (float)(least - Rounding))));
        pairs.Mirror();
        return pairs;
    }

    /// <summary>Until the next two become one. Several threads may ask only before any did.</summary>
    public ReadOnlySpan<Alike> Of(int group)
    {
        if (_toldAt[group] != _merges)
            Tell(group);
        return CollectionsMarshal.AsSpan(_alike[group]);
    }

    /// <summary>Two groups have become one.</summary>
    /// <param name="into">Its name.</param>
    /// <param name="from">The name that goes.</param>
    public void Merge(int into, int from)
    {
        _alike[into].AddRange(_alike[from]);
        _alike[from] = [];
        _into[from] = into;
        _sizes[into] += _sizes[from];
        _merges++;
    }

    /// <summary>Each pair is noted by the lower one.</summary>
    private void Add(int firstRow, int firstColumn, ReadOnlySpan<float> products, float least)
    {
        for (var at = 0; at < products.Length; at++)
        {
            if (!(products[at] >= least))
                continue;
            var (row, column) = (firstRow + at / BlockedRows.RowsPerBlock, firstColumn + at % BlockedRows.RowsPerBlock);
            if (row < column && column < _alike.Length)
                _alike[row].Add(new Alike(column, products[at], 1));
        }
    }

    /// <summary>And by the higher one.</summary>
    private void Mirror()
    {
        var more = new int[_alike.Length];
        foreach (var other in _alike.SelectMany(alike => alike))
            more[other.Group]++;
        int[] noted = [.. _alike.Select(alike => alike.Count)];
        for (var i = 0; i < noted.Length; i++)
            _alike[i].Capacity = noted[i] + more[i];
        for (var i = 0; i < noted.Length; i++)
        {
            for (var at = 0; at < noted[i]; at++)
                _alike[_alike[i][at].Group].Add(_alike[i][at] with { Group = i });
        }
    }

    /// <summary>Of groups that have become one the group keeps one entry, with the product to all of it.</summary>
    private void Tell(int group)
    {
        var alike = CollectionsMarshal.AsSpan(_alike[group]);
        var kept = 0;
        _telling++;
        foreach (var old in alike)
        {
            var now = Now(old.Group);
            if (now == group)
                continue;
            ref var place = ref _place[now];
            if (place.Telling == _telling)
            {
                ref var entry = ref alike[place.At];
                (entry.Product, entry.Pairs) = (entry.Product + old.Product, entry.Pairs + old.Pairs);
                continue;
            }

            place = (_telling, kept);
            alike[kept++] = old with { Group = now };
        }

        CollectionsMarshal.SetCount(_alike[group], kept);
        foreach (ref var entry in alike[..kept])
        {
            var pairs = _sizes[group] * _sizes[entry.Group];
            if (entry.Pairs != pairs)
                (entry.Product, entry.Pairs) = (TensorPrimitives.Dot<float>(Sum(group), Sum(entry.Group)), pairs);
        }

        _toldAt[group] = _merges;
    }

    private int Now(int group)
    {
        while (_into[group] != group)
            group = _into[group] = _into[_into[group]];
        return group;
    }

    private ReadOnlySpan<float> Sum(int group) => _sums.AsSpan(group * _dim, _dim);
}
