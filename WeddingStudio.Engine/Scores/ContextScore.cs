using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Scores;

/// <summary>A person in a photo as the others' context sees them.</summary>
/// <param name="FaceHeightPx">To tell the company from faces in the background.</param>
/// <param name="Whole">Not cut by the frame, 0..1.</param>
public readonly record struct Companion(int PersonId, string? Role, double FaceHeightPx, double Whole, Look Look);

/// <summary>Who else is there, whether everybody of the group shows, and whether the photo is clearly posed or clearly candid.</summary>
public static class ContextScore
{
    /// <summary>Faces under half this one's height are background, not company.</summary>
    private const double CompanyShare = .5;

    /// <param name="me">One of <paramref name="everybody"/>.</param>
    /// <param name="everybody">All people of the photo, once each.</param>
    public static double Of(Companion me, IReadOnlyList<Companion> everybody)
    {
        var company = CompanyOf(me, everybody);
        return .50 * Company(me, company) + .25 * Group(company) + .25 * PosedOrCandid(me, company);
    }

    internal static List<Companion> CompanyOf(Companion me, IReadOnlyList<Companion> everybody) =>
        [.. everybody.Where(p => p.PersonId != me.PersonId && p.FaceHeightPx >= CompanyShare * me.FaceHeightPx)];

    /// <summary>Guests want to be seen with the couple, the couple with each other, everybody with their family.</summary>
    private static double Company(Companion me, List<Companion> others)
    {
        if (others.Exists(p => Roles.IsCouple(p.Role)))
            return 1;
        if (others.Exists(p => Roles.IsFamily(p.Role) || Roles.IsParty(p.Role)))
            return .85;
        if (others.Count > 0)
            return .7;
        return Roles.IsCouple(me.Role) ? .75 : .6;
    }

    /// <summary>Few people show best; a group counts fully when nobody of it is cut off or blinks.</summary>
    private static double Group(List<Companion> others)
    {
        var size = others.Count switch { 0 => .8, <= 3 => 1, <= 11 => .85, _ => .7 };
        var complete = others.Count == 0 ? 1 : others.Average(p => p.Whole >= .5 && p.Look.Eyes >= .25 ? 1.0 : 0);
        return size * (.6 + .4 * complete);
    }

    /// <summary>All look at the camera, or nobody does and they are lively: both are good. Half and half is a photo taken between two others.</summary>
    private static double PosedOrCandid(Companion me, List<Companion> others)
    {
        var atCamera = (me.Look.AtCamera + others.Sum(p => p.Look.AtCamera)) / (others.Count + 1);
        var smiles = (me.Look.Smile + others.Sum(p => p.Look.Smile)) / (others.Count + 1);
        return Math.Max(atCamera, (1 - atCamera) * (.4 + .6 * smiles));
    }
}
