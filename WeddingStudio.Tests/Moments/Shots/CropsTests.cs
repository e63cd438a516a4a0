using Microsoft.EntityFrameworkCore;
using NetVips;
using WeddingStudio.Engine;

namespace WeddingStudio.Tests.Moments.Shots;

/// <summary>Real photos, cut and saved again under other names and without a time, as they come back from messengers.</summary>
public sealed class CropsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("friends/photos/all (44).jpg", .05, .02, .9, .8, .6)]
    [InlineData("lfw/images/Hans_Blix/Hans_Blix_0019.jpg", .1, .0, .8, .95, 1.4)]
    [InlineData("lfw/images/Jennifer_Aniston/Jennifer_Aniston_0005.jpg", .1, .1, .8, .85, 1.2)]
    public async Task A_crop_is_a_version_of_its_photo(string photo, double left, double top, double width, double height, double scale)
    {
        await using var studio = await TestStudio.OpenAsync(("Studio:ModelsDirectory", SharedFiles.Require("models")));
        var folder = Path.Combine(studio.Folder, "photos");
        foreach (var other in new[] { "Hans_Blix_0018", "Hans_Blix_0034", "Jennifer_Aniston_0013", "Jennifer_Aniston_0017" })
            File.Copy(SharedFiles.Lfw(other), Path.Combine(folder, other + ".jpg"));
        File.Copy(SharedFiles.Require("data/" + photo), Path.Combine(folder, "whole.jpg"));
        using (var whole = Image.NewFromFile(SharedFiles.Require("data/" + photo)))
        using (var part = whole.Crop((int)(left * whole.Width), (int)(top * whole.Height), (int)(width * whole.Width),
            (int)(height * whole.Height)))
        using (var saved = part.Resize(scale))
            saved.Jpegsave(Path.Combine(folder, "received.jpg"), q: 80);

        await studio.Get<StudioPipeline>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        var photos = await studio.Store.ReadAsync(db => db.Photos.ToListAsync(Ct), Ct);

        var version = Assert.Single(photos, p => p.ShotId is not null);
        Assert.Equal(["received.jpg", "whole.jpg"], photos.Where(p => p == version || p.Id == version.ShotId).Select(p => p.Path).Order());
    }
}
