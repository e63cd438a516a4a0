using System.Text.Json;
using WeddingStudio.Engine.Data;
using WeddingStudio.Web.Commands;

namespace WeddingStudio.Tests.Commands;

public sealed class TagFileTests
{
    [Fact]
    public void Names_and_roles_are_read_by_photo_and_box()
    {
        var file = TagFile.Parse("""{"faces": {"a/b.jpg": [{"box": [1, 2, 30.5, 40], "name": "Anna", "role": "cousin"}, {"box": [50, 2, 80, 40], "name": "Bob"}]}}""");

        Assert.Equal([new TagFile.Tag("a/b.jpg", new FaceBox(1, 2, 30.5, 40), "Anna", "cousin"), new TagFile.Tag("a/b.jpg", new FaceBox(50, 2, 80, 40), "Bob", null)], file.Tags);
        Assert.Empty(file.Problems);
    }

    [Theory]
    [InlineData("""{"box": [1, 2, 3], "name": "Anna"}""", "box of Anna")]
    [InlineData("""{"box": [9, 2, 3, 4], "name": "Anna"}""", "box of Anna")]
    [InlineData("""{"box": [1, 2, "x", 4], "name": "Anna"}""", "box of Anna")]
    [InlineData("""{"box": [1, 2, 3, 4]}""", "without a name")]
    [InlineData("3", "without a name")]
    public void A_broken_tag_is_told_and_the_rest_is_used(string broken, string told)
    {
        var file = TagFile.Parse($$$"""{"faces": {"a.jpg": [{{{broken}}}, {"box": [1, 2, 3, 4], "name": "Bob"}]}}""");

        Assert.Equal(["Bob"], file.Tags.Select(t => t.Name));
        Assert.Contains(told, Assert.Single(file.Problems));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"faces\": 3}")]
    [InlineData("{\"faces\": {")]
    public void A_file_of_another_kind_is_refused(string text)
    {
        Assert.ThrowsAny<JsonException>(() => TagFile.Parse(text));
    }
}
