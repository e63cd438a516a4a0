namespace WeddingStudio.Engine.People.Statements;

/// <summary>What a statement was, as pages and messages call it.</summary>
public static class StatementWords
{
    public static string Of(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Named => "a name or role",
        CorrectionKind.Merged or CorrectionKind.SamePerson => "same person",
        CorrectionKind.Split or CorrectionKind.DifferentPeople => "different people",
        CorrectionKind.Moved => "faces moved",
        CorrectionKind.NotThisPerson => "not this person",
        CorrectionKind.NotAFace => "not a face",
        CorrectionKind.Hidden => "a person hidden or shown",
        CorrectionKind.AlwaysShow => "always show",
        CorrectionKind.NeverShow => "never show",
        CorrectionKind.KeptFromGuests => "a photo kept from guests",
        CorrectionKind.SetAside => "another photo instead",
        CorrectionKind.FaceDrawn => "a face drawn",
        CorrectionKind.Undone => "an undo",
        _ => "a redo",
    };

    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
