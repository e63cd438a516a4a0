using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.People.Grouping;

namespace WeddingStudio.Bench.Albums;

/// <summary>Pictures of 15 children, each of another family, and of 200 adults: every picture is a photo of one face.</summary>
internal sealed class ChildrenAlbum
{
    private const int Children = 15, Adults = 200;

    /// <summary>
    /// At a wedding nobody is in more of the photos that count; and most people of the adults' set have a picture or two.
    /// </summary>
    private const int MostPictures = 12;

    private readonly List<(string Person, bool IsChild, string Picture)> _faces;

    private ChildrenAlbum(List<(string, bool, string)> faces) => _faces = faces;

    public IEnumerable<string> Pictures => _faces.Select(face => face.Picture);

    /// <param name="Children">Of the children's faces, whoever they were put with.</param>
    /// <param name="Adults">Of the others.</param>
    /// <param name="NotFound">Faces the detector missed; each is a group of its own.</param>
    /// <param name="LargestMix">Children in the group that holds most of them.</param>
    public readonly record struct Figures(BCubed Children, BCubed Adults, int NotFound, int LargestMix);

    public static ChildrenAlbum Draw(IReadOnlyList<string> children, IReadOnlyList<string> adults, Random random)
    {
        var chosen = Shuffled(children, random).DistinctBy(Path.GetDirectoryName).Take(Children).Select(person => (person, true))
            .Concat(Shuffled(adults, random).Take(Adults).Select(person => (person, false))).ToList();
        return new ChildrenAlbum([.. chosen.SelectMany(one => Shuffled([.. PeopleFolders.Pictures(one.person)], random)
            .Take(MostPictures).Select(picture => (one.person, one.Item2, picture)))]);
    }

    public Figures Grouped(IReadOnlyDictionary<string, PictureFaces> read, ClusteringSettings clustering)
    {
        List<FaceVector> vectors = [];
        var faceOf = _faces.ConvertAll(face =>
        {
            if (read[face.Picture] is not { Central: { } central } picture)
                return -1;
            vectors.Add(picture.Vector(vectors.Count, central, 0));
            return vectors.Count - 1;
        });
        var groupOfVector = BaseGrouping.Group(vectors, clustering);
        int[] groups = [.. faceOf.Select(face => face < 0 ? -1 : groupOfVector[face])];
        string[] people = [.. _faces.Select(face => face.Person)];
        var mixes = _faces.Zip(groups).Where(pair => pair.First.IsChild && pair.Second >= 0)
            .GroupBy(pair => pair.Second, pair => pair.First.Person);
        return new Figures(BCubed.Of(groups, people, Of(isChild: true)), BCubed.Of(groups, people, Of(isChild: false)),
            faceOf.Count(face => face < 0), mixes.Select(group => group.Distinct().Count()).DefaultIfEmpty().Max());
    }

    private int[] Of(bool isChild) => [.. Enumerable.Range(0, _faces.Count).Where(i => _faces[i].IsChild == isChild)];

    private static T[] Shuffled<T>(IReadOnlyList<T> from, Random random)
    {
        T[] copy = [.. from];
        random.Shuffle(copy);
        return copy;
    }
}
