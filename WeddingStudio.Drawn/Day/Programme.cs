using WeddingStudio.Drawn.Places;
using WeddingStudio.Drawn.Places.Things;

namespace WeddingStudio.Drawn.Day;

/// <summary>A part of the day.</summary>
/// <param name="From">Local time of its first photo; likewise <paramref name="To"/> of its last.</param>
/// <param name="Share">Of all photos.</param>
internal sealed record DayPart(
    string Name, TimeSpan From, TimeSpan To, double Share, IReadOnlyList<Place> Places, IReadOnlyList<Detail> Details);

/// <summary>
/// Plans every shot of the day: moments with pauses between them, two cameras, bursts, and the accidents that real weddings
/// have. The plan is a function of the options alone.
/// </summary>
internal sealed partial class Programme
{
    private static readonly DateTime _day = new(2026, 6, 20);

    public static readonly IReadOnlyList<DayPart> Day =
    [
        new("Getting ready", new(10, 20, 0), new(11, 50, 0), .12, [Scenes.GettingReady, Scenes.Plaster],
            [Details.Dress, Details.Shoes, Details.Invitation, Details.Bouquet]),
        new("Ceremony", new(14, 0, 0), new(14, 50, 0), .19, [Scenes.Church, Scenes.Nave], [Details.Rings]),
        new("Family photos", new(15, 15, 0), new(16, 15, 0), .20,
            [Scenes.ChurchDoor, Scenes.RoseArch, Scenes.Lake, Scenes.Meadow, Scenes.Greenery], [Details.Car]),
        new("Drinks", new(16, 50, 0), new(18, 0, 0), .18, [Scenes.Drinks, Scenes.Meadow, Scenes.Greenery, Scenes.GoldenHour],
            [Details.ChampagneTower]),
        new("Dinner and speeches", new(19, 10, 0), new(21, 20, 0), .17,
            [Scenes.DiningHall, Scenes.DiningHall, Scenes.SpeechCorner, Scenes.DiningHallStanding],
            [Details.TableFlowers, Details.PlaceSetting, Details.Cake]),
        new("Party", new(21, 50, 0), new(23, 55, 0), .14, [Scenes.DanceFloor], []),
    ];

    public static readonly IReadOnlyList<DrawnCamera> Cameras =
    [
        new("R6", "Canon", "Canon EOS R6", "032024001234", "R6_", TimeSpan.Zero),
        new("X-T5", "FUJIFILM", "X-T5", "3C005817", "XT5_", TimeSpan.FromMinutes(47)),
    ];

    /// <summary>libvips draws an SVG in tiles of 2000 px: up to 2.6 megapixels are one.</summary>
    private static readonly double[] _megapixels = [2, 2.6, 2.6, 2.6, 2.6, 2.6, 4, 4, 6, 12];

    private readonly DrawnOptions _options;
    private readonly Guests _guests;
    private readonly Random _random;
    private readonly Staging _staging;
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(DrawnWedding.TimeZone);
    private readonly List<Shot> _shots = [];
    private readonly Dictionary<int, int> _seen = [];
    private int _series;

    private Programme(DrawnOptions options, Guests guests)
    {
        (_options, _guests) = (options, guests);
        _random = new Random(options.Seed);
        _staging = new Staging(_random);
    }

    public static IReadOnlyList<Shot> Plan(DrawnOptions options, Guests guests)
    {
        var programme = new Programme(options, guests);
        var left = options.Photos;
        for (var i = 0; i < Day.Count; i++)
        {
            var count = i == Day.Count - 1 ? left : Math.Min(left, (int)Math.Round(options.Photos * Day[i].Share));
            programme.PlanPart(Day[i], count);
            left -= count;
        }

        programme.TakeSomeByBoth();
        return [.. programme._shots];
    }

    public static DateTime LocalStart(DayPart part) => _day + part.From;

    private void PlanPart(DayPart part, int count)
    {
        var first = _shots.Count;
        var specials = new Queue<Action<DayPart>>(Specials(part));
        for (var turn = 0; _shots.Count - first < count; turn++)
        {
            // The accidents are spread over the part, after its first ordinary photos.
            if (turn % 3 == 1 && specials.TryDequeue(out var special))
                special(part);
            else
            {
                Ordinary(part, turn);
                _ordinary.Add(_shots.Count - 1);
            }
        }

        _shots.RemoveRange(first + count, _shots.Count - first - count);
        SetTimes(part, first, count);
    }

    private IEnumerable<Action<DayPart>> Specials(DayPart part) => part.Name switch
    {
        "Getting ready" => [p => Burst(p, blinker: 0), TakeMirror, p => Versions(p, "-bw.jpg", grey: true)],
        "Ceremony" => [TakeKiss, p => Burst(p, blinker: 1), TakeKiss],
        "Family photos" => [p => Burst(p, blinker: 2), p => Versions(p, ".tif"), TakeEverybody, p => Versions(p, "-small.jpg", small: true),
            p => Burst(p, blinker: 0)],
        "Drinks" => [TakePoster, TakeBlurred, p => Burst(p, blinker: 1), TakeOnceSeen],
        "Dinner and speeches" => [p => Burst(p, blinker: 0), TakeToast, TakeMissedFocus],
        _ => [p => Burst(p, blinker: 1), TakeMissedFocus],
    };

    private void Add(Shot shot)
    {
        _shots.Add(shot);
        foreach (var posed in shot.People)
            _seen[posed.Figure.Id] = _seen.GetValueOrDefault(posed.Figure.Id) + 1;
    }

    private Shot NewShot(DayPart part, Place? place, bool upright, IReadOnlyList<Posed> people, Detail? detail = null)
    {
        var camera = Cameras[_random.NextDouble() < .62 ? 0 : 1];
        return new Shot
        {
            PhotoId = $"{camera.Prefix}{_shots.Count + 1:0000}.jpg",
            Camera = camera,
            TrueTime = default,
            Moment = part.Name,
            Place = place,
            Detail = detail,
            PlaceSeed = _random.Next(),
            People = people,
            Upright = upright,
            Megapixels = _options.Megapixels ?? _megapixels[_random.Next(_megapixels.Length)],
            PlaceBlur = PlaceBlur(place, people),
            Exposure = Math.Round((_random.NextDouble() - .5) * .5, 2),
        };
    }

    /// <summary>The nearer the people the softer what is behind them; blurred lights and drapes would look like faces.</summary>
    private static double PlaceBlur(Place? place, IReadOnlyList<Posed> people)
    {
        if (people.Count == 0)
            return 0;
        if (place == Scenes.SpeechCorner || place == Scenes.DiningHallStanding)
            return .8;
        return people.Max(p => p.Unit) switch { > 130 => 9, > 80 => 5, _ => .8 };
    }
}
