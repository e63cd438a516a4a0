using WeddingStudio.Drawn.Places;

namespace WeddingStudio.Drawn.Day;

/// <summary>The kinds of shots, ordinary ones and accidents.</summary>
internal sealed partial class Programme
{
    /// <summary>
    /// Blur of a soft frame, of a photo whose focus was missed and of somebody who moved, in
    /// half heads: seen at once, the face still known.
    /// </summary>
    private const double SoftFrame = .018, MissedFocus = .030, Moved = .038;

    private void Ordinary(DayPart part, int turn)
    {
        if (turn % 11 == 6 && part.Details.Count > 0)
        {
            Add(NewShot(part, null, _random.Next(3) == 0, [], part.Details[turn / 11 % part.Details.Count]));
            return;
        }

        var place = part.Places[_random.Next(part.Places.Count)];
        var upright = MayStandUpright(place) && _random.Next(4) == 0;
        Add(NewShot(part, place, upright, Arrange(part, place, upright)));
    }

    private IReadOnlyList<Posed> Arrange(DayPart part, Place place, bool upright)
    {
        var width = Shot.WidthOf(upright);
        var posed = _random.NextDouble() < .6;
        if (place.Seated)
            return _staging.Table(Choose(_random.Next(3, 6)), width);
        if (place == Scenes.DanceFloor)
            return Blink(_staging.Dance(Choose(upright ? _random.Next(2, 4) : _random.Next(3, 8)), width, place.FloorY));
        if (place == Scenes.SpeechCorner)
            return Blink(_staging.Speaker(Choose(1, couple: .1)[0], width));
        if (part.Name == "Family photos" && !upright && _random.NextDouble() < .55)
            return WithStrangers(place, Blink(_staging.Group(Family(), width, place.FloorY)), width);
        return _random.NextDouble() switch
        {
            < .34 => Blink(_staging.Portrait(Choose(1, couple: .3)[0], width, posed)),
            < .74 => WithStrangers(place, Blink(_staging.Close(Choose(upright ? 2 : _random.Next(2, 4)), width, posed)), width),
            _ => WithStrangers(place,
                Blink(_staging.Group(Choose(upright ? _random.Next(2, 4) : _random.Next(3, 7)), width, place.FloorY)), width),
        };
    }

    /// <summary>
    /// A table is wider than an upright picture; the nave's window and organ look like a face there, which fools detectors.
    /// </summary>
    private static bool MayStandUpright(Place place) => !place.Seated && place != Scenes.Nave;

    /// <summary>Those seen least so far, with some chance in it; the couple is asked for more often than others.</summary>
    private List<Figure> Choose(int count, double couple = .25)
    {
        var chosen = new List<Figure>();
        if (_random.NextDouble() < couple)
            chosen.AddRange(count >= 2 && _random.Next(2) == 0 ? [_guests.Bride, _guests.Groom] : _random.Next(2) == 0 ? [_guests.Bride]
                : [_guests.Groom]);
        var others = Regulars().Where(f => !f.IsCouple).OrderBy(f => _seen.GetValueOrDefault(f.Id) + 3 * _random.NextDouble());
        return [.. chosen.Take(count), .. others.Take(Math.Max(0, count - chosen.Count))];
    }

    /// <summary>One guest is there for a single photo only.</summary>
    private IEnumerable<Figure> Regulars() => _guests.All.Where(f => f != OnceSeen);

    private Figure OnceSeen => _guests.All[^1];

    private List<Figure> Family()
    {
        IReadOnlyList<string>[] groups =
        [
            ["mother_bride", "father_bride", "sister", "grandmother", "grandfather"],
            ["mother_groom", "father_groom", "brother"],
            ["bridesmaid", "maid_of_honor"],
            ["groomsman", "best_man"],
            ["mother_bride", "father_bride", "mother_groom", "father_groom"],
            ["aunt", "uncle", "cousin", "grandmother", "grandfather"],
        ];
        var group = _guests.WithRole(groups[_random.Next(groups.Length)]).Intersect(Regulars()).Take(10).ToList();
        if (group.Count < 2 || _random.Next(5) == 0)
            group = Choose(_random.Next(4, 10), couple: 0);
        return _random.NextDouble() < .75 ? [_guests.Bride, _guests.Groom, .. group] : group;
    }

    /// <summary>Passers-by, where there is room and an open air behind the guests.</summary>
    private List<Posed> WithStrangers(Place place, IReadOnlyList<Posed> people, double width)
    {
        var open = place == Scenes.Drinks || place == Scenes.Meadow || place == Scenes.Lake || place == Scenes.ChurchDoor;
        if (!open || _random.NextDouble() > .35)
            return [.. people];
        var strangers = _guests.Strangers.OrderBy(s => _seen.GetValueOrDefault(s.Id) + _random.NextDouble())
            .Take(_random.Next(1, 3)).ToList();
        return [.. _staging.Background(strangers, people, width, place.FloorY), .. people];
    }

    /// <summary>Now and then somebody blinks.</summary>
    private List<Posed> Blink(IReadOnlyList<Posed> people) =>
        [.. people.Select(p => _random.NextDouble() < .045 ? Shut(p) : p)];

    private static Posed Shut(Posed posed) => posed with { Mood = posed.Mood with { LeftOpen = false, RightOpen = false } };

    /// <summary>Three to five frames of one posed scene; somebody blinks in one of them, another is out of focus.</summary>
    private void Burst(DayPart part, int blinker)
    {
        var place = part.Places[_random.Next(part.Places.Count)];
        var upright = MayStandUpright(place) && _random.Next(3) == 0;
        var width = Shot.WidthOf(upright);
        var who = Choose(place.Seated ? 4 : upright ? 2 : 3);
        IReadOnlyList<Posed> people = place.Seated ? _staging.Table(who, width)
            : place == Scenes.DanceFloor ? _staging.Dance(who, width, place.FloorY)
            : _staging.Close(who, width, posed: true);
        var frame = NewShot(part, place, upright,
            [.. people.Select(p => p with { Mood = p.Mood with { Smile = Math.Max(p.Mood.Smile, .6) } })]) with { Series = NextSeries() };
        var frames = _random.Next(3, 6);
        var (blink, soft) = (_random.Next(frames), _random.Next(frames));
        for (var i = 0; i < frames; i++)
        {
            var moved = frame.People.Select(p => i == 0 ? p : _staging.Again(p)).ToList();
            if (i == blink)
                moved[blinker % moved.Count] = Shut(moved[blinker % moved.Count]);
            Add(frame with { PhotoId = $"{frame.Camera.Prefix}{_shots.Count + 1:0000}.jpg", People = moved,
                Blur = i == soft && i != blink ? SoftFrame * moved.Max(p => p.Unit) : 0 });
        }
    }

    /// <summary>A shot and another version of it.</summary>
    private void Versions(DayPart part, string ending, bool grey = false, bool small = false)
    {
        var original = NewShot(part, Scenes.Greenery, false, _staging.Close(Choose(2, couple: .6), 1500, posed: true))
            with { Series = NextSeries() };
        Add(original);
        Add(original with
        {
            PhotoId = original.PhotoId.Replace(".jpg", ending, StringComparison.Ordinal),
            VersionOf = original.PhotoId,
            Grey = grey,
            Megapixels = small ? Math.Min(original.Megapixels, .7) : original.Megapixels,
        });
    }

    private void TakeKiss(DayPart part) =>
        Add(NewShot(part, part.Places[0], false, _staging.Kiss(_guests.Bride, _guests.Groom, 1500)) with { PlaceBlur = 5 });

    private void TakeMirror(DayPart part)
    {
        var place = Scenes.GettingReady;
        Add(NewShot(part, place, false, _staging.Mirror(_guests.Bride, place.Mirror!(1500), 1500)) with { PlaceBlur = 1.2 });
    }

    private void TakePoster(DayPart part)
    {
        var place = Scenes.PosterWall;
        Add(NewShot(part, place, false, _staging.Poster(_guests.OnPoster, Choose(2, couple: 0), place.Poster!(1500), 1500))
            with { PlaceBlur = 0 });
    }

    /// <summary>Everybody who has room on one picture.</summary>
    private void TakeEverybody(DayPart part) =>
        Add(NewShot(part, Scenes.Lake, false, _staging.Group([_guests.Bride, _guests.Groom, .. Choose(10, couple: 0)], 1500,
            Scenes.Lake.FloorY)) with { Megapixels = _options.Megapixels ?? 12 });

    /// <summary>One guest moved; the others are sharp.</summary>
    private void TakeBlurred(DayPart part)
    {
        var people = _staging.Close(Choose(3, couple: 0), 1500, posed: true);
        Add(NewShot(part, Scenes.Drinks, false, [.. people.Select((p, i) => i == 1 ? p with { Blur = Moved * p.Unit } : p)]));
    }

    private void TakeMissedFocus(DayPart part)
    {
        var place = part.Places[^1];
        var people = _staging.Group(Choose(4, couple: .2), 1500, place.FloorY);
        Add(NewShot(part, place, false, people) with { Blur = MissedFocus * people.Max(p => p.Unit), Exposure = -.6 });
    }

    private void TakeOnceSeen(DayPart part) =>
        Add(NewShot(part, Scenes.Drinks, false, _staging.Close([Choose(1, couple: 0)[0], OnceSeen], 1500, posed: true)));

    private void TakeToast(DayPart part) =>
        Add(NewShot(part, Scenes.SpeechCorner, true, _staging.Speaker(Choose(1, couple: 0)[0], Shot.WidthOf(upright: true))));

    private string NextSeries() => $"s{++_series:000}";
}
