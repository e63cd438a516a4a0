using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace WeddingStudio.Tests;

/// <summary>THIRD-PARTY-NOTICES.md names every package that ships with the program, in the version that ships, and no other.</summary>
public sealed partial class NoticesTests
{
    private const string Program = "WeddingStudio.Web";

    private static readonly string Notices = File.ReadAllText(Path.Combine(Checkout.Root, "THIRD-PARTY-NOTICES.md"));

    private static readonly HashSet<string> Named =
        [.. Rows().Matches(Notices).Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}")];

    [Fact]
    public void Every_package_the_program_asks_for_is_named_for_every_system() => Assert.Empty(AskedFor().Except(Named));

    [Fact]
    public void Whatever_those_packages_bring_along_is_named_too() => Assert.Empty(BroughtAlong().Except(Named));

    [Fact]
    public void Nothing_is_named_that_does_not_ship() => Assert.Empty(Named.Except(AskedFor()).Except(BroughtAlong()));

    [Fact]
    public void Fonts_are_named_with_the_folder_they_lie_in()
    {
        var folder = Folder().Match(Notices).Groups[1].Value;
        var families = Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.woff2")
            .Select(file => Path.GetFileName(file).Split('-')[0]).Distinct();

        Assert.All(families, family => Assert.Contains(family, Notices, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// `id version` of the packages in the project files of the program; `NetVips.Native.$(NativeTarget)` is one for each system.
    /// </summary>
    private static HashSet<string> AskedFor()
    {
        var pinned = Elements(Path.Combine(Checkout.Root, "Directory.Packages.props"), "PackageVersion")
            .ToDictionary(Id, package => package.Attribute("Version")!.Value);
        var asked = References().Where(Ships)
            .Select(package => new Regex($"^{Property().Replace(Regex.Escape(Id(package)), ".+")}$")).ToList();

        var found = asked.ConvertAll(name =>
            pinned.Where(package => name.IsMatch(package.Key)).Select(package => $"{package.Key} {package.Value}").ToList());
        Assert.DoesNotContain(found, versions => versions.Count == 0);
        return [.. found.SelectMany(versions => versions)];
    }

    /// <summary>`id version` of all packages that the built program needs on this system, without those that serve to build it.</summary>
    private static HashSet<string> BroughtAlong()
    {
        using var deps = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, Program + ".deps.json")));
        var libraries = deps.RootElement.GetProperty("targets").EnumerateObject().Single().Value.EnumerateObject()
            .ToDictionary(library => library.Name.Split('/')[0], library => library);
        HashSet<string> toolsOnly = [.. References().Where(package => !Ships(package)).Select(Id)];

        HashSet<string> seen = [];
        Queue<string> next = new([Program]);
        while (next.TryDequeue(out var name))
        {
            if (toolsOnly.Contains(name) || !libraries.TryGetValue(name, out var library) || !seen.Add(library.Name.Replace('/', ' ')))
                continue;
            if (library.Value.TryGetProperty("dependencies", out var dependencies))
            {
                foreach (var dependency in dependencies.EnumerateObject())
                    next.Enqueue(dependency.Name);
            }
        }

        seen.RemoveWhere(library => library.StartsWith("WeddingStudio.", StringComparison.Ordinal));
        return seen;
    }

    /// <summary>The project file of <paramref name="name"/> and of every project it refers to.</summary>
    private static HashSet<string> Projects(string name)
    {
        var file = Path.Combine(Checkout.Root, name, name + ".csproj");
        return [file, .. Elements(file, "ProjectReference").SelectMany(other => Projects(Path.GetFileNameWithoutExtension(Id(other))))];
    }

    private static IEnumerable<XElement> References() => Projects(Program).SelectMany(project => Elements(project, "PackageReference"));

    private static IEnumerable<XElement> Elements(string file, string name) => XDocument.Load(file).Descendants(name);

    private static string Id(XElement item) => item.Attribute("Include")!.Value;

    private static bool Ships(XElement package) => package.Attribute("PrivateAssets")?.Value != "all";

    // A row of packages has five cells, and a version in the second.
    [GeneratedRegex(@"^\| (\S+) \| (\d[\w.]*) \|.*\|.*\|.*\|$", RegexOptions.Multiline)]
    private static partial Regex Rows();

    /// <summary>`$(Name)` as <see cref="Regex.Escape"/> leaves it.</summary>
    [GeneratedRegex(@"\\\$\\\(\w+\\?\)")]
    private static partial Regex Property();

    [GeneratedRegex(@"In `([\w/-]+/fonts)`")]
    private static partial Regex Folder();
}
