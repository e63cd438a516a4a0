using System.Text.Json;
using WeddingStudio.Engine.Data;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Words;

public sealed class MessageTests
{
    private static readonly Message _changed = new Message("People.Moved", 1, "Anna", new Message("People.Unnamed", 7))
        .Then(new("Photos.Rate", 2.5));

    [Fact]
    public void A_message_comes_back_from_storage_as_it_was()
    {
        var again = Message.Parse(_changed.ToString());

        Assert.Equal(_changed, again);
        Assert.Equal(_changed.GetHashCode(), again.GetHashCode());
        Assert.Equal("The face moved from Anna to Unnamed 7. 2.5 a second", again.English());
        Assert.Equal(_changed, JsonSerializer.Deserialize<Message>(JsonSerializer.Serialize(_changed)));
    }

    [Fact]
    public void Each_language_has_its_own_words_plurals_and_numbers()
    {
        var german = new StudioWords(Languages.German);

        Assert.Equal("Das Gesicht ist von Anna zu Ohne Namen 7 gewechselt. 2,5 pro Sekunde", german.Of(_changed));
        Assert.Equal("3 Fotos werden für Anna, Ben und Carla immer gezeigt.",
            german.Of(new("People.PhotosAlwaysShowFor", 3, Message.List(["Anna", "Ben", "Carla"]))));
    }

    [Fact]
    public void What_nobody_words_any_more_is_told_by_its_code()
    {
        Assert.Equal("Nowhere.AtAll", new Message("Nowhere.AtAll", 3).English());
        Assert.Equal("Photos.ProblemOfTomorrow", PhotoProblem.Parse("""["Photos.ProblemOfTomorrow",3]""").English());
    }

    [Fact]
    public void No_message_is_an_error()
    {
        foreach (var json in new[] { "null", "3", "\"text\"", "{}" })
            Assert.Throws<JsonException>(() => Message.Parse(json));
    }

    [Fact]
    public void Every_problem_of_a_photo_has_words()
    {
        foreach (var kind in Enum.GetValues<PhotoProblemKind>())
        {
            var problem = new PhotoProblem(kind, "a", "b", "c", "d");

            Assert.DoesNotContain("Photos.", problem.English());
            Assert.Equal((kind, problem), (PhotoProblem.Parse(problem.ToString()).Kind, PhotoProblem.Parse(problem.ToString())));
        }
    }
}
