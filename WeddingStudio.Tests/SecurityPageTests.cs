using System.Reflection;
using System.Text.RegularExpressions;
using Xunit.v3;

namespace WeddingStudio.Tests;

/// <summary>docs/security.md promises nothing that no test holds.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "security.md"));

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var tests = typeof(SecurityPageTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => method.GetCustomAttributes().OfType<IFactAttribute>().Any())
                .Select(method => $"{type.Name}.{method.Name}")).ToHashSet();

        var named = Tests().Matches(Page).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(tests));
    }

    [Fact]
    public void Every_promise_names_its_test() =>
        Assert.DoesNotContain(Promises().Matches(Page).Select(match => match.Value), promise => !Tests().IsMatch(promise));

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex Tests();

    /// <summary>A line of a table, but not its head.</summary>
    [GeneratedRegex(@"^\| (?!Promise ).*$", RegexOptions.Multiline)]
    private static partial Regex Promises();
}
