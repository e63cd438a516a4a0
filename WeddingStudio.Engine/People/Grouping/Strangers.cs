using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People.Grouping;

/// <summary>
/// Two faces in one photo are two people, so their cosines show how alike strangers are in this album: families, children
/// and drawn people are more so than the public the embedder learnt from.
/// </summary>
internal static class Strangers
{
    /// <summary>Fewer pairs of faces in one photo than this say nothing about an album's strangers.</summary>
    private const int FewestPairs = 50;

    /// <summary>Smaller faces look like anybody. Pixels.</summary>
    private const double FromPx = 24;

    /// <returns>The median cosine; -1 with too few pairs to tell.</returns>
    public static double MedianCosine(IReadOnlyList<FaceVector> faces)
    {
        List<float> cosines = [];
        foreach (var photo in faces.Where(face => face.WidthPx >= FromPx).GroupBy(face => face.PhotoId, face => face.Embedding))
        {
            float[][] here = [.. photo];
            for (var i = 0; i < here.Length; i++)
            {
                for (var j = i + 1; j < here.Length; j++)
                    cosines.Add(TensorPrimitives.Dot<float>(here[i], here[j]));
            }
        }

        cosines.Sort();
        return cosines.Count < FewestPairs ? -1 : cosines[cosines.Count / 2];
    }
}
