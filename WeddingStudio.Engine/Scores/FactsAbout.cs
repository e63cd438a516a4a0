using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Scores;

/// <summary>What can be said in words about a face in its photo; a fact is only stated when it is clearly so.</summary>
internal static class FactsAbout
{
    private const double Clearly = .6;

    /// <summary>A Laplacian variance of about 200 at middle brightness: eyelashes show.</summary>
    private const double Crisp = .71;

    public static ScoreFacts Face(MeasuredFrame frame, MeasuredFace face, Companion me, IReadOnlyList<Companion> everybody)
    {
        var look = me.Look;
        var facts = ScoreFacts.None;
        void State(bool isSo, ScoreFacts fact) => facts |= isSo ? fact : 0;

        State(look.Smile >= 1, ScoreFacts.Smiling);
        State(face.Landmarks.Length > 0 && Math.Min(look.LeftEye, look.RightEye) >= Look.Open, ScoreFacts.EyesOpen);
        State(face.Landmarks.Length > 0 && look.AtCamera >= Clearly && look.Eyes > .5, ScoreFacts.LookingAtCamera);
        State(look.Smile >= 1 && look.AtCamera <= 1 - Clearly, ScoreFacts.Candid);
        State(TechnicalScore.Sharpness(face, frame) >= Crisp, ScoreFacts.Sharp);
        State(TechnicalScore.FaceExposure(face.Measures, frame.Measures) >= .8 && face.Measures.Clipped <= .02, ScoreFacts.WellLit);
        State(CompositionScore.Size(face.Box, frame.HeightPx) >= 1 && me.Whole >= 1, ScoreFacts.CloseUp);
        return facts | Company(me, ContextScore.CompanyOf(me, everybody));
    }

    private static ScoreFacts Company(Companion me, List<Companion> others)
    {
        var facts = ScoreFacts.None;
        void State(bool isSo, ScoreFacts fact) => facts |= isSo ? fact : 0;
        var spouses = others.Count(p => Roles.IsCouple(p.Role));

        State(others.Count == 0, ScoreFacts.Alone);
        State(others.Count >= 4, ScoreFacts.InGroup);
        State(spouses > 0 && Roles.IsCouple(me.Role), ScoreFacts.WithPartner);
        State(spouses > 1 && !Roles.IsCouple(me.Role), ScoreFacts.WithCouple);
        State(spouses == 1 && !Roles.IsCouple(me.Role) && others.Exists(p => p.Role == "bride"), ScoreFacts.WithBride);
        State(spouses == 1 && !Roles.IsCouple(me.Role) && others.Exists(p => p.Role == "groom"), ScoreFacts.WithGroom);
        State(others.Exists(p => Roles.IsFamily(p.Role)), ScoreFacts.WithFamily);
        State(others.Exists(p => Roles.IsParty(p.Role)), ScoreFacts.WithParty);
        State(others.Exists(p => me.Seat.SharesHousehold(p.Seat)), ScoreFacts.WithHousehold);
        State(others.Exists(p => me.Seat.SharesTable(p.Seat)), ScoreFacts.WithTable);
        return facts;
    }
}
