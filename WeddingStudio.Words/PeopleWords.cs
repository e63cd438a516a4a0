namespace WeddingStudio.Words;

public static class PeopleWords
{
    /// <summary>The name, or `Unnamed 12`.</summary>
    public static string TitleOf(this StudioWords words, PersonTile person) => words.TitleOf(person.Name, person.Id);

    public static string TitleOf(this StudioWords words, QuestionedPerson person) => words.TitleOf(person.Name, person.Id);

    public static string TitleOf(this StudioWords words, AlbumPerson person) => words.TitleOf(person.Name, person.PersonId);

    /// <summary>`1 photo`, `3 photos`.</summary>
    public static string PhotoCount(this StudioWords words, int photos) => words["People.Photos", photos];

    public static string TitleOf(this StudioWords words, string? name, int id) => name ?? words.Of(Unnamed(id));

    /// <summary>The name, or what stands in its place, as an argument of a message.</summary>
    public static object Title(string? name, int id) => name is not null ? name : Unnamed(id);

    private static Message Unnamed(int id) => new("People.Unnamed", id);
}
