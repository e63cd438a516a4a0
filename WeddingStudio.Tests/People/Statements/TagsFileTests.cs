using System.Text;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.People.Statements;

namespace WeddingStudio.Tests.People.Statements;

public sealed class TagsFileTests
{
    private static TagsFile Parse(string json) => TagsFile.Parse(Encoding.UTF8.GetBytes(json), "tags.json");

    [Fact]
    public void Tags_are_read()
    {
        var file = Parse("""
            {"faces": {"a/b.jpg": [{"box": [1, 2, 3.5, 4], "name": " Anna ", "role": "cousin"},
             {"box": [5, 5, 9, 9], "name": "Ben"}]}}
            """);

        Assert.Equal([new FaceTag("a/b.jpg", new FaceBox(1, 2, 3.5, 4), "Anna", "cousin"),
            new FaceTag("a/b.jpg", new FaceBox(5, 5, 9, 9), "Ben", null)], file.Tags);
        Assert.Empty(file.Problems);
    }

    [Theory]
    [InlineData("{\"faces\":\n {\"a.jpg\": [\n  {\"box\": \"no\", \"name\": \"Anna\"}]}}", "line 3")]
    [InlineData("{\"faces\": {\n", "line 2")]
    [InlineData("{}", "tags.json")]
    [InlineData("", "tags.json")]
    public void A_file_of_another_form_is_named_with_the_line(string json, string where)
    {
        var file = Parse(json);

        Assert.Empty(file.Tags);
        Assert.Contains(where, Assert.Single(file.Problems));
    }

    [Fact]
    public void A_wrong_tag_is_named_and_the_rest_is_taken()
    {
        var file = Parse("""
            {"faces": {"a.jpg": [{"box": [1, 2, 3], "name": "Anna"}, {"box": [3, 3, 1, 1], "name": "Anna"},
             {"box": [1, 1, 3, 3], "name": " "}, {"box": [1, 1, 3, 3], "name": "Anna", "role": "king"},
             {"box": [1, 1, 3, 3], "name": "Anna"}]}}
            """);

        Assert.Single(file.Tags);
        Assert.Equal(4, file.Problems.Count);
        Assert.All(file.Problems, problem => Assert.Contains("a.jpg", problem));
    }
}
