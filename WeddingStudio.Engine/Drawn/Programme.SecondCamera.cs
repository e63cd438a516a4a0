using WeddingStudio.Engine.Drawn.Places;

namespace WeddingStudio.Engine.Drawn;

/// <summary>Scenes that both photographers take, as at every wedding with two of them: the only thing that ties their clocks together.</summary>
internal sealed partial class Programme
{
    /// <summary>Share of ordinary shots with people that the other camera takes as well, about a dozen in 240 photos.</summary>
    private const double TakenByBoth = .10;

    /// <summary>How much later the second photographer releases, at most.</summary>
    private const int MillisecondsLater = 8000;

    private void MaybeTakenByBoth()
    {
        var first = _shots[^1];
        if (first is { Place: not null, People.Count: > 0 } && _random.NextDouble() < TakenByBoth)
            Add(FromAside(first));
    }

    /// <summary>The same people a few seconds later from a few steps aside: turned away, a little smaller, looking at the other camera.</summary>
    private Shot FromAside(Shot first)
    {
        var camera = Cameras.First(c => c != first.Camera);
        var turn = (_random.Next(2) * 2 - 1) * (8 + 8 * _random.NextDouble());
        return first with
        {
            PhotoId = $"{camera.Prefix}{_shots.Count + 1:0000}.jpg",
            Camera = camera,
            PlaceSeed = _random.Next(),
            People = [.. first.People.Select(p => Aside(_staging.Again(p), first, turn, ScaleFromAside(first)))],
            Megapixels = _options.Megapixels ?? _megapixels[_random.Next(_megapixels.Length)],
            Exposure = Math.Round((_random.NextDouble() - .5) * .5, 2),
            SecondOf = first.PhotoId,
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
