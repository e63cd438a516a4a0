using System.Numerics.Tensors;
using WeddingStudio.Engine.People.Grouping;

namespace WeddingStudio.Engine.People.Suggestions;

/// <summary>A person with the faces that speak for them: few are enough, and large people cost no more than small ones.</summary>
internal sealed class ComparedPerson
{
    /// <summary>The clearest faces, and as many spread over the day for what they wore.</summary>
    private const int Clearest = 10, Spread = 10;

    public ComparedPerson(int id, IEnumerable<ComparedFace> faces)
    {
        Id = id;
        ComparedFace[] all = [.. faces.OrderByDescending(f => f.Quality).ThenBy(f => f.Id)];
        Photos = [.. all.Select(f => f.PhotoId)];
        Exposures = [.. all.Select(f => (f.PhotoId, f.Panel))];
        WidestPx = all.Max(f => f.WidthPx);
        Clear = [.. all.Take(Clearest).Where(f => f.Embedding.Length > 0)];
        Clothed = OverTheDay(all, f => f.Clothes.Length > 0);
        Centre = CentreOf(Clear);
    }

    public int Id { get; }
    public HashSet<int> Photos { get; }

    /// <summary>Two who are in one exposure are two people; in one photo put together from several they may be one.</summary>
    public HashSet<(int PhotoId, int Panel)> Exposures { get; }
    public double WidestPx { get; }
    public ComparedFace[] Clear { get; }
    public ComparedFace[] Clothed { get; }

    /// <summary>[dim] unit mean of the clear faces; empty when none can be compared.</summary>
    public float[] Centre { get; }

    /// <summary>The faces whose vectors are needed, of all faces of a wedding.</summary>
    public static HashSet<int> Speakers(IEnumerable<ComparedFace> faces) => [.. faces.GroupBy(f => f.PersonId).SelectMany(person =>
    {
        ComparedFace[] all = [.. person.OrderByDescending(f => f.Quality).ThenBy(f => f.Id)];
        return all.Take(Clearest).Concat(OverTheDay(all, _ => true));
    }).Select(f => f.Id)];

    private static ComparedFace[] OverTheDay(ComparedFace[] faces, Func<ComparedFace, bool> counts)
    {
        ComparedFace[] timed = [.. faces.Where(f => f.At is not null && counts(f)).OrderBy(f => f.At).ThenBy(f => f.Id)];
        var count = Math.Min(timed.Length, Spread);
        return [.. Enumerable.Range(0, count).Select(i => timed[i * timed.Length / count])];
    }

    private static float[] CentreOf(ComparedFace[] faces)
    {
        if (faces.Length == 0)
            return [];
        var sum = Vectors.Sum(Array.ConvertAll(faces, face => face.Embedding));
        TensorPrimitives.Divide(sum, Math.Max(TensorPrimitives.Norm<float>(sum), float.Epsilon), sum);
        return sum;
    }
}
