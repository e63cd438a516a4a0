using WeddingStudio.Words;

namespace WeddingStudio.Engine.People.GuestList;

/// <summary>Roles as guest lists write them: the code, its title, or what one says in German.</summary>
internal static class GuestRoles
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.InvariantCultureIgnoreCase)
    {
        ["Braut"] = "bride", ["Bräutigam"] = "groom", ["Trauzeuge"] = "best_man", ["Trauzeugin"] = "maid_of_honor",
        ["Brautjungfer"] = "bridesmaid",
        ["Brautmutter"] = "mother_bride", ["Mutter der Braut"] = "mother_bride", ["Brautvater"] = "father_bride",
        ["Vater der Braut"] = "father_bride", ["Mutter des Bräutigams"] = "mother_groom", ["Vater des Bräutigams"] = "father_groom",
        ["Großmutter"] = "grandmother", ["Oma"] = "grandmother", ["Großvater"] = "grandfather", ["Opa"] = "grandfather",
        ["Schwester"] = "sister", ["Bruder"] = "brother",
        ["Tante"] = "aunt", ["Onkel"] = "uncle", ["Cousine"] = "cousin", ["Kusine"] = "cousin", ["Vetter"] = "cousin",
        ["Freund"] = "friend", ["Freundin"] = "friend", ["Fotograf"] = "photographer", ["Fotografin"] = "photographer",
    };

    public static string? Of(string text) =>
        Roles.All.FirstOrDefault(role => role.Equals(text, StringComparison.OrdinalIgnoreCase)
            || StudioWords.English.Role(role).Equals(text, StringComparison.OrdinalIgnoreCase))
        ?? Words.GetValueOrDefault(text);
}
