using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Data;
using WeddingStudio.Tests.Access;
using WeddingStudio.Tests.People.Suggestions;
using WeddingStudio.Web.Components.Connection;
using WeddingStudio.Web.Components.Corrections;

namespace WeddingStudio.Tests.Pages;

public sealed class StudioConnectionTests
{
    [Fact]
    public async Task What_is_said_in_one_breath_is_taken_in_the_order_it_was_said()
    {
        await using var studio = new StudioApp();
        await studio.Store.WriteAsync(async db =>
        {
            db.Add(new Wedding { Id = TwoWeddings.First, Name = "Anna & Ben", TimeZone = "Europe/Paris", NextPersonId = 1,
                CreatedAt = DateTime.UtcNow });
            await db.SaveChangesAsync();
        }, CancellationToken.None);
        await QuestionedWedding.FillAsync(studio.Store, TwoWeddings.First);
        await using var page = await StudioPage.ForAsync(studio, StudioUser.PlannerRole);
        var connection = page.Services.GetRequiredService<StudioConnection>();

        var asked = connection.People.Questions(TwoWeddings.First);
        var said = Enumerable.Range(1, 8)
            .Select(i => connection.People.Correct(TwoWeddings.First, Say.Named(QuestionedWedding.Whole, $"Anna {i}", null))).ToList();
        said.Add(connection.People.Undo(TwoWeddings.First));
        var seen = connection.People.Person(TwoWeddings.First, QuestionedWedding.Whole);

        Assert.All(await Task.WhenAll(said), outcome => Assert.True(outcome.Accepted, outcome.Message.English()));
        Assert.Equal("Anna 7", (await seen)!.Person.Name);
        Assert.Equal(2, (await asked).Count);
    }
}
