using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Backups;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Galleries.Access;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Tests.Photos;

namespace WeddingStudio.Tests.Data;

/// <summary>What a backup holds, what it refuses, and that nothing half is ever taken for one.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-backup-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string At(string name) => Path.Combine(_folder.FullName, name);

    [Fact]
    public async Task Everything_a_studio_keeps_comes_back_and_what_it_only_reads_is_named()
    {
        await using var studio = await StudioAsync();
        AtomicFile.Write(Path.Combine(studio.Paths.Models, "open", "pulled.onnx"), "a model"u8);
        var link = await studio.Get<GalleryLinks>().ShareAsync(TestWedding.Id, 1, Ct);

        var written = await BackUpAsync(studio);
        var restored = await RestoreAsync();

        Assert.Equal(written.Files, restored.Files);
        Assert.Equal(new PhotosElsewhere("Robin & Kim", Path.Combine(studio.Folder, "photos"), 2), Assert.Single(written.ReadInPlace));
        Assert.Equal(Files(studio.Paths.DataDirectory), Files(At("restored")));
        await using var db = Database(At("restored"));
        Assert.Equal(["Anna"], await db.People.Select(p => p.Name).ToListAsync(Ct));
        Assert.Equal(link.Token, new GalleryKey(new StudioPaths(At("restored")))
            .Token(link.GalleryId, (await db.Galleries.SingleAsync(Ct)).Version));
    }

    [Fact]
    public async Task A_photo_that_was_being_read_is_no_crash_of_its_reader()
    {
        await using var studio = await StudioAsync();
        await studio.Store.WriteAsync(db => db.Photos
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PhotoState.Attempting).SetProperty(p => p.Attempts, 1), Ct), Ct);

        await BackUpAsync(studio);
        await RestoreAsync();

        await using var db = Database(At("restored"));
        Assert.All(await db.Photos.ToListAsync(Ct), photo => Assert.Equal((PhotoState.Waiting, 0), (photo.State, photo.Attempts)));
    }

    [Fact]
    public async Task Nobody_else_can_read_a_backup_or_what_is_restored()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps rights in another way.");
        await using var studio = await StudioAsync();

        await BackUpAsync(studio);
        await RestoreAsync();

        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead
            | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        var all = Directory.EnumerateFileSystemEntries(At("restored"), "*", SearchOption.AllDirectories).Append(At("restored"))
            .Append(At("backup.zip"));
        foreach (var path in all)
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal((path, UnixFileMode.None), (path, File.GetUnixFileMode(path) & Others));
        }
    }

    [Fact]
    public async Task A_link_among_the_files_is_named_and_what_it_leads_to_stays_out()
    {
        await using var studio = await StudioAsync();
        File.WriteAllText(At("secret"), "a secret");
        File.CreateSymbolicLink(Path.Combine(studio.Paths.Originals(TestWedding.Id), "link.jpg"), At("secret"));

        var written = await BackUpAsync(studio);

        Assert.Equal(["weddings/w/originals/link.jpg"], written.Links);
        Assert.DoesNotContain(written.Files, file => file.Path.EndsWith("link.jpg"));
    }

    [Fact]
    public async Task A_file_that_is_there_and_a_place_inside_the_studio_are_refused()
    {
        await using var studio = await StudioAsync();
        File.WriteAllText(At("backup.zip"), "an earlier one");

        Assert.Contains("there already", (await Assert.ThrowsAsync<BackupException>(() => BackUpAsync(studio))).Message);
        Assert.Contains("data directory itself",
            (await Assert.ThrowsAsync<BackupException>(() => BackUpAsync(studio, Path.Combine(studio.Paths.Keys, "b.zip")))).Message);
        Assert.Contains("no folder", (await Assert.ThrowsAsync<BackupException>(() => BackUpAsync(studio, At("none/b.zip")))).Message);
        Assert.Contains("no studio", (await Assert.ThrowsAsync<BackupException>(() => new StudioBackup(_folder.FullName, At("b.zip"))
            .WriteAsync(new Progress<BackupProgress>(), Ct))).Message);
        Assert.Equal("an earlier one", File.ReadAllText(At("backup.zip")));
        Assert.Equal(["backup.zip"], Names(_folder.FullName));
    }

    [Fact]
    public async Task A_damaged_database_makes_no_backup()
    {
        await using var studio = await StudioAsync();
        await studio.Store.ReadAsync(db => db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)"), Ct);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var bytes = File.ReadAllBytes(studio.Paths.Database);
        bytes.AsSpan(4096 * 3, 4096 * 4).Fill(0x5A);
        File.WriteAllBytes(studio.Paths.Database, bytes);

        await Assert.ThrowsAsync<BackupException>(() => BackUpAsync(studio));

        Assert.Empty(Names(_folder.FullName));
    }

    [Fact]
    public async Task Of_a_damaged_backup_nothing_is_restored_or_every_byte()
    {
        const int Places = 40;
        await using var studio = await StudioAsync();
        await BackUpAsync(studio);
        var whole = File.ReadAllBytes(At("backup.zip"));
        var refused = 0;

        for (var i = 0; i < Places; i++)
        {
            var bytes = whole.ToArray();
            bytes[(int)((i + .5) * bytes.Length / Places)] ^= 0x10;
            File.WriteAllBytes(At("backup.zip"), bytes);
            try
            {
                // A time or a flag in the frame of a ZIP that nobody needs.
                await RestoreAsync();
                Assert.Equal(Files(studio.Paths.DataDirectory), Files(At("restored")));
                Directory.Delete(At("restored"), recursive: true);
            }
            catch (BackupException)
            {
                refused++;
                Assert.False(Directory.Exists(At("restored")));
            }
        }

        Assert.InRange(refused, Places / 2, Places);
    }

    /// <summary>Damage that still reads as a list, such as another time of a file, would pass otherwise.</summary>
    [Fact]
    public async Task Of_a_backup_whose_list_is_damaged_nothing_is_restored()
    {
        await using var studio = await StudioAsync();
        await BackUpAsync(studio);
        await using (var zip = await ZipFile.OpenAsync(At("backup.zip"), ZipArchiveMode.Update, Ct))
        {
            var list = zip.GetEntry("backup.json")!;
            string json;
            using (var reader = new StreamReader(await list.OpenAsync(Ct)))
                json = await reader.ReadToEndAsync(Ct);
            list.Delete();
            await using var writer = new StreamWriter(await zip.CreateEntry("backup.json", CompressionLevel.NoCompression).OpenAsync(Ct));
            await writer.WriteAsync(json);
        }

        var whole = File.ReadAllBytes(At("backup.zip"));
        Assert.NotEmpty((await RestoreAsync()).Files);
        Directory.Delete(At("restored"), recursive: true);
        whole[whole.AsSpan().IndexOf("\"ModifiedAt\":\""u8) + "\"ModifiedAt\":\"2".Length] ^= 1;
        File.WriteAllBytes(At("backup.zip"), whole);

        Assert.Contains("'backup.json' in it is not as it was written", (await Assert.ThrowsAsync<BackupException>(RestoreAsync)).Message);

        Assert.False(Directory.Exists(At("restored")));
    }

    [Theory]
    [InlineData(.99)]
    [InlineData(.5)]
    [InlineData(0)]
    public async Task A_backup_that_was_cut_off_restores_nothing(double left)
    {
        await using var studio = await StudioAsync();
        await BackUpAsync(studio);
        var bytes = File.ReadAllBytes(At("backup.zip"));
        File.WriteAllBytes(At("backup.zip"), bytes[..(int)(left * bytes.Length)]);

        Assert.Contains("no backup of WeddingStudio, or not whole", (await Assert.ThrowsAsync<BackupException>(RestoreAsync)).Message);

        Assert.False(Directory.Exists(At("restored")));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/tmp/weddingstudio-outside.txt")]
    public async Task A_backup_made_to_write_elsewhere_is_refused(string path)
    {
        await using var studio = await StudioAsync();
        await BackUpAsync(studio);
        using (var zip = ZipFile.Open(At("backup.zip"), ZipArchiveMode.Update))
        {
            using (var evil = new StreamWriter(zip.CreateEntry(path).Open()))
                evil.Write("evil");
            var list = zip.GetEntry("backup.json")!;
            string json;
            using (var reader = new StreamReader(list.Open()))
                json = reader.ReadToEnd();
            list.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("backup.json").Open());
            var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("evil"u8));
            writer.Write(json.Replace("\"Files\":[", $$"""
                "Files":[{"Path":"{{path}}","Bytes":4,"ModifiedAt":"2026-01-01T00:00:00Z","Sha256":"{{sha256}}"},
                """));
        }

        Assert.Contains("leads out", (await Assert.ThrowsAsync<BackupException>(RestoreAsync)).Message);

        Assert.False(File.Exists(At("outside.txt")) || File.Exists(path));
        Assert.False(Directory.Exists(At("restored")));
    }

    [Fact]
    public async Task Only_a_new_or_empty_folder_is_restored_into_and_one_that_was_broken_off_begins_again()
    {
        await using var studio = await StudioAsync();
        await BackUpAsync(studio);
        Directory.CreateDirectory(At("full"));
        File.WriteAllText(At("full/mine.txt"), "mine");
        Directory.CreateDirectory(At("restored/.restoring/weddings"));
        File.WriteAllText(At("restored/.restoring/weddings/half"), "half");

        Assert.Contains("not empty", (await Assert.ThrowsAsync<BackupException>(() => new StudioRestore(At("backup.zip"), At("full"))
            .RunAsync(new Progress<BackupProgress>(), Ct))).Message);
        await RestoreAsync();

        Assert.Equal(["mine.txt"], Names(At("full")));
        Assert.Equal(["studio.db", "weddings"], Names(At("restored")));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    /// <summary>A wedding with an upload, two photos in a folder, somebody with a name, and what lies beside them.</summary>
    private async Task<TestStudio> StudioAsync()
    {
        var studio = await TestStudio.OpenAsync();
        TestPhotos.SaveJpeg(At("sent.jpg"));
        await using (var photo = File.OpenRead(At("sent.jpg")))
            Assert.Equal(UploadOutcome.Saved, (await studio.Get<UploadStore>().SaveAsync(TestWedding.Id, "sent.jpg", photo, Ct)).Outcome);
        File.Delete(At("sent.jpg"));
        for (var seed = 1; seed <= 2; seed++)
            TestPhotos.SaveJpeg(Path.Combine(studio.Folder, "photos", $"{seed}.jpg"), seed);
        await studio.Get<PhotosStage>().RunAsync(TestWedding.Id, new Progress<StageProgress>(), Ct);
        AtomicFile.Write(studio.Paths.Preview(TestWedding.Id, new string('a', 64), 480), "a preview"u8);
        AtomicFile.Write(studio.Paths.FaceCrop(TestWedding.Id, new string('b', 16)), "a face"u8);
        File.WriteAllText(Path.Combine(studio.Paths.Originals(TestWedding.Id), ".unfinished.part"), "half a photo");
        await studio.Store.WriteAsync(async db =>
        {
            db.People.Add(new Person { WeddingId = TestWedding.Id, Id = 1, Name = "Anna" });
            await db.SaveChangesAsync(Ct);
        }, Ct);
        return studio;
    }

    private Task<BackupContents> BackUpAsync(TestStudio studio, string? file = null) =>
        new StudioBackup(studio.Paths.DataDirectory, file ?? At("backup.zip")).WriteAsync(new Progress<BackupProgress>(), Ct);

    private Task<BackupContents> RestoreAsync() =>
        new StudioRestore(At("backup.zip"), At("restored")).RunAsync(new Progress<BackupProgress>(), Ct);

    /// <summary>Paths, bytes and times of all but the database and what is not finished.</summary>
    private static IEnumerable<string> Files(string directory) => [.. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
        .Select(path => (Name: Path.GetRelativePath(directory, path), Path: path))
        .Where(file => !file.Name.StartsWith("studio.") && !file.Name.EndsWith(".part")).OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => $"{file.Name} {Convert.ToHexString(File.ReadAllBytes(file.Path))} {File.GetLastWriteTimeUtc(file.Path):O}")];

    private static IEnumerable<string?> Names(string directory) =>
        Directory.EnumerateFileSystemEntries(directory).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private static StudioDb Database(string directory) =>
        new(new DbContextOptionsBuilder<StudioDb>().UseSqlite($"Data Source={new StudioPaths(directory).Database};Pooling=False").Options);
}
