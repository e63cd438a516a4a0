using System.Numerics;

namespace WeddingStudio.Engine.Picks.Album;

/// <summary>A set of the first n people as bits: sets of 300 people are compared in five steps.</summary>
internal readonly struct PeopleSet
{
    private readonly ulong[] _bits;

    private PeopleSet(ulong[] bits) => _bits = bits;

    public static PeopleSet Of(IEnumerable<int> people, int outOf)
    {
        var bits = new ulong[(outOf + 63) / 64];
        foreach (var person in people)
            bits[person / 64] |= 1UL << (person % 64);
        return new PeopleSet(bits);
    }

    /// <summary>These people, in a set of the same size.</summary>
    public PeopleSet Only(IEnumerable<int> people) => Of(people, 64 * _bits.Length);

    public int Count => CountOf((mine, _) => mine, this);

    public bool IsEmpty => _bits.All(word => word == 0);

    public bool Has(int person) => (_bits[person / 64] >> (person % 64) & 1) != 0;

    public PeopleSet Without(PeopleSet other) => Each(other, (mine, theirs) => mine & ~theirs);

    public PeopleSet With(PeopleSet other) => Each(other, (mine, theirs) => mine | theirs);

    public PeopleSet Common(PeopleSet other) => Each(other, (mine, theirs) => mine & theirs);

    public int CommonCount(PeopleSet other) => CountOf((mine, theirs) => mine & theirs, other);

    /// <summary>Whether everybody of this set is in the other too.</summary>
    public bool IsWithin(PeopleSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            if ((_bits[i] & ~other._bits[i]) != 0)
                return false;
        }

        return true;
    }

    public IEnumerable<int> People
    {
        get
        {
            for (var i = 0; i < _bits.Length; i++)
            {
                for (var word = _bits[i]; word != 0; word &= word - 1)
                    yield return 64 * i + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    private PeopleSet Each(PeopleSet other, Func<ulong, ulong, ulong> step)
    {
        var bits = new ulong[_bits.Length];
        for (var i = 0; i < bits.Length; i++)
            bits[i] = step(_bits[i], other._bits[i]);
        return new PeopleSet(bits);
    }

    private int CountOf(Func<ulong, ulong, ulong> step, PeopleSet other)
    {
        var count = 0;
        for (var i = 0; i < _bits.Length; i++)
            count += BitOperations.PopCount(step(_bits[i], other._bits[i]));
        return count;
    }
}
