using WeddingStudio.Drawn.Bodies;
using WeddingStudio.Drawn.Portraits;

namespace WeddingStudio.Drawn.Day;

/// <summary>Arranges people on the canvas, as a photographer would.</summary>
internal sealed class Staging(Random random)
{
    /// <summary>Half the height of an adult's head when a whole person is 15 of them high.</summary>
    private const double AdultHeads = 15;

    /// <summary>A head and shoulders; the eyes on the upper third.</summary>
    public List<Posed> Portrait(Figure who, double width, bool posed)
    {
        var unit = Between(150, 185) * who.HeadShare;
        var x = width * (posed ? Between(.44, .56) : random.Next(2) == 0 ? Between(.36, .42) : Between(.58, .64));
        return [Stand(who, new Spot(x, Between(370, 420)), unit, posed, Arms(who, posed), lookTo: x < width / 2 ? 1 : -1)];
    }

    /// <summary>Two or three, from the waist up.</summary>
    public List<Posed> Close(IReadOnlyList<Figure> who, double width, bool posed)
    {
        var unit = Math.Min(Between(105, 125), width / (3.0 * who.Count + .8));
        var gap = unit * (who.Count == 2 ? 2.55 : 2.45);
        var left = width / 2 - gap * (who.Count - 1) / 2 + Between(-.1, .1) * unit;
        return [.. who.Select((f, i) =>
        {
            var lower = (1 - f.Stature) * unit * 3.2 + Between(-.12, .25) * unit;
            var arms = who.Count == 2 && posed ? (i == 0 ? ArmPose.ArmAroundRight : ArmPose.Down) : Arms(f, posed);
            return Stand(f, new Spot(left + gap * i, 390 + lower), unit * f.HeadShare, posed, arms, lookTo: i < who.Count / 2.0 ? 1 : -1);
        })];
    }

    /// <summary>At the microphone, which stands right of the middle and must not hide the face.</summary>
    public List<Posed> Speaker(Figure who, double width)
    {
        var unit = 92 * who.HeadShare;
        return [Stand(who, new Spot(width / 2 - 72, 372 + (1 - who.Stature) * 200), unit, posed: random.Next(2) == 0,
            ArmPose.HandsClasped, lookTo: 1)];
    }

    /// <summary>Whole people in one row, or two from seven on; the couple in the middle of the front.</summary>
    public List<Posed> Group(IReadOnlyList<Figure> who, double width, double floor)
    {
        var front = who.Count <= 6 ? who.Count : (who.Count + 1) / 2;
        Figure[] byHeight = [.. who.OrderBy(f => f.IsCouple ? 0 : 1).ThenBy(f => f.Stature).ThenBy(f => f.Id)];
        var unit = Math.Min(Math.Min(58, floor * .86 / AdultHeads), width * .92 / (front * 3.15 + .6));
        var people = new List<Posed>();
        if (front < who.Count)
            people.AddRange(Row(byHeight[front..], width, floor - unit * 2.6, unit * .94, between: front == who.Count - front));
        people.AddRange(Row(byHeight[..front], width, floor, unit, between: false));
        return people;
    }

    /// <summary>Around a table that hides them from the breast down.</summary>
    public List<Posed> Table(IReadOnlyList<Figure> who, double width)
    {
        var unit = Math.Min(72, width * .90 / (who.Count * 3.1));
        var gap = width * .88 / who.Count;
        return [.. who.Select((f, i) =>
            Stand(f, new Spot(width * .06 + gap * (i + .5) + Between(-6, 6), 520 + Between(-14, 14) + (1 - f.Stature) * unit * .8),
                unit * f.HeadShare, random.NextDouble() < .6, random.Next(3) == 0 ? ArmPose.GlassInHand : ArmPose.Down,
                lookTo: i < who.Count / 2.0 ? 1 : -1, seated: true))];
    }

    /// <summary>On the dance floor, those behind smaller and higher up.</summary>
    public List<Posed> Dance(IReadOnlyList<Figure> who, double width, double floor)
    {
        var gap = width * .86 / who.Count;
        var people = who.Select((f, i) =>
        {
            var depth = i % 2;
            var unit = (depth == 0 ? 55 : 47) * Math.Min(1, gap / 175);
            var head = new Spot(width * .07 + gap * (i + .5) + Between(-10, 10),
                floor - depth * 34 - unit * f.HeadShare * Bodies.Body.Soles(f.Stature) * .985 - Between(0, 12));
            return Stand(f, head, unit * f.HeadShare, random.NextDouble() < .45, gap > 5.5 * unit && random.Next(3) > 0 ? ArmPose.ArmsRaised
                : ArmPose.HandOnHip, lookTo: i < who.Count / 2.0 ? 1 : -1, roll: 10);
        });
        return [.. people.OrderBy(p => p.Head.Y + p.Unit * 14)];
    }

    /// <summary>Face to face with their eyes closed.</summary>
    public List<Posed> Kiss(Figure left, Figure right, double width)
    {
        var unit = Between(98, 112);
        var mood = new Mood(.3, LeftOpen: false, RightOpen: false, Gaze: new Spot(0, 0));
        Posed One(Figure f, int side) => new(f, new Spot(width / 2 + side * unit * .74, 400 + (f.Looks.Feminine ? .18 : 0) * unit), unit,
            new Pose(-side * 35, f.Looks.Feminine ? -5 : 6, side * 7), mood, new BodyPose(ArmPose.Down, -side * 25));
        return [One(left, -1), One(right, 1)];
    }

    /// <summary>Before a mirror: once over the shoulder, once in the glass.</summary>
    public List<Posed> Mirror(Figure who, Places.Frame glass, double width)
    {
        var reflected = Stand(who, new Spot(glass.X + glass.Width * .5, glass.Y + glass.Height * .40), Math.Min(glass.Width / 3.4, 78),
            posed: true, ArmPose.Down, lookTo: 1)
            with { Inside = glass };
        var x = glass.X + glass.Width / 2 < width / 2 ? width * .70 : width * .30;
        return [reflected, Stand(who, new Spot(x, 380), 105, posed: true, ArmPose.HandsClasped, lookTo: x < width / 2 ? 1 : -1)];
    }

    /// <summary>Two beside a poster with a face on it.</summary>
    public List<Posed> Poster(Figure onPoster, IReadOnlyList<Figure> who, Places.Frame sheet, double width)
    {
        var picture = new Posed(onPoster, sheet.Centre - new Spot(0, sheet.Height * .06), Math.Min(sheet.Width / 3.2, 90),
            new Pose(4, 0, 0), new Mood(.8), new BodyPose(ArmPose.Down)) { Inside = sheet };
        var free = sheet.X + sheet.Width / 2 < width / 2 ? (From: sheet.X + sheet.Width, To: width) : (From: 0, To: sheet.X);
        var gap = (free.To - free.From) / (who.Count + .4);
        return [picture, .. who.Select((f, i) => Stand(f, new Spot(free.From + gap * (i + .7), 400 + Between(-15, 15)),
            Math.Min(90, gap / 3.1) * f.HeadShare, posed: true, Arms(f, true), lookTo: 0))];
    }

    /// <summary>Small and a little out of focus, far behind and never behind somebody's head.</summary>
    public List<Posed> Background(IReadOnlyList<Figure> strangers, IReadOnlyList<Posed> before, double width, double floor)
    {
        var people = new List<Posed>();
        foreach (var stranger in strangers)
        {
            var unit = Between(19, 25);
            var head = new Spot(0, floor - 150 - unit * 12.5);
            for (var tries = 0; tries < 40; tries++)
            {
                head = head with { X = Between(width * .05, width * .95) };
                var free = before.All(p => Math.Abs(p.Head.X - head.X) > p.Unit * (head.Y > p.Head.Y + p.Unit ? 2.3 : 1.2) + unit * 1.6)
                    && people.All(p => Math.Abs(p.Head.X - head.X) > 4 * unit);
                if (!free)
                    continue;
                people.Add(Stand(stranger, head, unit, random.NextDouble() < .3, ArmPose.Down, lookTo: random.Next(2) * 2 - 1)
                    with { Blur = .6 });
                break;
            }
        }

        return people;
    }

    /// <summary>The next frame of a burst: everybody has moved a little.</summary>
    public Posed Again(Posed before)
    {
        var pose = before.Pose;
        return before with
        {
            Head = before.Head + new Spot(Between(-.035, .035), Between(-.03, .03)) * before.Unit,
            Pose = new Pose(pose.Yaw + Between(-3, 3), pose.Pitch + Between(-2, 2), pose.Roll + Between(-2, 2)),
            Mood = before.Mood with { Smile = Math.Clamp(before.Mood.Smile + Between(-.10, .10), 0, 1), LeftOpen = true, RightOpen = true },
        };
    }

    /// <param name="between">Half a place aside, to look through between those in front.</param>
    private IEnumerable<Posed> Row(Figure[] row, double width, double floor, double unit, bool between)
    {
        // From the middle outwards, so that the first, the couple and children, stand in the centre.
        Figure[] placed = [.. row.Where((_, i) => i % 2 == 1).Reverse(), .. row.Where((_, i) => i % 2 == 0)];
        var gap = Math.Min(unit * 3.3, width * .92 / (placed.Length + .5));
        var left = width / 2 - gap * (placed.Length - 1) / 2 + (between ? gap / 2 : 0);
        return placed.Select((f, i) =>
        {
            var size = unit * f.HeadShare;
            var head = new Spot(left + gap * i + Between(-.12, .12) * unit,
                floor - size * Bodies.Body.Soles(f.Stature) + Between(-.15, .15) * unit);
            return Stand(f, head, size, posed: true, Arms(f, true), lookTo: 0);
        });
    }

    private Posed Stand(Figure who, Spot head, double unit, bool posed, ArmPose arms, int lookTo, bool seated = false, double roll = 6)
    {
        var yaw = posed ? Between(-11, 11) : lookTo * Between(8, 34);
        var atCamera = posed || random.NextDouble() < .15;
        var smile = random.NextDouble() switch { < .20 => Between(0, .12), < .28 => Between(.30, .50), _ => Between(.58, 1) };
        return new Posed(who, head, unit, new Pose(yaw, Between(-5, 5), Between(-roll, roll)),
            new Mood(smile, Gaze: atCamera ? null : new Spot(Between(-.1, .1), Between(0, .1))),
            new BodyPose(arms, yaw * .6, seated, Mirrored: random.Next(2) == 0));
    }

    private ArmPose Arms(Figure who, bool posed)
    {
        ArmPose[] choice = who.Role is "bride" or "bridesmaid" or "maid_of_honor" && posed && random.Next(2) == 0 ? [ArmPose.BouquetInHands]
            : who.Looks.Feminine ? [ArmPose.Down, ArmPose.HandsClasped, ArmPose.HandOnHip, ArmPose.GlassInHand]
            : [ArmPose.Down, ArmPose.HandsClasped, ArmPose.Folded, ArmPose.GlassInHand];
        return who.Looks.Age < 12 ? ArmPose.Down : choice[random.Next(choice.Length)];
    }

    private double Between(double from, double to) => from + (to - from) * random.NextDouble();
}
