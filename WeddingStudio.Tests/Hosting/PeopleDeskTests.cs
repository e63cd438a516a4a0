using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Desks.People;

namespace WeddingStudio.Tests.Hosting;

public sealed class PeopleDeskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>
    /// One with a clear face among poor ones, one with poor ones alone, one with poor ones alone of which a user drew one.
    /// </summary>
    [Fact]
    public async Task Whoever_is_never_seen_clearly_opens_on_request_only_until_they_have_a_name()
    {
        await using var studio = await TestStudio.OpenAsync();
        await studio.Store.WriteAsync(async db =>
        {
            foreach (var (person, best, drawn) in new[] { (1, .6, false), (2, .11, false), (3, .11, true) })
            {
                db.Add(new Person { WeddingId = TestWedding.Id, Id = person, PhotoCount = 3, FaceCount = 3 });
                for (var i = 0; i < 3; i++)
                {
                    var face = Paper.Face(Paper.Photo($"{person}-{i}.jpg"), person);
                    (face.Quality, face.Drawn) = (i == 0 ? best : .05, drawn && i == 0);
                    db.Add(face);
                }
            }

            await db.SaveChangesAsync(Ct);
        }, Ct);

        var tiles = (await new PeopleDesk(studio.Store).TilesAsync(TestWedding.Id, Ct)).OrderBy(t => t.Id).ToList();

        Assert.Equal([false, true, false], tiles.Select(t => t.IsRare));
        Assert.False((tiles[1] with { Name = "Anna" }).IsRare);
    }
}
