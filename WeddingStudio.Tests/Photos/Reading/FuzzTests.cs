using System.Diagnostics;
using WeddingStudio.Engine.Galleries.Guests;
using WeddingStudio.Engine.Photos.Colours;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Metadata;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Tests.Galleries;
using WeddingStudio.Tests.Photos.Colours;
using WeddingStudio.Tests.Photos.Metadata;

namespace WeddingStudio.Tests.Photos.Reading;

/// <summary>The readers of bytes that are written here and run in the studio's own process, under files changed at random.</summary>
public sealed class FuzzTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fuzz-test-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task Ten_thousand_changed_files_stop_no_reader() => FuzzAsync(seed: 17, files: 10_000, TimeSpan.MaxValue);

    /// <summary>The long campaign: `.ci/long`.</summary>
    [Fact(Explicit = true)]
    public Task Half_an_hour_of_changed_files_stops_no_reader() => FuzzAsync(seed: 4, files: int.MaxValue, TimeSpan.FromMinutes(30));

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task FuzzAsync(int seed, int files, TimeSpan until)
    {
        await using var studio = await TestStudio.OpenAsync();
        var mutator = new Mutator(seed);
        var seeds = Seeds();
        var clock = Stopwatch.StartNew();
        var tried = 0;
        for (; tried < files && clock.Elapsed < until; tried++)
        {
            var (name, file) = (mutator.Name(), mutator.Mutate(seeds));
            try
            {
                Read(name, file);
                if (tried % 100 == 0)
                    await SendAsync(studio, name, file);
            }
            catch (Exception stopped)
            {
                throw new InvalidOperationException($"File {tried} of seed {seed}, '{name}': {Convert.ToBase64String(file)}", stopped);
            }
        }

        output.WriteLine($"{tried} files in {clock.Elapsed.TotalMinutes:f1} minutes");
    }

    private void Read(string name, byte[] file)
    {
        var head = file.AsSpan(0, Math.Min(file.Length, PhotoSignature.HeadBytes));
        var signature = PhotoSignature.Of(name, head);
        Assert.NotEmpty(PhotoSignature.Describe(head) + '.');
        foreach (var written in new[] { WrittenExif.Nothing, new WrittenExif(6, "2026:06:20 14:30:15", "+02:00", "25") })
        {
            // What was copied once is sound: it is copied again as it is.
            if (JpegCopy.WithoutTraces(file, written.ToSegment()) is { } copy)
                Assert.Equal(copy, JpegCopy.WithoutTraces(copy, written.ToSegment()));
        }

        Assert.InRange(JpegEnd.Of(file).At, 0, Math.Max(2, file.Length));
        var metadata = PhotoMetadata.Read(new MemoryStream(file));
        PhotoTimes.Of(metadata, name, TimeZoneInfo.Utc);
        WrittenExif.Read(new MemoryStream(file));
        foreach (var colours in new[] { PngColours.Of(new MemoryStream(file)), IsoBoxColours.Of(new MemoryStream(file)) })
            Assert.True(colours is null || IccProfile.Matrix(colours.ToProfile()) is { Length: 9 });
        IccProfile.IsSrgb(file);

        if (signature.Kind != FileKind.Photo || file.Length > 20_000)
            return;
        var path = Path.Combine(_folder.FullName, "file");
        File.WriteAllBytes(path, file);
        CutOffCheck.IsCutOff(path, signature.Format);
        TiffKind.Of(path);
    }

    private static async Task SendAsync(TestStudio studio, string name, byte[] file)
    {
        var result = await studio.Get<UploadStore>().SaveAsync(TestWedding.Id, name, new MemoryStream(file), Ct);
        if (result.Outcome is not (UploadOutcome.Saved or UploadOutcome.AlreadyHere))
        {
            Assert.Equal(UploadOutcome.NotAPhoto, result.Outcome);
            return;
        }

        var originals = studio.Paths.Originals(TestWedding.Id);
        var stored = Path.GetFullPath(Path.Combine(originals, result.Path!["uploads/".Length..]));
        Assert.Equal(originals, Path.GetDirectoryName(stored));
        Assert.Equal(file, await File.ReadAllBytesAsync(stored, Ct));
    }

    private static IReadOnlyList<byte[]> Seeds() =>
    [
        JpegPictures.Plain(), JpegPictures.Plain(progressive: true), JpegPictures.Plain(restartInterval: 2), JpegPictures.Talkative(),
        Containers.Jpeg, Containers.Png, Containers.WebP, Containers.Gif, Containers.Avif, Containers.Tiff([]),
        TestExif.Jpeg((TestExif.Original, "2026:06:20 18:31:30")),
        TestExif.Tiff([(TestExif.Changed, "2026:06:20 18:31:30")], [("2026:06:20", 16, 31, 30)]),
        Containers.InJpeg(TestExif.XmpSegment(TestExif.Xmp("exif:DateTimeOriginal='2026-06-20T18:31:30'")),
            Containers.Segment(0xED, [.. "Photoshop 3.0\0"u8, .. TestExif.Photoshop((55, "20260620"), (60, "183130+0200"))])),
        Containers.InPng(Containers.Chunk("cICP", [12, 13, 0, 1]), Containers.Chunk("gAMA", Containers.Big(100_000))),
        TestProfiles.Of("p3"), TestProfiles.Of("adobe"),
        .. MetadataBombs.Make(60, seed: 1).Select(bomb => bomb.File).Where(file => file.Length < 20_000),
        [], [0xFF], [0xFF, 0xD8], [0xFF, 0xD8, 0xFF], "BM"u8.ToArray(), "II*\0"u8.ToArray(), [0, 0, 0, 12, .. "ftypheic"u8],
    ];
}
