namespace WeddingStudio.Words;

public static class RoleWords
{
    /// <summary>`mother_bride` as people read it: `Mother of the bride`.</summary>
    public static string Role(this StudioWords words, string role) => words[$"People.Role{Name(role)}"];

    /// <summary>The same within a sentence: `mother of the bride`.</summary>
    public static Message Within(string role) => new($"People.InRole{Name(role)}");

    private static string Name(string role) => string.Concat(role.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
