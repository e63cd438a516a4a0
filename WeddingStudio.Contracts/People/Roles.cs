namespace WeddingStudio.Contracts;

/// <summary>The roles a person can have at a wedding, in order of priority.</summary>
public static class Roles
{
    public static readonly IReadOnlyList<string> All =
    [
        "bride", "groom", "spouse_1", "spouse_2",
        "best_man", "maid_of_honor", "bridesmaid", "groomsman",
        "mother_bride", "father_bride", "mother_groom", "father_groom",
        "grandmother", "grandfather", "sister", "brother", "aunt", "uncle", "cousin",
        "friend", "photographer", "dj", "coordinator",
    ];

    public static bool IsCouple(string? role) => role is "bride" or "groom" or "spouse_1" or "spouse_2";

    public static bool IsParty(string? role) => role is "best_man" or "maid_of_honor" or "bridesmaid" or "groomsman";

    public static bool IsFamily(string? role) => role is "mother_bride" or "father_bride" or "mother_groom" or "father_groom"
        or "grandmother" or "grandfather" or "sister" or "brother" or "aunt" or "uncle" or "cousin";
}
