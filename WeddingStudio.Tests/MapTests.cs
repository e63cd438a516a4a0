using System.Text.RegularExpressions;

namespace WeddingStudio.Tests;

/// <summary>docs/architecture.md names places, and a newcomer must find them.</summary>
public sealed partial class MapTests
{
    private static readonly string[] Paths = [.. Directory.EnumerateFiles(Checkout.Root, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Intersect(["bin", "obj", ".git", "publish"]).Any())];

    [Fact]
    public void Every_place_on_the_map_is_there()
    {
        var map = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "architecture.md"));
        var places = Quoted().Matches(map).Select(quote => quote.Groups[1].Value).Where(words => Place().IsMatch(words))
            .Distinct().ToList();

        Assert.InRange(places.Count, 40, 200);
        Assert.DoesNotContain(places, place => !IsThere(place));
        Assert.All(Link().Matches(map).Select(link => link.Groups[1].Value),
            link => Assert.True(File.Exists(Path.Combine(Checkout.Root, "docs", link)), link));
    }

    [Fact]
    public void Code_cites_no_page_that_is_not_here()
    {
        var cited = from file in Paths
                    where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
                    from Match page in Page().Matches(File.ReadAllText(Path.Combine(Checkout.Root, file)))
                    select (file, Page: page.Value);

        Assert.DoesNotContain(cited, c => !c.file.StartsWith("WeddingStudio.Tests/", StringComparison.Ordinal)
            && !Paths.Any(path => path == c.Page || path.EndsWith("/" + c.Page, StringComparison.Ordinal)));
    }

    /// <summary>As a folder or a file, with or without its ending, the project's name or the folders above it.</summary>
    private static bool IsThere(string place) => Paths.Any(path =>
        ("/" + path).Replace("/WeddingStudio.", "/") is var whole
        && Regex.IsMatch(whole, $@"(^|/){Regex.Escape(place.Replace("WeddingStudio.", ""))}(/|\.|$)"));

    [GeneratedRegex(@"`([^`\n]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^[A-Z][\w.]+(/[A-Z<][\w.]+)*$")]
    private static partial Regex Place();

    [GeneratedRegex(@"\]\(([\w./-]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[\w/-]+\.md\b")]
    private static partial Regex Page();
}
