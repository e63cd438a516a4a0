namespace WeddingStudio.Drawn.Places;

/// <summary>Every place of the wedding day, in the order of the day.</summary>
internal static class Scenes
{
    private static readonly Colour Daylight = Colour.Of("fff6e6");
    private static readonly Colour Evening = Colour.Of("ffe0b0");

    public static readonly Place Church = new("Church", 930, Colour.Of("fff0d8"), -.6,
        Checked.Of(Places.Church.TowardsAltar, 1, 2, 3, 4, 5, 6, 7, 8));
    public static readonly Place Nave = new("Nave", 930, Colour.Of("fff0d8"), .6,
        Checked.Of(Places.Church.TowardsNave, 1, 2, 3, 4, 5, 6, 7, 8));

    public static readonly Place ChurchDoor = new("ChurchDoor", 930, Daylight, -.5,
        Checked.Of(Places.ChurchDoor.Behind, 1, 2, 3, 5, 6, 7, 8, 10))
    {
        InFront = Checked.Of(Places.ChurchDoor.Confetti, 1, 2, 3, 5, 6, 7, 8, 10),
    };

    public static readonly Place Meadow = new("Meadow", 940, Evening, -.8, Checked.Of(Garden.Meadow, 2, 3, 4, 6, 7, 8, 9, 10));
    public static readonly Place RoseArch = new("RoseArch", 930, Daylight, -.4, Checked.Of(Garden.RoseArch, 1, 2, 3, 5, 6, 7, 9, 11));
    public static readonly Place Lake = new("Lake", 945, Evening, .7, Checked.Of(Garden.Lake, 1, 2, 3, 4, 5, 6, 7, 8));

    public static readonly Place Drinks = new("Drinks", 930, Daylight, .8, Checked.Of(Things.Drinks.Behind, 1, 2, 3, 4, 5, 6, 7, 8))
    {
        InFront = Checked.Of(Things.Drinks.InFront, 1, 2, 3, 4, 5, 6, 7, 8),
    };

    public static readonly Place DiningHall = new("DiningHall", 930, Evening, -.2,
        Checked.Of(Places.DiningHall.Behind, 1, 4, 5, 6, 7, 8, 9, 10))
    {
        InFront = Checked.Of(Places.DiningHall.Table, 1, 4, 5, 6, 7, 8, 9, 10),
        Seated = true,
    };

    public static readonly Place DiningHallStanding = new("DiningHallStanding", 940, Evening, -.2,
        Checked.Of(Places.DiningHall.Behind, 1, 2, 3, 4, 5, 6, 7, 8));

    public static readonly Place SpeechCorner = new("SpeechCorner", 930, Evening, 0,
        Checked.Of(Places.SpeechCorner.Behind, 1, 3, 6, 8, 9, 10, 11, 12))
    {
        InFront = static (svg, width, _) => Places.SpeechCorner.Microphone(svg, width),
    };

    public static readonly Place DanceFloor = new("DanceFloor", 940, Colour.Of("f3dcf2"), .2,
        Checked.Of(Places.DanceFloor.Behind, 1, 2, 3, 4, 5, 6, 7, 8));

    public static readonly Place GettingReady = new("GettingReady", 950, Colour.Of("fffaf2"), -.8,
        Checked.Of(Places.GettingReady.Behind, 1, 2, 3, 4, 5, 6, 7, 8))
    {
        Mirror = Places.GettingReady.Mirror,
    };

    public static readonly Place PosterWall = new("PosterWall", 940, Daylight, .4,
        Checked.Of(Things.PosterWall.Behind, 1, 2, 3, 4, 5, 6, 7, 8))
    {
        Poster = Things.PosterWall.Poster,
    };

    public static readonly Place Greenery = new("Greenery", 980, Daylight, -.5, Checked.Of(Backdrops.Greenery, 1, 2, 3, 4, 5, 6, 7, 9));
    public static readonly Place Plaster = new("Plaster", 980, Daylight, -.7, Checked.Of(Backdrops.Plaster, 1, 2, 3, 4, 5, 6, 7, 8));
    public static readonly Place GoldenHour = new("GoldenHour", 980, Evening, .7, Checked.Of(Backdrops.GoldenHour, 1, 2, 3, 4, 5, 6, 7, 8));

    public static readonly IReadOnlyList<Place> All =
    [
        GettingReady, PosterWall, Church, Nave, ChurchDoor, Drinks, Meadow, RoseArch, Lake, Greenery, Plaster, GoldenHour,
        DiningHall, DiningHallStanding, SpeechCorner, DanceFloor,
    ];
}
