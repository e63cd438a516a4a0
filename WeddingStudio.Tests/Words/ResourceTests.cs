using System.Text.RegularExpressions;
using System.Xml.Linq;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Words;

/// <summary>What people read lies in resource files, complete in every language, and nothing in them is left over.</summary>
public sealed partial class ResourceTests
{
    private static readonly string _resources = Path.Combine(Checkout.Root, "WeddingStudio.Words", "Resources");

    [Fact]
    public void Every_language_has_the_same_entries_with_the_same_arguments()
    {
        foreach (var room in Rooms.All)
        {
            var english = Entries(room, "");
            foreach (var language in Languages.All.Skip(1))
            {
                var other = Entries(room, $".{language.Name}");
                Assert.Equal(english.Keys.Order(), other.Keys.Order());
                Assert.All(english, entry => Assert.Equal((room, entry.Key, Arguments(entry.Value)),
                    (room, entry.Key, Arguments(other[entry.Key]))));
                Assert.Empty(other.Where(entry => string.IsNullOrWhiteSpace(entry.Value)).Select(entry => entry.Key));
            }
        }

        Assert.Equal(Rooms.All.Count * Languages.All.Count, Directory.EnumerateFiles(_resources).Count());
    }

    [Fact]
    public void A_plural_has_all_its_forms()
    {
        var names = All().Where(name => name.Contains('_')).GroupBy(name => name.Split('_')[0]);

        Assert.All(names, forms => Assert.Equal((forms.Key, "one other"),
            (forms.Key, string.Join(' ', forms.Select(form => form.Split('_')[1]).Order()))));
    }

    [Fact]
    public void Every_code_in_use_has_an_entry() => Assert.Empty(Used().Except(Codes()));

    /// <summary>Codes made of an enum or a role, as in `$"Photos.Stage{stage}"`, use all entries that begin so.</summary>
    [Fact]
    public void Every_entry_is_in_use()
    {
        var made = Sources().SelectMany(code => MadeCode().Matches(code)).Select(match => match.Groups["start"].Value).ToHashSet();

        Assert.DoesNotContain(Codes().Except(Used()), code => !made.Any(start => code.StartsWith(start, StringComparison.Ordinal)));
    }

    private static HashSet<string> Used() =>
        [.. Sources().SelectMany(code => Code().Matches(code)).Select(match => match.Groups["code"].Value)];

    private static HashSet<string> Codes() => [.. All().Select(name => name.Split('_')[0])];

    private static IEnumerable<string> All() => Rooms.All.SelectMany(room => Entries(room, "").Keys.Select(name => $"{room}.{name}"));

    private static Dictionary<string, string> Entries(string room, string language) =>
        XDocument.Load(Path.Combine(_resources, $"{room}{language}.resx")).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static string Arguments(string entry) =>
        string.Join(' ', Argument().Matches(entry).Select(match => match.Groups["number"].Value).Distinct().Order());

    private static IEnumerable<string> Sources() =>
        from project in new[] { "Contracts", "Engine", "Web", "Words", "Drawn" }
        from file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, $"WeddingStudio.{project}"), "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".razor" && !file.Split(Path.DirectorySeparatorChar).Contains("obj")
        select Comments().Replace(File.ReadAllText(file), "");

    private const string Room = "Access|Corrections|Galleries|Inference|Layout|Moments|People|Photos|Picks|Shared|Store|Weddings";

    [GeneratedRegex($@"""(?<code>(?:{Room})\.[A-Z][A-Za-z0-9]*)""")]
    private static partial Regex Code();

    [GeneratedRegex($@"\$""(?<start>(?:{Room})\.[A-Za-z0-9]*)\{{")]
    private static partial Regex MadeCode();

    [GeneratedRegex(@"@\*.*?\*@|//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\{(?<number>\d+)")]
    private static partial Regex Argument();
}
