using System.Text.RegularExpressions;

namespace WeddingStudio.Tests.Words;

/// <summary>Pages hold no words of their own: whatever a visitor reads comes from a resource.</summary>
public sealed partial class SentenceTests
{
    /// <summary>The program's own name needs no translation, nor do those of fonts.</summary>
    private static readonly string[] _names =
    [
        "WeddingStudio", "DJ", "EN", "DE", "Figtree", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "Fraunces", "Georgia",
    ];

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_sentence_lies_beside_the_resources(string folder)
    {
        var root = Path.Combine(Checkout.Root, "WeddingStudio.Web", folder);
        var found = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .SelectMany(file => Sentences(file).Select(sentence => $"{Path.GetFileName(file)}: {sentence}"));

        Assert.Empty(found);
    }

    /// <summary>
    /// What the engine tells are codes. Words that are read (guest lists), patterns, and what is for the console, the log, or whoever made
    /// a model pack are no sentences to visitors.
    /// </summary>
    [Theory]
    [InlineData("Hosting/Desks")]
    [InlineData("Jobs")]
    [InlineData("Visits")]
    [InlineData("People/Fold")]
    [InlineData("People/Statements")]
    [InlineData("People/Suggestions")]
    [InlineData("Moments")]
    [InlineData("Scores")]
    [InlineData("Picks")]
    [InlineData("Galleries")]
    [InlineData("Photos/Import")]
    [InlineData("Photos/Originals")]
    [InlineData("Photos/Reading")]
    public void The_engine_tells_codes(string room)
    {
        var found = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "WeddingStudio.Engine", room), "*.cs", SearchOption.AllDirectories)
            .Where(file => !_readOrForTheConsole.Any(end => file.EndsWith(end, StringComparison.Ordinal)))
            .SelectMany(file => Literals(Comments().Replace(File.ReadAllText(file), ""))
                .Where(text => Prose().IsMatch(text)).Select(text => $"{Path.GetFileName(file)}: {text}"));

        Assert.Empty(found);
    }

    private static readonly string[] _readOrForTheConsole = ["TagsFile.cs", "TimelineFile.cs", "Services.cs"];

    public static TheoryData<string> Folders() =>
        [.. Directory.EnumerateDirectories(Path.Combine(Checkout.Root, "WeddingStudio.Web", "Components"))
            .Select(folder => $"Components/{Path.GetFileName(folder)}").Append("Access")];

    private static IEnumerable<string> Sentences(string file)
    {
        var text = Comments().Replace(File.ReadAllText(file), "");
        if (Path.GetExtension(file) == ".cs")
            return Literals(text);
        var code = text.IndexOf("@code", StringComparison.Ordinal);
        var (page, below) = code < 0 ? (text, "") : (text[..code], text[code..]);
        return Literals(below).Concat(Shown(page)).Concat(Attributes(page));
    }

    /// <summary>Text between tags; expressions and blocks of C# put aside.</summary>
    private static IEnumerable<string> Shown(string page)
    {
        var bare = Block().Replace(Tag().Replace(Expressions(Directive().Replace(page, "\n")), "\n"), "\n");
        return bare.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => Word().IsMatch(line) && !_names.Contains(line));
    }

    private static IEnumerable<string> Attributes(string page) => Attribute().Matches(Expressions(page))
        .Select(match => match.Groups["value"].Value).Where(value => Word().IsMatch(value) && !_names.Contains(value));

    /// <summary>Texts of C# with two words or a full stop. What is compared, logged or thrown at programmers no visitor reads.</summary>
    private static IEnumerable<string> Literals(string code) => Logged().Replace(code, "").Split('\n')
        .SelectMany(line => Literal().Matches(line)).Select(match => match.Groups["text"].Value)
        .Where(text => Sentence().IsMatch(text) && !_names.Contains(text));

    /// <summary>Without `@(...)`, `@Words[...]` and the like, brackets within brackets included.</summary>
    private static string Expressions(string page) => Expression().Replace(page, "\"\"");

    [GeneratedRegex(@"@\*.*?\*@|//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comments();

    private const string Balanced = @"(?:[^()]|(?<open>\()|(?<-open>\)))*(?(open)(?!))";
    private const string BalancedSquare = @"(?:[^\[\]]|(?<open>\[)|(?<-open>\]))*(?(open)(?!))";
    private const string Keywords =
        "if|foreach|else|code|page|attribute|inject|using|implements|inherits|typeparam|layout|switch|for|while";

    [GeneratedRegex($@"@(?!(?:{Keywords}|bind|ref|key)\b|on\w+=)[\w.?!]*(?:\({Balanced}\)|\[{BalancedSquare}\])?"
        + $@"(?:[\w.?!]+(?:\({Balanced}\))?)*")]
    private static partial Regex Expression();

    [GeneratedRegex(@"<[/!A-Za-z](?:[^<>""]|""[^""]*""|=>)*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex($@"@?(?:else if|if|foreach|switch|while|for)\s*\({Balanced}\)|\belse\b|case [^:\n]+:|default:|break;|[{{}}]")]
    private static partial Regex Block();

    [GeneratedRegex(@"^\s*@(?:page|attribute|inject|using|implements|inherits|typeparam|layout)[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(@"\s(?:aria-label|title|alt|placeholder|Label|Text|Title|One|Many|HelperText|Placeholder|CallToAction|Hint|CancelText"
        + @"|OkText|YesText|NoText)=""(?<value>[^""]*)""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"[A-Za-z]{2,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"""(?<text>[^""]*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}|^[A-Z][a-z]+[.!?]?$")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[a-z]{2,}[,;:]? [a-z]{2,}.*[.!?:]?$")]
    private static partial Regex Prose();

    [GeneratedRegex(@"\[LoggerMessage[^\]]*\]|(?:Log(?:Error|Warning|Information)?|Console\.WriteLine)\([^;]*;"
        + @"|throw new (?:InvalidOperation|Argument\w*|Unreachable|Format|IO|FileNotFound)Exception\([^;]*;|[!=]= ""[^""]*""")]
    private static partial Regex Logged();
}
