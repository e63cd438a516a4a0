using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Tests.Data;

public sealed class StudioStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_process_is_refused_the_data_directory_with_a_clear_message()
    {
        await using var studio = await TestStudio.OpenAsync();
        using var second = new StudioStore(studio.Paths, studio.Get<IDbContextFactory<StudioDb>>());

        var refusal = await Assert.ThrowsAsync<StudioStoreException>(() => second.OpenAsync(Ct));

        Assert.Contains(studio.Paths.DataDirectory, refusal.Message);
        Assert.Contains("in use by another WeddingStudio", refusal.Message);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await using var studio = await TestStudio.OpenAsync();
        await studio.Store.WriteAsync(db => db.Database.ExecuteSqlRawAsync(
            "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Future', '99.0')", Ct), Ct);
        studio.Store.Dispose();
        using var again = new StudioStore(studio.Paths, studio.Get<IDbContextFactory<StudioDb>>());

        var refusal = await Assert.ThrowsAsync<StudioStoreException>(() => again.OpenAsync(Ct));

        Assert.Contains("newer WeddingStudio", refusal.Message);
    }

    [Fact]
    public async Task Times_and_vectors_come_back_as_they_were_written()
    {
        await using var studio = await TestStudio.OpenAsync();
        var takenAt = new DateTime(2026, 6, 20, 14, 30, 15, 120, DateTimeKind.Utc);
        await studio.Store.WriteAsync(async db =>
        {
            var photo = new Photo { WeddingId = TestWedding.Id, Path = "a.jpg", TakenAt = takenAt };
            db.Add(photo);
            await db.SaveChangesAsync(Ct);
            db.Add(new Face
            {
                WeddingId = TestWedding.Id, PhotoId = photo.Id, Key = "0123456789abcdef", Pack = "p",
                Points = [1, 2, 3], Embedding = [0.5f, -0.25f], Box = new FaceBox(1, 2, 3, 4),
            });
            await db.SaveChangesAsync(Ct);
        }, Ct);

        var face = await studio.Store.ReadAsync(db => db.Faces.Include(f => f.Photo).SingleAsync(Ct), Ct);

        Assert.Equal(takenAt, face.Photo!.TakenAt);
        Assert.Equal(DateTimeKind.Utc, face.Photo.TakenAt!.Value.Kind);
        Assert.Equal([0.5f, -0.25f], face.Embedding);
        Assert.Equal(new FaceBox(1, 2, 3, 4), face.Box);
    }

    [Fact]
    public async Task A_write_that_throws_leaves_nothing_behind()
    {
        await using var studio = await TestStudio.OpenAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => studio.Store.WriteAsync(async db =>
        {
            db.Add(new Photo { WeddingId = TestWedding.Id, Path = "half.jpg" });
            await db.SaveChangesAsync(Ct);
            throw new InvalidOperationException("stop here");
        }, Ct));

        Assert.Equal(0, await studio.Store.ReadAsync(db => db.Photos.CountAsync(Ct), Ct));
    }
}
