using System.Numerics.Tensors;
using FsCheck.Xunit;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.People.Fold;
using WeddingStudio.Engine.People.Grouping;

namespace WeddingStudio.Tests.People;

/// <summary>In which order photos came in, and what row ids they got, decides nothing.</summary>
public sealed class PhotoOrderProperties
{
    private const int Dim = 16;

    private sealed record Shown(string Path, string Key, FaceBox Box, float[] Embedding);

    [Property(MaxTest = 200)]
    public void People_do_not_depend_on_the_order_of_the_photos(int seed, bool byMean)
    {
        var random = new Random(seed);
        var clustering = byMean ? new ClusteringSettings(Linkage: new LinkageSettings(.3, 2.2, .12)) : new ClusteringSettings(.9);
        var album = Album(random);

        var people = People(album, clustering, new Random(1));

        Assert.Equal(people, People(album, clustering, new Random(seed + 1)));
    }

    /// <summary>
    /// 2 to 8 people around directions of their own, some faces of nobody else's; no two likenesses are equal, so there are no ties.
    /// </summary>
    private static List<Shown> Album(Random random)
    {
        float[][] directions = [.. Enumerable.Range(0, random.Next(2, 9)).Select(_ => Unit(_ => random.NextDouble() - .5))];
        List<Shown> album = [];
        for (var photo = 0; photo < random.Next(4, 30); photo++)
        {
            for (var face = 0; face < random.Next(1, 4); face++)
            {
                var (direction, spread) = (directions[random.Next(directions.Length)], random.NextDouble() * .8);
                album.Add(new Shown($"photo-{photo:d2}.jpg", $"{random.NextInt64():x16}",
                    new FaceBox(face * 100, 0, (face * 100) + random.Next(10, 80), 50),
                    Unit(i => direction[i] + ((random.NextDouble() - .5) * spread))));
            }
        }

        return album;
    }

    /// <summary>Key of each face to its person, with photos and faces brought in in any order.</summary>
    private static Dictionary<string, int> People(List<Shown> album, ClusteringSettings clustering, Random order)
    {
        int[] ids = [.. Enumerable.Range(1, 100)];
        order.Shuffle(ids);
        var photoIds = album.Select(f => f.Path).Distinct().Zip(ids).ToDictionary(p => p.First, p => p.Second);
        var faces = album.ToArray();
        order.Shuffle(faces);

        var groups = BaseGrouping.Group([.. faces.Select(f => new FaceVector(f.Key, photoIds[f.Path], f.Box.WidthPx, f.Embedding))],
            clustering);
        var nobody = PeopleFold.People([], new Dictionary<string, int>(), new Dictionary<int, int>(), [], 1, _ => []);
        var numbered = PersonNumbers.Afresh(
            [.. faces.Select((f, i) => new FaceToNumber(i, f.Key, photoIds[f.Path], f.Path, f.Box, groups[i]))], nobody, new HashSet<int>(),
            new HashSet<int>());
        return faces.Select((f, i) => (f.Key, Person: numbered.PersonOf[i])).OrderBy(p => p.Key, StringComparer.Ordinal)
            .ToDictionary(p => p.Key, p => p.Person);
    }

    private static float[] Unit(Func<int, double> at)
    {
        float[] vector = [.. Enumerable.Range(0, Dim).Select(i => (float)at(i))];
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }
}
