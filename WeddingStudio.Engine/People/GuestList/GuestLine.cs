using System.Text.RegularExpressions;
using WeddingStudio.Engine.People.Statements;

namespace WeddingStudio.Engine.People.GuestList;

/// <summary>What came of one line: a guest, a problem, or both.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Text">All of the line: two lines are told apart by whatever stands in them.</param>
/// <param name="Guest">Who is on it.</param>
/// <param name="Problem">What is wrong with it.</param>
/// <param name="NoName">Something else stands where the name should be.</param>
internal sealed partial record GuestLine(int Number, string Text, ListedGuest? Guest, string? Problem = null, bool NoName = false)
{
    public static GuestLine Wrong(int number, string text, string problem, bool noName = false) => new(number, text, null, problem, noName);

    /// <summary>Why this is no name; null for a name. Better nobody than somebody called `a@x.org`.</summary>
    public static string? WrongName(string name) => name switch
    {
        "" => "has no name",
        { Length: > StatementIntake.LongestName } => $"has a name longer than {StatementIntake.LongestName} characters",
        _ when !name.Any(char.IsLetter) || Other().IsMatch(name) => $"has '{name}' where a name should be",
        _ => null,
    };

    // Addresses, the heading of a table, the sum below a list.
    [GeneratedRegex(@"@|://|^www\.|^(table|tisch)\s*\d+\s*:?$|^(total|sum|summe|gesamt|insgesamt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Other();
}
