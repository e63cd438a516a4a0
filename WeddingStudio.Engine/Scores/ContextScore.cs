namespace WeddingStudio.Engine.Scores;

/// <summary>A person in a photo as the others' context sees them.</summary>
/// <param name="FaceHeightPx">To tell the company from faces in the background.</param>
/// <param name="Whole">Not cut by the frame, 0..1.</param>
public readonly record struct Companion(int PersonId, string? Role, double FaceHeightPx, double Whole, Look Look)
{
    public Seat Seat { get; init; }

    /// <summary>How many photos of this moment the person is in; 0 where moments are not known.</summary>
    public int PhotosOfMoment { get; init; }
}

/// <summary>
/// Who else is there, whether everybody of the group shows, whether the photo is clearly posed or clearly candid, and how rare the person
/// is at that moment of the day. The shares of these, and what each company is worth, are judgements.
/// </summary>
public static class ContextScore
{
    /// <summary>Faces under half this one's height are background, not company.</summary>
    private const double CompanyShare = .5;

    /// <summary>One photo of a moment is all there is of it; of so many another one tells nothing new.</summary>
    private const double ManyOfMoment = 20;

    /// <param name="me">One of <paramref name="everybody"/>.</param>
    /// <param name="everybody">All people of the photo, once each.</param>
    public static double Of(Companion me, IReadOnlyList<Companion> everybody)
    {
        var company = CompanyOf(me, everybody);
        return .45 * Company(me, company) + .22 * Group(me, company) + .21 * PosedOrCandid(me, company) + .12 * Rarity(me.PhotosOfMoment);
    }

    internal static List<Companion> CompanyOf(Companion me, IReadOnlyList<Companion> everybody) =>
        [.. everybody.Where(p => p.PersonId != me.PersonId && p.FaceHeightPx >= CompanyShare * me.FaceHeightPx)];

    /// <summary>
    /// Guests want to be seen with the couple, the couple with each other, everybody with those they came with, then with their table.
    /// </summary>
    private static double Company(Companion me, List<Companion> others)
    {
        if (others.Exists(p => Roles.IsCouple(p.Role)))
            return 1;
        if (others.Exists(p => me.Seat.SharesHousehold(p.Seat)))
            return .9;
        if (others.Exists(p => Roles.IsFamily(p.Role) || Roles.IsParty(p.Role)))
            return .85;
        if (others.Exists(p => me.Seat.SharesTable(p.Seat)))
            return .78;
        if (others.Count > 0)
            return .7;
        return Roles.IsCouple(me.Role) ? .75 : .6;
    }

    /// <summary>Few people show best; a group counts fully when all of a household are there and nobody is cut off or blinks.</summary>
    private static double Group(Companion me, List<Companion> others)
    {
        var size = others.Count switch { 0 => .8, <= 3 => 1, <= 11 => .85, _ => .7 };
        var shown = others.Count == 0 ? 1 : others.Average(p => p.Whole >= .5 && p.Look.EyesCounted >= .25 ? 1.0 : 0);
        return size * (.6 + .4 * Math.Min(shown, Household(me, others)));
    }

    /// <summary>Part of the household that is there: .7 when half of it is missing, no loss for who stands alone or with others.</summary>
    private static double Household(Companion me, List<Companion> others)
    {
        var here = others.Count(p => me.Seat.SharesHousehold(p.Seat));
        return here == 0 || me.Seat.HouseholdSize < 2 ? 1 : .4 + .6 * Math.Min(1, (here + 1.0) / me.Seat.HouseholdSize);
    }

    /// <summary>
    /// All look at the camera, or nobody does and they are lively: both are good. Half and half is a photo taken between two others.
    /// </summary>
    private static double PosedOrCandid(Companion me, List<Companion> others)
    {
        var atCamera = (me.Look.AtCamera + others.Sum(p => p.Look.AtCamera)) / (others.Count + 1);
        var lively = (Lively(me.Look) + others.Sum(p => Lively(p.Look))) / (others.Count + 1);
        return Math.Max(atCamera, (1 - atCamera) * (.4 + .6 * lively));
    }

    /// <summary>Smiling, or turned to somebody.</summary>
    private static double Lively(Look look) => Math.Max(look.Smile, .8 * look.AtSomeone);

    private static double Rarity(int photosOfMoment) => photosOfMoment <= 0 ? .5 : Ramp.Log(photosOfMoment, ManyOfMoment, 1);
}
