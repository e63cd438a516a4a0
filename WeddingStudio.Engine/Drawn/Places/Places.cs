namespace WeddingStudio.Engine.Drawn.Places;

/// <summary>Every place of the wedding day, in the order of the day.</summary>
internal static class Places
{
    private static readonly Colour Daylight = Colour.Of("fff6e6");
    private static readonly Colour Evening = Colour.Of("ffe0b0");

    public static readonly Place Church = new("Church", 930, Colour.Of("fff0d8"), -.6, Drawn.Places.Church.TowardsAltar);
    public static readonly Place Nave = new("Nave", 930, Colour.Of("fff0d8"), .6, Drawn.Places.Church.TowardsNave);
    public static readonly Place ChurchDoor = new("ChurchDoor", 930, Daylight, -.5, Drawn.Places.ChurchDoor.Behind) { InFront = Drawn.Places.ChurchDoor.Confetti };
    public static readonly Place Meadow = new("Meadow", 940, Evening, -.8, Garden.Meadow);
    public static readonly Place RoseArch = new("RoseArch", 930, Daylight, -.4, Garden.RoseArch);
    public static readonly Place Lake = new("Lake", 945, Evening, .7, Garden.Lake);
    public static readonly Place Drinks = new("Drinks", 930, Daylight, .8, Drawn.Places.Drinks.Behind) { InFront = Drawn.Places.Drinks.InFront };
    public static readonly Place DiningHall = new("DiningHall", 930, Evening, -.2,
        Drawn.Places.DiningHall.Behind) { InFront = Drawn.Places.DiningHall.Table, Seated = true };
    public static readonly Place DiningHallStanding = new("DiningHallStanding", 940, Evening, -.2, Drawn.Places.DiningHall.Behind);
    public static readonly Place SpeechCorner = new("SpeechCorner", 930, Evening, 0,
        Drawn.Places.SpeechCorner.Behind) { InFront = static (svg, width, _) => Drawn.Places.SpeechCorner.Microphone(svg, width) };
    public static readonly Place DanceFloor = new("DanceFloor", 940, Colour.Of("e3a6dc"), .2, Drawn.Places.DanceFloor.Behind);
    public static readonly Place GettingReady = new("GettingReady", 950, Colour.Of("fffaf2"), -.8,
        Drawn.Places.GettingReady.Behind) { Mirror = Drawn.Places.GettingReady.Mirror };
    public static readonly Place PosterWall = new("PosterWall", 940, Daylight, .4, Drawn.Places.PosterWall.Behind) { Poster = Drawn.Places.PosterWall.Poster };
    public static readonly Place Greenery = new("Greenery", 980, Daylight, -.5, Backdrops.Greenery);
    public static readonly Place Plaster = new("Plaster", 980, Daylight, -.7, Backdrops.Plaster);
    public static readonly Place GoldenHour = new("GoldenHour", 980, Evening, .7, Backdrops.GoldenHour);

    public static readonly IReadOnlyList<Place> All =
    [
        GettingReady, PosterWall, Church, Nave, ChurchDoor, Drinks, Meadow, RoseArch, Lake, Greenery, Plaster, GoldenHour,
        DiningHall, DiningHallStanding, SpeechCorner, DanceFloor,
    ];
}
