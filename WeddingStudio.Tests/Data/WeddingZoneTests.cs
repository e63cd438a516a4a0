using Microsoft.Data.Sqlite;
using WeddingStudio.Engine.Data;
using WeddingStudio.Tests.Commands;

namespace WeddingStudio.Tests.Data;

public sealed class WeddingZoneTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Mars/Phobos")]
    [InlineData("")]
    [InlineData("Local")]
    [InlineData("../../etc/passwd")]
    [InlineData("W. Europe Standard Time")]
    public void A_name_that_is_no_time_zone_is_not_found(string name) => Assert.Null(WeddingZone.Find(name));

    [Fact]
    public void This_computers_own_zone_is_found_again() => Assert.NotNull(WeddingZone.Find(WeddingZone.Local()));

    /// <summary>As in a small container: the clock is right, but no list of zones tells its name.</summary>
    [Fact]
    public async Task A_computer_whose_zone_has_no_name_makes_no_wedding_that_cannot_be_opened()
    {
        const string rome = "/usr/share/zoneinfo/Europe/Rome";
        Assert.SkipUnless(File.Exists(rome), "There is no list of time zones on this computer.");
        var folder = Directory.CreateTempSubdirectory("weddingstudio-zone-").FullName;
        File.Copy(rome, Path.Combine(folder, "zone"));
        var photos = Directory.CreateDirectory(Path.Combine(folder, "photos")).FullName;
        File.Copy(SharedFiles.Require("data/friends/photos/all (1).jpg"), Path.Combine(photos, "a.jpg"));
        var environment = new Dictionary<string, string?>
        {
            ["TZ"] = Path.Combine(folder, "zone"), ["TZDIR"] = Directory.CreateDirectory(Path.Combine(folder, "no zones")).FullName,
        };
        var results = Path.Combine(folder, "results");

        using var studio = StudioProcess.StartWith(environment, "analyze", photos, "--out", results);

        Assert.True(await studio.ExitCodeAsync(Ct) == 0, studio.Output);
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_folder_of_results_from_elsewhere_with_an_unknown_zone_goes_on_with_the_one_that_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("weddingstudio-zone-").FullName;
        var photos = Directory.CreateDirectory(Path.Combine(folder, "photos")).FullName;
        File.Copy(SharedFiles.Require("data/friends/photos/all (1).jpg"), Path.Combine(photos, "a.jpg"));
        string[] analyze = ["analyze", photos, "--out", Path.Combine(folder, "results")];
        using (var first = StudioProcess.Start([.. analyze, "--time-zone", "Europe/Rome"]))
            Assert.True(await first.ExitCodeAsync(Ct) == 0, first.Output);
        await using (var database = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "results", ".studio", "studio.db")};Pooling=False"))
        {
            await database.OpenAsync(Ct);
            await using var change = database.CreateCommand();
            change.CommandText = "UPDATE Weddings SET TimeZone = 'Mars/Phobos'";
            await change.ExecuteNonQueryAsync(Ct);
        }

        using var refused = StudioProcess.Start(analyze);
        Assert.Equal(2, await refused.ExitCodeAsync(Ct));
        Assert.Contains("--time-zone", refused.Output);
        Assert.DoesNotContain("   at ", refused.Output);

        using var again = StudioProcess.Start([.. analyze, "--time-zone", "Europe/Paris"]);
        Assert.True(await again.ExitCodeAsync(Ct) == 0, again.Output);
        Directory.Delete(folder, recursive: true);
    }
}
