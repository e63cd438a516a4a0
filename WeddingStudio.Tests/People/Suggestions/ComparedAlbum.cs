using WeddingStudio.Engine.People.Suggestions;

namespace WeddingStudio.Tests.People.Suggestions;

/// <summary>An album of people as unlike as can be, each in four photos of their own, an hour apart from the next.</summary>
internal sealed class ComparedAlbum
{
    public const int Dim = 64, Colours = 150;
    private static readonly DateTime Noon = new(2026, 6, 20, 12, 0, 0, DateTimeKind.Utc);
    private readonly List<ComparedFace> _faces = [];

    public ComparedAlbum(int people = 12)
    {
        for (var person = 1; person <= people; person++)
            Add(person, Direction(person), clothes: person, photos: 4, minute: 10 * person);
    }

    public IReadOnlyList<ComparedFace> Faces => _faces;

    public static float[] Direction(int person) => [.. Enumerable.Range(0, Dim).Select(i => i == person ? 1f : 0)];

    /// <summary>So like a person, and for the rest like nobody.</summary>
    public static float[] Like(int person, double cosine, int rest) =>
        [.. Direction(person).Zip(Direction(rest), (a, b) => (float)(a * cosine + b * Math.Sqrt(1 - cosine * cosine)))];

    /// <param name="person">Person.Id.</param>
    /// <param name="looks">All faces look like this.</param>
    /// <param name="clothes">Number of what they wear; null for clothes that are not in the picture.</param>
    /// <param name="photos">How many photos, each a minute after the last.</param>
    /// <param name="minute">Of the first, after noon; null for photos without a time.</param>
    /// <param name="inPhotosOf">Instead of photos of their own, those of somebody else.</param>
    /// <param name="panel">Of the pictures those photos are put together from.</param>
    public ComparedAlbum Add(int person, float[] looks, int? clothes, int photos, int? minute, int? inPhotosOf = null, int panel = 0)
    {
        var earlier = _faces.Count(f => f.PersonId == person);
        for (var i = 0; i < photos; i++)
        {
            var photo = 100 * (inPhotosOf ?? person) + i;
            _faces.Add(new ComparedFace(100 * person + earlier + i, person, photo, minute is { } m ? Noon.AddMinutes(m + i) : null,
                WidthPx: 80, Quality: .9 - .1 * i)
            {
                Panel = panel, Embedding = looks,
                Clothes = clothes is { } worn ? [.. Enumerable.Range(0, Colours).Select(c => c == worn ? 1f : 0)] : [],
            });
        }

        return this;
    }

    public IReadOnlyList<Suggestion> Ask(bool clothed = true, Func<int, int, bool>? mayAsk = null) =>
        SuggestedPairs.Find(clothed ? _faces : _faces.ConvertAll(f => f with { Clothes = [] }), mayAsk ?? ((_, _) => true));

    public static (int, int)[] Pairs(IEnumerable<Suggestion> asked) => [.. asked.Select(s => (s.FirstId, s.SecondId))];
}
