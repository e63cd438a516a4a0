using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace WeddingStudio.Tests.Commands;

/// <summary>No container engine runs here, so what an image is built from is checked against the projects instead.</summary>
public sealed class DockerfileTests
{
    private static readonly string[] Copied = [.. File.ReadLines(Path.Combine(Checkout.Root, "Dockerfile"))
        .Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from"))
        .SelectMany(line => line.Split(' ')[1..^1])];

    [Fact]
    public void Everything_that_is_copied_is_there_and_let_through()
    {
        var letThrough = File.ReadLines(Path.Combine(Checkout.Root, ".dockerignore")).Where(line => line.StartsWith('!'))
            .Select(line => line[1..]).ToList();

        Assert.NotEmpty(Copied);
        Assert.All(Copied, source => Assert.True(Path.Exists(Path.Combine(Checkout.Root, source)), source));
        Assert.All(Copied, source =>
            Assert.True(letThrough.Any(path => source == path || source.StartsWith(path + "/", StringComparison.Ordinal)), source));
    }

    [Fact]
    public void Everything_that_the_program_is_built_from_is_copied()
    {
        var web = Path.Combine(Checkout.Root, "WeddingStudio.Web", "WeddingStudio.Web.csproj");
        var referenced = XDocument.Load(web).Descendants("ProjectReference")
            .Select(project => project.Attribute("Include")!.Value.Split('/')[^2]);
        var folders = Regex.Matches(File.ReadAllText(web), @"\.\./([\w.-]+)(?=[/'])").Select(match => match.Groups[1].Value)
            .Where(folder => folder != "models");

        Assert.Empty(referenced.Concat(folders).Except(Copied));
    }
}
