using System.IO.Compression;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Inference.Pulling;

namespace WeddingStudio.Tests.Inference.Pulling;

/// <summary>A pack that came on a stick: known by what is in its files, and whole or not there at all.</summary>
public sealed class PackOnDiskTests : IDisposable
{
    private readonly string _stick = Directory.CreateTempSubdirectory("stick-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("finder.onnx")]
    [InlineData("finder (1).onnx")]
    [InlineData("for the wedding/models/download")]
    public async Task A_file_is_known_by_its_content_wherever_it_lies_and_whatever_it_is_called(string name)
    {
        await using var stage = new PullStage();
        Put("photo.jpg", new byte[stage.Bytes.Length]);
        Put(name, stage.Bytes);

        var pulled = await TakeAsync(stage, stage.Source());

        Assert.Equal(("finder", false), (pulled.Pack.Name, pulled.WasHere));
        Assert.Equal(stage.Bytes, File.ReadAllBytes(stage.PulledFile));
        Assert.Equal([stage.Pack], Directory.GetFileSystemEntries(stage.Models));
        Assert.Equal((stage.Bytes.Length, stage.Bytes.Length), (stage.Told[^1].DoneBytes, stage.Told[^1].TotalBytes));
        Assert.Empty(stage.Server.Asked);
    }

    [Fact]
    public async Task A_zip_file_of_them_will_do_and_so_will_a_single_file()
    {
        await using var stage = new PullStage();
        Put("folder/finder.onnx", stage.Bytes);
        var zip = Path.Combine(_stick, "pack.zip");
        await ZipFile.CreateFromDirectoryAsync(Path.Combine(_stick, "folder"), zip, Ct);

        Assert.False((await TakeAsync(stage, stage.Source(), zip)).WasHere);
        Directory.Delete(stage.Pack, recursive: true);
        Assert.False((await TakeAsync(stage, stage.Source(), Path.Combine(_stick, "folder", "finder.onnx"))).WasHere);

        Assert.Equal(stage.Bytes, File.ReadAllBytes(stage.PulledFile));
    }

    [Fact]
    public async Task A_pack_that_comes_as_an_archive_is_unpacked_from_the_stick()
    {
        await using var stage = new PullStage();
        var source = stage.ZippedSource();
        Put("finder.zip", stage.Server.Content);

        await TakeAsync(stage, source, Path.Combine(_stick, "finder.zip"));

        Assert.Equal([stage.Pack], Directory.GetFileSystemEntries(stage.Models));
    }

    [Fact]
    public async Task All_that_is_missing_is_named_with_its_address_and_what_was_there_is_kept()
    {
        await using var stage = new PullStage();
        var first = stage.Source().Files[0];
        var source = stage.Source() with { Files = [first, first with { Path = "second.onnx", Sha256 = new string('0', 64) },
            first with { Path = "third.onnx", Bytes = 7 }] };
        Put("finder.onnx", stage.Bytes);

        var message = (await Assert.ThrowsAsync<ModelPackException>(() => TakeAsync(stage, source))).Message;

        Assert.Contains($"'{_stick}' does not hold the whole pack 'finder': second.onnx, third.onnx is missing or another version.",
            message);
        Assert.Contains($"{first.Url}", message);
        Assert.False(Directory.Exists(stage.Pack));
        Assert.Equal(stage.Bytes.Length, PullFolder.BytesHere(stage.Models, source));

        await stage.PullAsync();
        Assert.Empty(stage.Server.Asked);
    }

    [Fact]
    public async Task What_a_broken_fetch_left_is_filled_up_from_the_stick()
    {
        await using var stage = new PullStage { Server = { BreaksAfter = { 100_000, 0 } } };
        await stage.RefusalAsync();
        Put("finder.onnx", stage.Bytes);

        await TakeAsync(stage, stage.Source());

        Assert.Equal(stage.Bytes, File.ReadAllBytes(stage.PulledFile));
    }

    [Fact]
    public async Task A_stick_that_is_not_plugged_in_is_named()
    {
        await using var stage = new PullStage();

        var message =
            (await Assert.ThrowsAsync<ModelPackException>(() => TakeAsync(stage, stage.Source(), Path.Combine(_stick, "none")))).Message;

        Assert.Contains($"'{Path.Combine(_stick, "none")}' is not there. Connect its drive", message);
    }

    private Task<PulledPack> TakeAsync(PullStage stage, PackSource source, string? place = null) =>
        PackPull.TakeAsync(source, place ?? _stick, stage.Models, new PullStage.Listener(stage.Told), Ct);

    private void Put(string name, byte[] bytes)
    {
        var path = Path.Combine(_stick, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    public void Dispose() => Directory.Delete(_stick, recursive: true);
}
