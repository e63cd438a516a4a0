using System.Net.Sockets;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Hosting;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Inference.Pulling;

namespace WeddingStudio.Tests.Inference.Pulling;

/// <summary>A pack is there whole or not at all, and nothing of it is used before its hash was checked.</summary>
public sealed class PackPullTests
{
    [Fact]
    public async Task A_pack_of_single_files_comes_with_its_manifest_and_leaves_nothing_else_behind()
    {
        await using var stage = new PullStage();

        var pulled = await stage.PullAsync();

        Assert.Equal(("finder", stage.Pack, false), (pulled.Pack.Name, pulled.Pack.Folder, pulled.WasHere));
        Assert.Equal([stage.Pack], Directory.GetFileSystemEntries(stage.Models));
        Assert.Equal(["finder.onnx", ModelPack.ManifestName], Directory.GetFiles(stage.Pack).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Several_files_of_a_pack_count_together()
    {
        await using var stage = new PullStage();
        var source = stage.Source();

        await stage.PullAsync(source with { Files = [source.Files[0], source.Files[0] with { Path = "more/second.onnx" }] });

        Assert.Equal(stage.Bytes, File.ReadAllBytes(Path.Combine(stage.Pack, "more", "second.onnx")));
        Assert.All(stage.Told, told => Assert.Equal(2 * stage.Bytes.Length, told.TotalBytes));
        Assert.Equal(stage.Told.Select(told => told.DoneBytes).Order(), stage.Told.Select(told => told.DoneBytes));
    }

    [Fact]
    public async Task A_pack_in_an_archive_is_unpacked()
    {
        await using var stage = new PullStage();

        var pulled = await stage.PullAsync(stage.ZippedSource("read/me.txt"));

        Assert.Equal("test", pulled.Pack.Name);
        Assert.True(File.Exists(Path.Combine(stage.Pack, "read", "me.txt")));
        Assert.Equal([stage.Pack], Directory.GetFileSystemEntries(stage.Models));
    }

    [Fact]
    public async Task A_pack_of_InsightFace_needs_no_manifest_and_a_file_that_went_wrong_in_it_comes_anew()
    {
        await using var stage = new PullStage();
        using var made = new MadeInsightFace("buffalo_s");
        var source = stage.Zipped(made.Folder);

        var pulled = await stage.PullAsync(source);
        var again = await stage.PullAsync(source);
        File.WriteAllBytes(Path.Combine(pulled.Pack.Folder, "det_500m.onnx"), stage.Bytes);
        var repaired = await stage.PullAsync(source);

        Assert.Equal([false, true, false], new[] { pulled, again, repaired }.Select(pull => pull.WasHere));
        Assert.Equal(("buffalo_s", "det_500m"), (repaired.Pack.Name, repaired.Pack.Manifest.Defaults["detector"]));
        Assert.Equal(File.ReadAllBytes(Path.Combine(made.Folder, "det_500m.onnx")),
            File.ReadAllBytes(Path.Combine(repaired.Pack.Folder, "det_500m.onnx")));
    }

    [Fact]
    public async Task A_broken_folder_of_that_name_with_files_of_its_own_is_kept_aside()
    {
        await using var stage = new PullStage();
        Directory.CreateDirectory(stage.Pack);
        File.WriteAllText(Path.Combine(stage.Pack, "mine.txt"), "mine");

        var pulled = await stage.PullAsync();

        Assert.Equal("mine", File.ReadAllText(Path.Combine(pulled.KeptAside!, "mine.txt")));
        Assert.Equal(stage.Bytes, File.ReadAllBytes(stage.PulledFile));
        Assert.Equal(["finder"], ModelLibrary.Look([stage.Models]).Packs.Select(pack => pack.Name));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/outside.txt")]
    [InlineData("in/../../outside.txt")]
    public async Task An_archive_that_would_leave_its_folder_is_refused(string entry)
    {
        await using var stage = new PullStage();

        var message = await stage.RefusalAsync(stage.ZippedSource(entry));

        Assert.Contains($"holds '{entry}', which would leave the pack's folder", message);
        Assert.False(Directory.Exists(stage.Pack));
        Assert.Empty(Directory.GetFiles(stage.Models, "outside.txt", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_that_is_no_archive_is_named()
    {
        await using var stage = new PullStage();
        var source = stage.ZippedSource();
        stage.Server.Content = stage.Bytes;

        var message = await stage.RefusalAsync(
            source with { Archive = source.Archive! with { Bytes = stage.Bytes.Length, Sha256 = PullStage.Hash(stage.Bytes) } });

        Assert.Contains("finder.zip' is no whole zip archive", message);
    }

    [Fact]
    public async Task A_file_with_another_hash_is_deleted_and_both_hashes_are_told()
    {
        await using var stage = new PullStage();
        stage.Server.Content = new byte[stage.Bytes.Length];

        var message = await stage.RefusalAsync();

        Assert.Contains($"expected SHA-256 {PullStage.Hash(stage.Bytes)}, found {PullStage.Hash(stage.Server.Content)}", message);
        Assert.False(File.Exists(stage.Part));
        Assert.False(Directory.Exists(stage.Pack));
    }

    [Fact]
    public async Task A_file_of_another_length_is_told_before_it_comes()
    {
        await using var stage = new PullStage();
        stage.Server.Content = new byte[1000];

        var message = await stage.RefusalAsync();

        Assert.Contains($"has 1000 bytes, and {stage.Bytes.Length} were expected", message);
        Assert.Equal(0, new FileInfo(stage.Part).Length);
    }

    [Fact]
    public async Task A_refusal_is_not_asked_again()
    {
        await using var stage = new PullStage { Server = { OnlyAnswer = "404 Not Found" } };

        var message = await stage.RefusalAsync();

        Assert.Contains($"'{stage.Server.Address}finder.onnx' could not be fetched: the server answered 404 Not Found.", message);
        Assert.Single(stage.Server.Asked);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again()
    {
        await using var stage = new PullStage { Server = { OnlyAnswer = "503 Service Unavailable" } };

        await stage.RefusalAsync();

        Assert.Equal(3, stage.Server.Asked.Count);
    }

    [Fact]
    public async Task A_whole_pack_is_left_alone()
    {
        await using var stage = new PullStage();
        await stage.PullAsync();
        var written = File.GetLastWriteTimeUtc(stage.PulledFile);

        var again = await stage.PullAsync();

        Assert.True(again.WasHere);
        Assert.Single(stage.Server.Asked);
        Assert.Equal(written, File.GetLastWriteTimeUtc(stage.PulledFile));
    }

    [Fact]
    public async Task A_broken_pack_is_replaced_only_when_the_new_one_is_whole()
    {
        await using var stage = new PullStage { Server = { BreaksAfter = { 0 } } };
        Directory.CreateDirectory(stage.Pack);
        File.WriteAllText(stage.PulledFile, "broken");

        await stage.RefusalAsync();
        Assert.Equal("broken", File.ReadAllText(stage.PulledFile));

        stage.Server.BreaksAfter.Clear();
        await stage.PullAsync();
        Assert.Equal(stage.Bytes, File.ReadAllBytes(stage.PulledFile));
        Assert.Equal([stage.Pack], Directory.GetFileSystemEntries(stage.Models));
    }

    [Fact]
    public async Task A_pack_of_somebodys_own_by_the_same_name_is_not_replaced()
    {
        await using var stage = new PullStage();
        using var own = new TempPack();
        Directory.CreateDirectory(stage.Pack);
        foreach (var file in Directory.GetFiles(own.Folder))
            File.Copy(file, Path.Combine(stage.Pack, Path.GetFileName(file)));

        Assert.Contains("Rename it", await stage.RefusalAsync());
        Assert.Equal(3, Directory.GetFiles(stage.Pack).Length);
    }

    [Fact]
    public async Task While_one_pull_works_another_of_the_same_pack_says_so()
    {
        await using var stage = new PullStage();

        using (PullFolder.Take(stage.Models, "finder"))
            Assert.Contains("'finder' is being pulled into", await stage.RefusalAsync());

        await stage.PullAsync();
    }

    [Fact]
    public async Task A_lock_that_a_killed_process_left_is_in_nobodys_way()
    {
        await using var stage = new PullStage();
        File.WriteAllText(Path.Combine(stage.Models, ".finder.lock"), "");

        await stage.PullAsync();

        Assert.Equal([stage.Pack], Directory.GetFileSystemEntries(stage.Models));
    }

    [Fact]
    public async Task What_is_unfinished_is_taken_for_no_pack()
    {
        await using var stage = new PullStage { Server = { BreaksAfter = { 10, 0 } } };
        await stage.RefusalAsync();
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(stage.Part)!, ModelPack.ManifestName), "{}");

        var search = ModelLibrary.Look([stage.Models]);

        Assert.Empty(search.Packs);
        Assert.Empty(search.Refused);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_with_the_options_that_help()
    {
        await using var stage = new PullStage();
        var file = Path.Combine(stage.Models, "file");
        File.WriteAllText(file, "");
        using var http = PackPull.Client((Uri?)null);

        var error = await Assert.ThrowsAsync<ModelPackException>(() =>
            new PackPull(http).RunAsync(stage.Source(), file, new Progress<PullProgress>(), TestContext.Current.CancellationToken));

        Assert.StartsWith($"'{file}' cannot be written: ", error.Message);
        Assert.EndsWith("--models, Studio:ModelsDirectory or WEDDINGSTUDIO_MODELS.", error.Message);
    }

    [Fact]
    public async Task A_pack_itself_is_no_place_for_packs()
    {
        await using var stage = new PullStage();
        File.WriteAllText(Path.Combine(stage.Models, ModelPack.ManifestName), "{}");

        Assert.Contains("is a pack itself", await stage.RefusalAsync());
    }

    [Fact]
    public async Task A_full_disk_is_said_in_words()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full.");
        await using var stage = new PullStage();
        Directory.CreateDirectory(Path.GetDirectoryName(stage.Part)!);
        File.CreateSymbolicLink(stage.Part, "/dev/full");

        var error = await Assert.ThrowsAsync<DiskFullException>(() => stage.PullAsync());

        Assert.StartsWith($"The disk that holds '{stage.Part}' is full. Free some space there",
            FailureMessages.InEnglish(error, "run the same command again"));
        Assert.False(Directory.Exists(stage.Pack));
    }

    [Fact]
    public async Task Without_a_server_the_address_and_the_reason_are_told()
    {
        await using var stage = new PullStage();
        using var nobody = new TcpListener(System.Net.IPAddress.Loopback, 0);
        nobody.Start();
        var address = new Uri($"http://{nobody.LocalEndpoint}/finder.onnx");
        nobody.Stop();

        var message = await stage.RefusalAsync(stage.Source(address));

        Assert.StartsWith($"'{address}' could not be fetched: ", message);
        Assert.EndsWith("Check the connection; where everything goes through a proxy, name it with --proxy.", message);
    }
}
