using System.Numerics.Tensors;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.People.Grouping;

namespace WeddingStudio.Tests.People.Grouping;

public sealed class BaseGroupingTests
{
    private static readonly ClusteringSettings Epsilon = new(.9);
    private static readonly ClusteringSettings ByMean = new(Linkage: new LinkageSettings(.3, 2.2, .12));

    [Fact]
    public void No_faces_make_no_groups_and_one_face_is_a_group_of_its_own()
    {
        Assert.Empty(BaseGrouping.Group([], Epsilon));
        Assert.Equal([0], BaseGrouping.Group([Face(1, photo: 1, person: 1)], Epsilon));
    }

    [Fact]
    public void Faces_of_one_person_are_a_group_and_everybody_else_stands_alone()
    {
        FaceVector[] faces = [.. Enumerable.Range(1, 12).Select(i => Face(i, photo: i, person: i % 2)), Face(13, photo: 13, person: 5),
            Face(14, photo: 14, person: 6)];

        var groups = BaseGrouping.Group(faces, Epsilon);

        Assert.Equal(Enumerable.Range(0, 12).Select(i => i % 2), groups.Take(12));
        Assert.Equal([2, 3], groups.Skip(12));
    }

    [Fact]
    public void An_album_of_one_person_is_one_group()
    {
        FaceVector[] faces = [.. Enumerable.Range(1, 20).Select(i => Face(i, photo: i, person: 1))];

        Assert.All(BaseGrouping.Group(faces, Epsilon), group => Assert.Equal(0, group));
    }

    [Fact]
    public void Strangers_seen_once_each_are_no_group()
    {
        FaceVector[] faces = [.. Enumerable.Range(1, 20).Select(i => Face(i, photo: i, person: i))];

        Assert.Distinct(BaseGrouping.Group(faces, Epsilon));
    }

    [Fact]
    public void Faces_under_16_px_belong_to_nobody_and_faces_without_embedding_stand_alone()
    {
        FaceVector[] faces = [.. Enumerable.Range(1, 6).Select(i => Face(i, photo: i, person: 1)),
            Face(7, photo: 7, person: 1) with { WidthPx = 15.9 }, Face(8, photo: 8, person: 1) with { Embedding = [] }];

        var groups = BaseGrouping.Group(faces, Epsilon);

        Assert.Equal(BaseGrouping.Nobody, groups[6]);
        Assert.DoesNotContain(groups[7], groups.Take(7));
    }

    [Fact]
    public void Faces_in_one_photo_never_share_a_person()
    {
        // Six photos, in each of them the same face twice, as in a mirror.
        FaceVector[] faces = [.. Enumerable.Range(1, 12).Select(i => Face(i, photo: i / 2, person: 1))];

        var groups = BaseGrouping.Group(faces, Epsilon);

        Assert.All(faces.Zip(groups).GroupBy(pair => pair.First.PhotoId), photo => Assert.Distinct(photo.Select(pair => pair.Second)));
    }

    [Fact]
    public void The_face_that_fits_best_stays_and_the_other_goes_to_the_next_best_group()
    {
        float[] x = [1, 0, 0], y = [0, 1, 0];
        FaceVector At(int key, int photo, float[] v) => new($"{key:d2}", photo, 50, Unit(v));
        FaceVector[] faces = [At(1, 1, x), At(2, 2, x), At(3, 3, [.75f, .66f, 0]), At(4, 3, x), At(5, 4, y),
            At(6, 5, y), At(7, 3, [0, 0, 1])];

        var labels = SamePhotoSplit.Split(faces, [0, 0, 0, 0, 1, 1, 0], minCosine: .6);

        Assert.Equal([0, 0, 1, 0, 1, 1, -1], labels);
    }

    [Fact]
    public void Where_the_next_best_group_has_somebody_in_the_photo_too_the_one_after_it_is_asked()
    {
        FaceVector At(int key, int photo, float[] v) => new($"{key:d2}", photo, 50, Unit(v));
        FaceVector[] faces =
        [
            At(1, 1, [1, 0, 0]), At(2, 2, [1, 0, 0]), At(3, 3, [.9f, .44f, 0]), At(4, 4, [.9f, .44f, 0]), At(5, 5, [.6f, .8f, 0]),
            At(6, 6, [.6f, .8f, 0]), At(7, 7, [1, 0, 0]), At(8, 7, [.9f, .44f, 0]), At(9, 7, [.95f, .31f, 0]),
        ];

        var labels = SamePhotoSplit.Split(faces, [0, 0, 1, 1, 2, 2, 0, 1, 0], minCosine: .5);

        Assert.Equal([0, 0, 1, 1, 2, 2, 0, 1, 2], labels);
    }

    [Fact]
    public void By_mean_likeness_people_are_groups_and_nobody_is_twice_in_a_photo()
    {
        FaceVector[] faces = [.. Enumerable.Range(1, 60).Select(i => Face(i, photo: i / 3, person: i % 7)),
            Face(61, photo: 90, person: 20)];

        var groups = BaseGrouping.Group(faces, ByMean);

        Assert.Equal(Enumerable.Range(1, 60).Select(i => groups[i % 7 == 0 ? 6 : i % 7 - 1]), groups.Take(60));
        Assert.Equal(8, groups.Distinct().Count());
        FaceVector[] twice = [Face(1, photo: 1, person: 1), Face(2, photo: 1, person: 1), Face(3, photo: 2, person: 1)];
        Assert.Equal(2, BaseGrouping.Group(twice, ByMean).Distinct().Count());
    }

    [Fact]
    public void What_all_faces_of_an_album_have_in_common_makes_nobody_one()
    {
        // Forty relatives: any two are at cosine .5, more than the pack asks of one person.
        FaceVector[] faces = [.. Enumerable.Range(0, 160)
            .Select(i => new FaceVector($"{i:d3}", i % 4 * 20 + i / 8, 50, Relative(i / 4, i)))];

        var groups = BaseGrouping.Group(faces, ByMean);

        Assert.Equal(.5, Strangers.MedianCosine(faces), 1);
        Assert.Equal(-1, Strangers.MedianCosine([.. faces.Take(60)]));
        Assert.Equal(Enumerable.Range(0, 160).Select(i => groups[i / 4 * 4]), groups);
        Assert.Equal(40, groups.Distinct().Count());
    }

    /// <summary>Five small children, too few among the faces to be seen by: any two are at cosine .5.</summary>
    [Fact]
    public void What_lies_in_the_directions_of_a_pack_makes_nobody_one()
    {
        FaceVector[] faces = [.. Enumerable.Range(0, 20).Select(i => new FaceVector($"{i:d3}", i, 50, Relative(i / 4, i)))];
        var kind = new float[42];
        kind[40] = 1;

        Assert.Single(BaseGrouping.Group(faces, ByMean).Distinct());

        Assert.Equal(Enumerable.Range(0, 20).Select(i => i / 4), BaseGrouping.Group(faces, ByMean with { Directions = [kind] }));
        Assert.Equal(Relative(0, 0), Vectors.Without(Relative(0, 0), []));
        Assert.Equal(kind, Vectors.Without(kind, [kind]));
        Assert.Empty(Vectors.Without([], [kind]));
    }

    /// <summary>Faces are grouped again by other directions, and by none they are not.</summary>
    [Fact]
    public void A_way_to_group_is_known_by_its_directions_too()
    {
        var directed = ByMean with { Directions = [[1, 0]] };

        Assert.Equal("""{"Epsilon":0.9,"Linkage":{"MinCosine":0.3,"TimesStrangers":2.2,"SmallGroups":0.12}}""", ByMean.ToKey());
        Assert.StartsWith(ByMean.ToKey() + " ", directed.ToKey());
        Assert.Equal((directed with { Directions = [[1, 0]] }).ToKey(), directed.ToKey());
        Assert.NotEqual((directed with { Directions = [[0, 1]] }).ToKey(), directed.ToKey());
    }

    private static float[] Relative(int person, int face)
    {
        var vector = new float[42];
        (vector[person], vector[40], vector[41]) = (1, 1, face % 4 * .1f);
        return Unit(vector);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Poor_faces_join_people_and_bridge_none_and_are_people_only_by_likeness_to_a_clear_one(bool byMean, bool clear)
    {
        FaceVector Poor(int key, int photo, int person) => Face(key, photo, person) with { Seeds = false };
        FaceVector[] faces =
        [
            .. Enumerable.Range(1, 6).Select(i => Face(i, photo: i, person: 1)),
            Poor(7, photo: 7, person: 1), Poor(8, photo: 1, person: 1),
            Poor(9, photo: 9, person: 2) with { Seeds = clear }, Poor(10, photo: 10, person: 2), Poor(11, photo: 11, person: 2),
        ];

        var groups = BaseGrouping.Group(faces, byMean ? ByMean : Epsilon);

        Assert.All(groups.Take(7), group => Assert.Equal(0, group));
        Assert.Equal(clear ? [1, 2, 2, 2] : [1, 2, 3, 4], groups.Skip(7));
    }

    /// <summary>What is no face is most like somebody seen once.</summary>
    [Fact]
    public void A_poor_face_joins_nobody_of_one_face_unless_it_is_very_like_them()
    {
        FaceVector At(int key, float[] v, bool seeds) => new($"{key:d2}", key, 50, Unit(v)) { Seeds = seeds };
        FaceVector[] faces = [At(1, [1, 0, 0], true), At(2, [.9f, 0, .1f], true), At(3, [0, 1, 0], true), At(4, [.1f, .38f, .92f], false),
            At(5, [.1f, .9f, -.2f], false)];

        var groups = BaseGrouping.Group(faces, ByMean);

        Assert.Equal(groups[0], groups[1]);
        Assert.DoesNotContain(groups[3], groups.Where((_, i) => i != 3));
        Assert.Equal(groups[2], groups[4]);
    }

    [Fact]
    public void A_reflection_keeps_nobody_from_the_person_it_shows()
    {
        // Eight photos of one person; in the first they are seen twice, and four others are like the reflection most of all.
        float[] front = [1, 0, 0, 0], turned = [.8f, .6f, 0, 0];
        FaceVector At(int key, int photo, float[] v) => new($"{key:d2}", photo, 50, Unit([.. v, key * .01f]));
        FaceVector[] faces =
        [
            .. Enumerable.Range(1, 8).Select(i => At(i, i, front)), At(9, 1, turned),
            .. Enumerable.Range(10, 4).Select(i => At(i, i, turned)),
            .. Enumerable.Range(20, 4).Select(i => At(i, i, [0, 0, 1, 0])), .. Enumerable.Range(30, 4).Select(i => At(i, i, [0, 0, 0, 1])),
        ];

        var groups = BaseGrouping.Group(faces, ByMean);

        Assert.All(groups.Take(8).Concat(groups.Skip(9).Take(4)), group => Assert.Equal(0, group));
        Assert.DoesNotContain(groups[8], groups.Where((_, i) => i != 8));
    }

    [Fact]
    public void Two_people_users_spoke_of_are_no_reflection_of_each_other()
    {
        FaceVector At(int key, int photo, int group, bool later = false) =>
            new($"{key:d2}", photo, 50, Unit([1, 0, 0, key * .01f]), Standing: later ? null : new StandingGroup(group, Settled: true));
        FaceVector[] faces = [At(1, 1, 1), At(2, 2, 1), At(3, 3, 1), At(4, 1, 2), At(5, 5, 0, later: true)];
        int[] labels = [0, 0, 0, 3, 3];

        SeenTwice.Join(faces, labels, .5);

        Assert.Equal([0, 0, 0, 3, 3], labels);
    }

    [Fact]
    public void Standing_groups_take_in_new_faces_and_become_one_only_by_a_new_face_and_never_where_users_spoke_of_both()
    {
        FaceVector Stands(int key, int group, bool settled) =>
            Face(key, photo: key, person: 1) with { Standing = new StandingGroup(group, settled) };
        FaceVector[] Album(bool settled) =>
            [.. Enumerable.Range(1, 4).Select(i => Stands(i, 1, true)), .. Enumerable.Range(5, 4).Select(i => Stands(i, 2, settled))];
        var late = Face(9, photo: 9, person: 1);

        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1], BaseGrouping.Group(Album(settled: false), ByMean));
        Assert.All(BaseGrouping.Group([.. Album(settled: false), late], ByMean), group => Assert.Equal(0, group));
        var apart = BaseGrouping.Group([.. Album(settled: true), late], ByMean);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1], apart.Take(8));
        Assert.Contains(apart[8], new[] { 0, 1 });
    }

    [Fact]
    public void A_face_joins_whom_it_is_like_two_faces_of_and_not_the_one_that_is_nearest()
    {
        float[] x = [1, 0, 0];
        FaceVector At(int key, float[] v) => new($"{key:d2}", key, 50, Unit(v));
        FaceVector[] faces = [At(1, x), At(2, [0, 0, 1]), At(3, [.8f, .6f, 0]), At(4, [.8f, .55f, .1f]), At(5, [.95f, .3f, 0])];
        int[] labels = [0, 0, 1, 1, NearestGroup.Alone];

        NearestGroup.Join(faces, labels, [4], .5);

        Assert.Equal([0, 0, 1, 1, 1], labels);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Groups_do_not_depend_on_the_order_of_the_faces(bool byMean)
    {
        FaceVector[] faces = [.. Enumerable.Range(1, 60).Select(i => Face(i, photo: i / 3, person: i % 7))];
        var how = byMean ? ByMean : Epsilon;
        var expected = faces.Zip(BaseGrouping.Group(faces, how)).ToDictionary(p => p.First.Key, p => p.Second);

        foreach (var seed in Enumerable.Range(1, 5))
        {
            var shuffled = faces.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(expected, shuffled.Zip(BaseGrouping.Group(shuffled, how)).ToDictionary(p => p.First.Key, p => p.Second));
        }
    }

    // People are far apart, faces of one person about cosine .8 from each other.
    internal static FaceVector Face(int key, int photo, int person)
    {
        var random = new Random(key * 1000 + person);
        var vector = new float[32];
        for (var i = 0; i < vector.Length; i++)
            vector[i] = (float)(random.NextDouble() - .5) * .3f;
        vector[person] += 1;
        return new FaceVector($"{key:d4}", photo, 50, Unit(vector));
    }

    internal static float[] Unit(float[] vector)
    {
        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), unit);
        return unit;
    }
}
