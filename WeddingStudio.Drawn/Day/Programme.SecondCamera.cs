using WeddingStudio.Drawn.Places;

namespace WeddingStudio.Drawn.Day;

/// <summary>
/// Scenes that both photographers take, as at every wedding with two of them: the only thing that ties their clocks together.
/// </summary>
internal sealed partial class Programme
{
    /// <summary>Share of ordinary shots with people that the other camera takes as well, about a dozen in 240 photos.</summary>
    private const double TakenByBoth = .12;

    /// <summary>How much later the second photographer releases, at most.</summary>
    private const int MillisecondsLater = 8000;

    /// <summary>Everybody stays in some photos, whichever of them gives way to a second view of the one before.</summary>
    private const int SeenStill = 3;

    private readonly HashSet<int> _ordinary = [];

    /// <summary>
    /// Once the day is planned, so that all other photos are what they would be without: the other camera's view
    /// takes the place of the ordinary photo after.
    /// </summary>
    private void TakeSomeByBoth()
    {
        for (var i = 0; i + 1 < _shots.Count; i++)
        {
            var (first, next) = (_shots[i], _shots[i + 1]);
            var mayGive = first is { SecondOf: null, Place: not null, People.Count: > 0 } && first.Moment == next.Moment
                && _ordinary.Contains(i) && _ordinary.Contains(i + 1) && next.People.All(p => _seen[p.Figure.Id] > SeenStill);
            if (!mayGive || _random.NextDouble() >= TakenByBoth)
                continue;
            foreach (var person in next.People)
                _seen[person.Figure.Id]--;
            _shots[i + 1] = FromAside(first, i + 1);
        }
    }

    /// <summary>
    /// The same guests a few seconds later from a few steps aside, before another background: turned away, a
    /// little smaller, looking at the other camera.
    /// </summary>
    private Shot FromAside(Shot first, int at)
    {
        var camera = Cameras.First(c => c != first.Camera);
        var turn = (_random.Next(2) * 2 - 1) * (8 + 8 * _random.NextDouble());
        return first with
        {
            PhotoId = $"{camera.Prefix}{at + 1:0000}.jpg",
            Camera = camera,
            People = [.. first.People.Select(p => Aside(_staging.Again(p), first, turn, ScaleFromAside(first)))
                .Where(p => p.Figure.Id >= 0)],
            Megapixels = _options.Megapixels ?? _megapixels[_random.Next(_megapixels.Length)],
            Exposure = Math.Round((_random.NextDouble() - .5) * .5, 2),
            SecondOf = first.PhotoId,
            TrueTime = first.TrueTime + TimeSpan.FromMilliseconds(_random.Next(500, MillisecondsLater)),
        };
    }

    /// <summary>A table or a microphone stands where it stands, and the people at it too.</summary>
    private static double ScaleFromAside(Shot first) => first.Place!.Seated || first.Place == Scenes.SpeechCorner ? 1 : .9;

    private static Posed Aside(Posed p, Shot first, double turn, double scale)
    {
        var ground = new Spot(first.WidthUnits / 2, first.Place!.FloorY);
        return p with
        {
            Head = ground + (p.Head - ground) * scale,
            Unit = p.Unit * scale,
            Pose = p.Pose with { Yaw = Math.Clamp(p.Pose.Yaw + turn, -34, 34) },
            Mood = p.Mood with { Gaze = p.Mood.Gaze ?? new Spot(-Math.Sign(turn) * .1, 0) },
        };
    }
}
