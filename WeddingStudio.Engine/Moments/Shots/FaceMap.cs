using System.Numerics;
using System.Numerics.Tensors;

namespace WeddingStudio.Engine.Moments.Shots;

/// <summary>
/// How the faces of one photo lie in another one. Versions of a shot map their faces by one similarity transform (a crop or
/// another size), and without a crop by the change of size alone.
/// </summary>
/// <param name="Faces">Faces that are in both.</param>
/// <param name="Residual">How far the five points of the worst face are off after the best similarity transform, in face sizes.</param>
/// <param name="FrameError">The same when one frame is simply laid on the other.</param>
/// <param name="Cosine">Likeness of the least alike of them.</param>
/// <param name="Surround">Correlation of what both photos show around a face, of the least alike of
/// them; 0 where too little was kept of it.</param>
internal readonly record struct FaceMap(int Faces, double Residual, double FrameError, double Cosine, double Surround)
{
    /// <summary>
    /// Below it two faces are not taken for the same at all: the versions measured have .968 and more, frames of a burst .67 and more.
    /// </summary>
    private const double SameFace = .5;

    /// <returns>Null when no face is in both.</returns>
    public static FaceMap? Of(VersionPhoto a, IReadOnlyList<VersionFace> facesA, VersionPhoto b, IReadOnlyList<VersionFace> facesB)
    {
        var pairs = Pair(facesA, facesB);
        if (pairs.Count == 0)
            return null;
        var from = pairs.Select(p => Points(facesA[p.A])).ToList();
        var to = pairs.Select(p => Points(facesB[p.B])).ToList();
        var (turn, shift) = Fit(from, to);
        var size = new Complex((double)b.WidthPx / a.WidthPx, 0);
        return new FaceMap(pairs.Count, Worst(turn, shift), Worst(size, Complex.Zero), pairs.Min(p => p.Cosine),
            pairs.Min(p => Correlation(facesA[p.A].Surround, facesB[p.B].Surround)));

        double Worst(Complex factor, Complex plus) => Enumerable.Range(0, pairs.Count).Max(i =>
            Math.Sqrt(from[i].Zip(to[i], (x, y) => Square(factor * x + plus - y)).Average()) / Size(facesB[pairs[i].B]));
    }

    /// <summary>The most alike first, every face once.</summary>
    private static List<(int A, int B, double Cosine)> Pair(IReadOnlyList<VersionFace> facesA, IReadOnlyList<VersionFace> facesB)
    {
        var all = from a in Enumerable.Range(0, facesA.Count)
                  from b in Enumerable.Range(0, facesB.Count)
                  let cosine = facesA[a].Embedding.Length == 0 || facesA[a].Embedding.Length != facesB[b].Embedding.Length
                      ? 0 : TensorPrimitives.Dot(facesA[a].Embedding, facesB[b].Embedding)
                  where cosine >= SameFace
                  orderby cosine descending, a, b
                  select (A: a, B: b, Cosine: (double)cosine);
        var pairs = new List<(int A, int B, double Cosine)>();
        foreach (var pair in all)
        {
            if (!pairs.Any(p => p.A == pair.A || p.B == pair.B))
                pairs.Add(pair);
        }

        return pairs;
    }

    /// <summary>Of the pixels that lie within both photos; 0 where those are less than a sixteenth.</summary>
    private static double Correlation(byte[] a, byte[] b)
    {
        const int leastShared = 16;
        var (count, sumA, sumB, squaresA, squaresB, product) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (a[i] == 0 || b[i] == 0)
                continue;
            var (x, y) = ((double)a[i], (double)b[i]);
            (count, sumA, sumB, squaresA, squaresB, product) = (count + 1, sumA + x, sumB + y, squaresA + x * x,
                squaresB + y * y, product + x * y);
        }

        var spread = (squaresA - sumA * sumA / count) * (squaresB - sumB * sumB / count);
        return count * leastShared < a.Length || !(spread > 0) ? 0 : (product - sumA * sumB / count) / Math.Sqrt(spread);
    }

    /// <summary>Least squares of y = turn * x + shift over complex numbers: a similarity transform.</summary>
    private static (Complex Turn, Complex Shift) Fit(List<Complex[]> from, List<Complex[]> to)
    {
        Complex[] x = [.. from.SelectMany(p => p)], y = [.. to.SelectMany(p => p)];
        Complex meanX = Mean(x), meanY = Mean(y), cross = 0;
        var spread = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            cross += Complex.Conjugate(x[i] - meanX) * (y[i] - meanY);
            spread += Square(x[i] - meanX);
        }

        var turn = spread > 0 ? cross / spread : Complex.One;
        return (turn, meanY - turn * meanX);
    }

    private static Complex Mean(Complex[] values) => values.Aggregate(Complex.Zero, (sum, v) => sum + v) / values.Length;

    private static double Square(Complex z) => z.Real * z.Real + z.Imaginary * z.Imaginary;

    private static Complex[] Points(VersionFace face) =>
        [.. Enumerable.Range(0, face.Points.Length / 2).Select(i => new Complex(face.Points[2 * i], face.Points[2 * i + 1]))];

    private static double Size(VersionFace face) =>
        Math.Max(1, Math.Sqrt((Math.Pow(face.Box.X2 - face.Box.X1, 2) + Math.Pow(face.Box.Y2 - face.Box.Y1, 2)) / 2));
}
