using System.Numerics.Tensors;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.People.Grouping;

/// <summary>
/// Two faces in one photo are two people as far as the photo is one exposure. A booth strip or a collage shows somebody several times:
/// there it holds within each picture, and where no lines part the pictures, within each look at somebody who is there again and again.
/// </summary>
internal static class Exposures
{
    /// <summary>
    /// On average, so many faces or more of one photo are one person without any line: three sisters come to .48 at the most, drawn ones
    /// too, pictures of one person of LFW on different days to .68.
    /// </summary>
    private const double AgainAndAgain = .23;
    private const int Again = 3;

    /// <summary>Cosine of one look seen twice, as in a mirror or on a screen; twins do not come near it.</summary>
    private const double SameLook = .9;

    /// <returns>[faces] the same faces, those of a further exposure with a
    /// <see cref="FaceVector.PhotoId"/> of its own below zero.</returns>
    public static FaceVector[] Apart(IReadOnlyList<FaceVector> faces, ClusteringSettings clustering)
    {
        var onePersonFrom = clustering.OnePersonFrom();
        var apart = faces.ToArray();
        var next = -1;
        foreach (var photo in Enumerable.Range(0, apart.Length).GroupBy(i => apart[i].PhotoId).Select(photo => photo.ToArray())
            .Where(photo => photo.Length > 1).ToList())
        {
            foreach (var exposure in photo.GroupBy(i => faces[i].Panel).OrderBy(panel => panel.Key).Select(panel => panel.ToArray()))
            {
                var at = ByLook([.. exposure.Select(i => faces[i])], onePersonFrom);
                foreach (var look in exposure.Zip(at).GroupBy(face => face.Second, face => face.First).OrderBy(look => look.Key))
                {
                    var id = look.Key == 0 && exposure.Length == photo.Length ? faces[photo[0]].PhotoId : next--;
                    foreach (var i in look)
                        apart[i] = apart[i] with { PhotoId = id };
                }
            }
        }

        return apart;
    }

    /// <summary>
    /// [faces] the look each is part of: 0, or higher for further looks at somebody. Blurred and small faces are alike because they are.
    /// </summary>
    private static int[] ByLook(FaceVector[] faces, double onePersonFrom)
    {
        var looks = new int[faces.Length];
        int[] clear = [.. Enumerable.Range(0, faces.Length).Where(i => faces[i].Seeds && faces[i].Quality >= FaceQueries.ClearFromQuality)];
        if (!clear.Any(i => clear.Any(j => i < j && Cosine(faces[i], faces[j]) >= Math.Min(onePersonFrom + AgainAndAgain, SameLook))))
            return looks;
        var people = Together(faces, clear, onePersonFrom + AgainAndAgain);
        var isComposed = people.Exists(person => person.Length >= Again);
        foreach (var person in isComposed ? people : Together(faces, clear, SameLook))
        {
            // The largest comes first: it is no reflection.
            foreach (var (look, i) in person.OrderByDescending(i => faces[i].WidthPx)
                .ThenBy(i => faces[i].Key, StringComparer.Ordinal).Index())
                looks[i] = look;
        }

        // Where most faces are somebody's again, the others are hardly beside them.
        var repeated = people.SelectMany(person => person).ToHashSet();
        for (var i = 0; isComposed && 2 * repeated.Count > faces.Length && i < faces.Length; i++)
            looks[i] = repeated.Contains(i) ? looks[i] : faces.Length + i;
        return looks;
    }

    /// <summary>The faces of each who is there twice and more.</summary>
    private static List<int[]> Together(FaceVector[] faces, int[] clear, double mean)
    {
        var together = AverageLinkage.Cluster([.. clear.Select(i => faces[i] with { PhotoId = i, Standing = null })],
            new LinkRule(mean, SmallGroups: 0));
        return [.. clear.Zip(together).GroupBy(pair => pair.Second, pair => pair.First).Select(person => person.ToArray())
            .Where(person => person.Length > 1)];
    }

    private static double Cosine(FaceVector a, FaceVector b) => TensorPrimitives.Dot<float>(a.Embedding, b.Embedding);
}
