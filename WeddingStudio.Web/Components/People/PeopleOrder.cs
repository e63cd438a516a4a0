using WeddingStudio.Words;

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

    public static bool Matches(StudioWords words, PersonTile person, string search) => search.Trim() is not { Length: > 0 } sought
        || words.TitleOf(person).Contains(sought, StringComparison.CurrentCultureIgnoreCase)
        || (person.Role is { } role && words.Role(role).Contains(sought, StringComparison.CurrentCultureIgnoreCase));
}
