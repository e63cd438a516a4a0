using System.Text.Json;
using WeddingStudio.Engine.Data.Files;

namespace WeddingStudio.Tests.Data;

public sealed class WeddingIdTests
{
    [Theory]
    [InlineData("anna-ben")]
    [InlineData("")]
    public void An_id_comes_back_from_JSON_as_it_went(string value)
    {
        var id = new WeddingId(value);

        Assert.Equal(id, JsonSerializer.Deserialize<WeddingId>(JsonSerializer.Serialize(id)));
        Assert.Equal($"\"{value}\"", JsonSerializer.Serialize(id));
    }

    [Fact]
    public void No_id_is_the_default() => Assert.Equal(default, new WeddingId(""));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("-a")]
    [InlineData("Anna")]
    public void What_is_no_id_names_no_folder(string value)
    {
        var paths = new StudioPaths(Path.GetTempPath());

        Assert.Throws<ArgumentException>(() => paths.Wedding(new WeddingId(value)));
        Assert.Throws<ArgumentException>(() => paths.Drawn(new WeddingId(value)));
        Assert.EndsWith("anna-ben", paths.Wedding(new WeddingId("anna-ben")));
    }
}
