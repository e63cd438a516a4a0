namespace WeddingStudio.Bench.Albums;

/// <summary>Unit vectors that lie as face embeddings of one wedding do.</summary>
internal static class FacesLike
{
    // Cosine of two faces of one person: mean .66 to .77 with MobileFaceNet-class embedders, so .7.
    private const double SamePersonCosine = 0.7;

    // Bystanders seen once.
    private const double StrangerShare = 0.1;

    private const int FacesPerPerson = 25;

    /// <summary>Makes n vectors [n, dim] in random order: people of uneven size (a few are in many photos), and strangers.</summary>
    public static float[] Make(int n, int dim, int seed) => Make(n, dim, seed, Math.Max(1, n / FacesPerPerson), StrangerShare).Vectors;

    /// <summary>And who is on each: 0 .. people - 1, or -1 for a stranger.</summary>
    public static (float[] Vectors, int[] Who) Make(int n, int dim, int seed, int people, double strangers)
    {
        var random = new Random(seed);
        var centres = Enumerable.Range(0, people).Select(_ => Unit(random, dim)).ToArray();
        var (vectors, who) = (new float[n * dim], new int[n]);
        // One buffer for all: garbage here would count as memory of the clustering that is measured next.
        var own = new double[dim];
        for (var i = 0; i < n; i++)
        {
            Unit(random, own);
            // The cube of a uniform number favours low indices: the couple is in far more photos than the last guest.
            who[i] = (int)(Math.Pow(random.NextDouble(), 3) * centres.Length);
            var centre = centres[who[i]];
            var share = random.NextDouble() < strangers ? 0 : SamePersonCosine;
            who[i] = share > 0 ? who[i] : -1;
            for (var k = 0; k < dim; k++)
                own[k] = Math.Sqrt(share) * centre[k] + Math.Sqrt(1 - share) * own[k];
            Normalise(own);
            for (var k = 0; k < dim; k++)
                vectors[i * dim + k] = (float)own[k];
        }

        return (vectors, who);
    }

    private static double[] Unit(Random random, int dim)
    {
        var vector = new double[dim];
        Unit(random, vector);
        return vector;
    }

    private static void Unit(Random random, double[] vector)
    {
        for (var k = 0; k < vector.Length; k++)
            vector[k] = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        Normalise(vector);
    }

    private static void Normalise(double[] vector)
    {
        var length = 0.0;
        foreach (var value in vector)
            length += value * value;
        length = Math.Sqrt(length);
        for (var k = 0; k < vector.Length; k++)
            vector[k] /= length;
    }
}
