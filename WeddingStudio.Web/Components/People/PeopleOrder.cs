namespace WeddingStudio.Web.Components.People;

/// <summary>Named people first, in the order of their roles, then by how often they were photographed.</summary>
public static class PeopleOrder
{
    private static readonly Dictionary<string, int> Priority = Roles.All.Select((role, at) => (role, at))
        .ToDictionary(r => r.role, r => r.at);

    public static IOrderedEnumerable<PersonTile> Sort(IEnumerable<PersonTile> people) => people
        .OrderBy(p => p.Name is null)
        .ThenBy(p => p.Role is { } role ? Priority.GetValueOrDefault(role, Priority.Count) : Priority.Count)
        .ThenByDescending(p => p.PhotoCount)
        .ThenBy(p => p.Id);

    public static bool Matches(PersonTile person, string search) => search.Trim() is not { Length: > 0 } words
        || TitleOf(person).Contains(words, StringComparison.CurrentCultureIgnoreCase)
        || (person.Role is { } role && Roles.Title(role).Contains(words, StringComparison.CurrentCultureIgnoreCase));

    /// <summary>The name, or `Unnamed 12`.</summary>
    public static string TitleOf(PersonTile person) => person.Name ?? $"Unnamed {person.Id}";

    public static string Photos(int count) => count == 1 ? "1 photo" : $"{count} photos";
}
