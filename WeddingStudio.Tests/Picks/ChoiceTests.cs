using FsCheck.Xunit;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Picks.Best;

namespace WeddingStudio.Tests.Picks;

public sealed class ChoiceTests
{
    private static readonly PicksOptions Options = new();

    private static readonly ScoreFacts[] _facts =
        [ScoreFacts.WithCouple, ScoreFacts.WithFamily, ScoreFacts.Alone, ScoreFacts.InGroup, ScoreFacts.Candid];

    /// <summary>Photos of a few scenes and moments, some of them series.</summary>
    internal static Candidate[] Album(Random random, int most) =>
    [
        .. Enumerable.Range(0, random.Next(2, most + 1)).Select(i =>
        {
            var scene = random.Next(6);
            return new Candidate
            {
                PhotoId = i, FaceId = i, PhotoPath = $"{i:00}.jpg", Score = random.NextDouble(),
                Embedding = Paper.Direction(random.Next(5)),
                Facts = _facts[random.Next(_facts.Length)] | _facts[random.Next(_facts.Length)],
                MomentId = random.Next(4) == 0 ? null : scene / 2, InSeries = random.Next(3) == 0 ? random.NextDouble() : null,
                At = random.Next(5) == 0 ? null : Paper.Noon.AddMinutes((20 * scene) + random.Next(3)),
                PerceptualHash = new Random(scene).NextInt64() ^ random.Next(4),
            };
        }),
    ];

    [Property(MaxTest = 200)]
    public bool Another_photo_never_makes_a_set_worse_and_adds_the_less_the_more_there_is(int seed)
    {
        var random = new Random(seed);
        var photos = Album(random, 12);
        var choice = new Choice(photos, Options);
        var order = Enumerable.Range(0, photos.Length).ToArray();
        random.Shuffle(order);
        var (added, large) = (order[0], order[1..(1 + random.Next(order.Length))]);
        var small = large[..random.Next(large.Length + 1)];
        double Adds(int[] set) => choice.Of([.. set, added]) - choice.Of(set);

        return Adds(large) >= 0 && Adds(small) >= Adds(large) - 1e-9;
    }

    /// <summary>Against all sets of at most that many photos of which no two are too alike.</summary>
    [Fact]
    public void Picks_are_near_the_best_of_all_sets()
    {
        var shares = Enumerable.Range(0, 200).Select(seed =>
        {
            var photos = Album(new Random(seed), 14).OrderBy(p => p.PhotoId).ToArray();
            var count = 1 + seed % 5;
            var choice = new Choice(photos, Options);
            int[] picked = [.. BestPhotos.Select(photos, count, Options).Where(p => p.Kind == PickKind.Different)
                .Select(p => p.Candidate.PhotoId)];
            return choice.Of(picked) / Sets(photos, count).Max(choice.Of);
        }).ToList();

        TestContext.Current.TestOutputHelper!.WriteLine($"least {shares.Min():0.0000}, mean {shares.Average():0.0000}");
        Assert.All(shares, share => Assert.InRange(share, .95, 1 + 1e-9));
    }

    private static IEnumerable<int[]> Sets(Candidate[] photos, int count)
    {
        var alike = photos.Select(a => photos.Select(b => Likeness.Of(a, b, Options) > Options.MaxLikeness).ToArray()).ToArray();
        return From([], 0);

        IEnumerable<int[]> From(int[] set, int next)
        {
            if (set.Length > 0)
                yield return set;
            for (var i = next; i < photos.Length && set.Length < count; i++)
            {
                if (set.Any(j => alike[i][j]))
                    continue;
                foreach (var larger in From([.. set, i], i + 1))
                    yield return larger;
            }
        }
    }

    /// <summary>
    /// Best score first, skip whoever is too like one picked by the cosine of the faces, fill up with the best that were skipped.
    /// </summary>
    [Fact]
    public void Without_our_additions_the_plain_rule_is_left()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var photos = Album(random, 60);
            for (var i = 0; i < photos.Length; i++)
                photos[i] = photos[i] with
                {
                    Quality = random.NextDouble(), Facts = random.Next(4) == 0 ? ScoreFacts.BetterInSeries : 0, ShotId = random.Next(9),
                };
            var count = 1 + random.Next(8);

            var picked = BestPhotos.Select(photos, count, new PicksOptions { Likeness = LikenessKind.Mission });

            Assert.Equal(Plain(photos, count), picked.Select(p => p.Candidate.PhotoId));
        }
    }

    private static List<int> Plain(Candidate[] photos, int count)
    {
        var ranked = photos.OrderByDescending(p => p.Score).ToList();
        var selected = new List<Candidate>();
        foreach (var photo in ranked)
        {
            if (selected.Count < count && !selected.Any(s => s.Embedding.Zip(photo.Embedding, (a, b) => a * b).Sum() > .7f))
                selected.Add(photo);
        }

        foreach (var photo in ranked)
        {
            if (selected.Count < count && !selected.Contains(photo))
                selected.Add(photo);
        }

        return [.. selected.Select(s => s.PhotoId)];
    }
}
