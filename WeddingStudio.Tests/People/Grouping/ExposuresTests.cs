using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.People.Grouping;
using static WeddingStudio.Tests.People.Grouping.BaseGroupingTests;

namespace WeddingStudio.Tests.People.Grouping;

/// <summary>Booth strips, collages, mirrors and screens among ordinary photos; twins and reflections beside them.</summary>
public sealed class ExposuresTests
{
    private static readonly ClusteringSettings ByMean = new(Linkage: new LinkageSettings(.3, 2.2, .12)), Epsilon = new(.9);

    public static TheoryData<bool> Either => [true, false];

    [Theory]
    [MemberData(nameof(Either))]
    public void Faces_of_the_pictures_of_a_strip_are_one_person_with_their_ordinary_photos(bool byMean)
    {
        FaceVector[] faces = [.. Ordinary(people: 2), .. Strip(photo: 50, 1, 1, 1, 1), .. Strip(photo: 51, 2, 2, 2)];

        var groups = BaseGrouping.Group(faces, byMean ? ByMean : Epsilon);

        Assert.Equal(2, groups.Distinct().Count());
        Assert.Equal(Enumerable.Repeat(groups[0], 4).Concat(Enumerable.Repeat(groups[1], 3)), groups[^7..]);
    }

    [Theory]
    [MemberData(nameof(Either))]
    public void Two_people_in_each_picture_of_a_strip_stay_two(bool byMean)
    {
        // A couple that looks alike: cosine .6, more than the pack asks of one person.
        FaceVector Of(int key, int panel, int person) => Alike(key, 1, person) with { Panel = panel };
        FaceVector[] strip = [.. Enumerable.Range(0, 4)
            .SelectMany(panel => new[] { Of(2 * panel, panel, 0), Of(2 * panel + 1, panel, 1) })];

        var groups = BaseGrouping.Group(strip, byMean ? ByMean : Epsilon);

        Assert.All(strip.Zip(groups).GroupBy(pair => pair.First.Panel), panel => Assert.Distinct(panel.Select(pair => pair.Second)));
    }

    [Fact]
    public void Without_lines_somebody_again_and_again_in_one_photo_is_one_person_and_the_others_stay_themselves()
    {
        FaceVector[] faces = [.. Ordinary(people: 3), Face(201, 50, 1), Face(202, 50, 1), Face(203, 50, 1), Face(204, 50, 2)];

        var groups = BaseGrouping.Group(faces, ByMean);

        Assert.Equal([groups[0], groups[0], groups[0], groups[1]], groups[^4..]);
        Assert.Equal(3, groups.Distinct().Count());
    }

    [Fact]
    public void Two_who_are_both_there_again_and_again_stay_two()
    {
        var groups = BaseGrouping.Group([.. Enumerable.Range(0, 8).Select(i => Face(i, photo: 1, person: i % 2))], ByMean);

        Assert.Equal([0, 1, 0, 1, 0, 1, 0, 1], groups);
    }

    [Fact]
    public void A_look_seen_twice_in_many_photos_is_one_person()
    {
        // The same morning in front of a mirror: the reflection lies at cosine .95 beside its face in five of eight photos.
        FaceVector[] faces =
        [
            .. Enumerable.Range(1, 8).Select(i => Face(i, photo: i, person: 1)),
            .. Enumerable.Range(1, 5).Select(
                i => Face(i, photo: i, person: 1) with { Key = $"m{i}", WidthPx = 30, Embedding = Near(Face(i, i, 1).Embedding, .95f) }),
        ];

        Assert.Single(BaseGrouping.Group(faces, ByMean).Distinct());
    }

    [Theory]
    [MemberData(nameof(Either))]
    public void Twins_who_are_together_in_every_photo_stay_two(bool byMean)
    {
        FaceVector[] faces = [.. Enumerable.Range(0, 24).Select(i => Alike(i, photo: i / 2, person: i % 2))];

        var groups = BaseGrouping.Group(faces, byMean ? ByMean : Epsilon);

        Assert.All(Enumerable.Range(0, 12), photo => Assert.NotEqual(groups[2 * photo], groups[2 * photo + 1]));
    }

    [Fact]
    public void Three_sisters_in_every_photo_stay_three()
    {
        // Any two are at cosine .5: more than people must be, less than the same person again.
        FaceVector Sister(int key, int person)
        {
            var vector = new float[8];
            (vector[person], vector[6], vector[7]) = (1, 1, key % 5 * .05f);
            return new FaceVector($"{key:d3}", key / 3, 50, Unit(vector));
        }

        var groups = BaseGrouping.Group([.. Enumerable.Range(0, 30).Select(i => Sister(i, i % 3))], ByMean);

        Assert.All(Enumerable.Range(0, 10), photo => Assert.Distinct(groups.Skip(3 * photo).Take(3)));
    }

    [Fact]
    public void Blurred_faces_of_a_crowd_are_nobody_again_and_again()
    {
        FaceVector[] crowd = [.. Enumerable.Range(1, 6)
            .Select(i => Face(i, photo: 1, person: 1) with { Seeds = i % 2 == 0, Quality = i % 2 == 0 ? .1 : 1 })];

        Assert.Distinct(BaseGrouping.Group(crowd, ByMean));
    }

    [Fact]
    public void A_strip_that_comes_later_joins_who_stands()
    {
        FaceVector[] faces = [.. Ordinary(people: 2)
            .Select(face => face with { Standing = new StandingGroup(face.PhotoId % 2, Settled: true) }), .. Strip(photo: 50, 1, 1, 1, 1)];

        var groups = BaseGrouping.Group(faces, ByMean);

        Assert.Equal(Enumerable.Repeat(groups[0], 4), groups[^4..]);
        Assert.Equal(2, groups.Distinct().Count());
    }

    [Fact]
    public void Exposures_of_a_photo_are_numbered_apart_from_all_photos_and_ordinary_photos_keep_theirs()
    {
        FaceVector[] faces = [.. Ordinary(people: 3), .. Strip(photo: 50, 1, 1, 2)];

        var apart = Exposures.Apart(faces, ByMean);

        Assert.Equal(faces[..^3].Select(f => f.PhotoId), apart[..^3].Select(f => f.PhotoId));
        Assert.Equal([-1, -2, -3], apart[^3..].Select(f => f.PhotoId));
    }

    // Twelve photos of each person, alone.
    private static FaceVector[] Ordinary(int people) =>
        [.. Enumerable.Range(1, 12 * people).Select(i => Face(i, photo: i, person: (i - 1) % people + 1))];

    private static FaceVector[] Strip(int photo, params int[] people) =>
        [.. people.Select((person, panel) => Face(1000 + 10 * photo + panel, photo, person) with { Panel = panel })];

    // Two people at cosine .6 from each other, each face at .97 and more from its own.
    private static FaceVector Alike(int key, int photo, int person)
    {
        var vector = new float[8];
        (vector[0], vector[1], vector[2 + key / 2 % 4]) = (person == 0 ? 1 : .6f, person == 0 ? 0 : .8f, .15f);
        return new FaceVector($"{key:d3}", photo, 50, Unit(vector));
    }

    private static float[] Near(float[] vector, float cosine)
    {
        float[] aside = [.. vector.Select((v, i) => i % 2 == 0 ? vector[i + 1] : -vector[i - 1])];
        return Unit([.. vector.Zip(aside, (v, a) => v * cosine + a * MathF.Sqrt(1 - cosine * cosine))]);
    }
}
