using System.Numerics.Tensors;
using WeddingStudio.Engine.People.Grouping;

namespace WeddingStudio.Tests.People.Grouping;

public sealed class AverageLinkageTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(.5)]
    public void It_joins_what_the_plain_search_over_all_pairs_joins(double ownLikeness)
    {
        var rule = new LinkRule(ownLikeness > 0 ? .1 : .4, .06) { OwnLikeness = ownLikeness, LoneFace = .04, LoneQuality = .05 };
        foreach (var seed in Enumerable.Range(1, 40))
        {
            var faces = Album(new Random(seed), 40);
            var start = ownLikeness > 0 ? AverageLinkage.Cluster(faces, new LinkRule(.6, .06)) : null;

            Assert.Equal(Plain(faces, rule, start), AverageLinkage.Cluster(faces, rule, start));
        }
    }

    [Fact]
    public void People_whose_own_faces_differ_are_asked_for_less_likeness()
    {
        var rule = new LinkRule(.03, 0) { OwnLikeness = .5 };
        LinkRule.Group many = new(9, .7, 0), loose = new(9, .4, 0), one = new(1, 0, 1);

        Assert.Equal(double.NegativeInfinity, rule.Left(.37, many, many));
        Assert.Equal(.05, rule.Left(.4, many, many), 9);
        Assert.Equal(.17, rule.Left(.37, loose, loose), 9);
        Assert.Equal(double.NegativeInfinity, rule.Left(.9, one, one));
        Assert.True(rule.Left(.4, one, many) < (rule with { LoneFace = .04 }).Left(.4, many, one));
    }

    private static FaceVector[] Album(Random random, int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var vector = Enumerable.Range(0, 6).Select(_ => (float)(random.NextDouble() - .5)).ToArray();
        vector[random.Next(6)] += 1.2f;
        return new FaceVector($"{i:d3}", random.Next(count / 2), 50, BaseGroupingTests.Unit(vector), Quality: random.NextDouble());
    })];

    /// <summary>The best pair of all, again and again.</summary>
    private static int[] Plain(FaceVector[] faces, LinkRule rule, int[]? start)
    {
        var groups = Enumerable.Range(0, faces.Length).GroupBy(i => start?[i] ?? i).Select(group => group.ToList()).ToList();
        while (true)
        {
            var best = (from a in groups
                        from b in groups
                        where a[0] < b[0] && !a.Select(i => faces[i].PhotoId).Intersect(b.Select(i => faces[i].PhotoId)).Any()
                        let left = rule.Left(Mean(faces, a, b), Of(faces, a), Of(faces, b))
                        where left > double.NegativeInfinity
                        orderby left descending, a[0], b[0]
                        select (a, b)).FirstOrDefault();
            if (best.a is null)
                break;
            best.a.AddRange(best.b);
            best.a.Sort();
            groups.Remove(best.b);
        }

        var owner = new int[faces.Length];
        groups.ForEach(group => group.ForEach(i => owner[i] = group[0]));
        return owner;
    }

    private static LinkRule.Group Of(FaceVector[] faces, List<int> group) =>
        new(group.Count, group.Count == 1 ? 0 : (Mean(faces, group, group) * group.Count - 1) / (group.Count - 1),
            group.Count == 1 ? faces[group[0]].Quality : 0);

    private static double Mean(FaceVector[] faces, List<int> a, List<int> b) =>
        a.Average(i => b.Average(j => (double)TensorPrimitives.Dot<float>(faces[i].Embedding, faces[j].Embedding)));
}
