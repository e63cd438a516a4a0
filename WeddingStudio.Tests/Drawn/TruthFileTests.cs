using System.Text.Json;
using WeddingStudio.Drawn;

namespace WeddingStudio.Tests.Drawn;

public sealed class TruthFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-truth-");

    private string File => Path.Combine(_folder.FullName, TruthFile.FileName);

    private static Truth Small() => new(
        [
            new TruePhoto("kim/0001.jpg", "Nikon", new DateTime(2026, 6, 20, 12, 30, 0, DateTimeKind.Utc), "Ceremony", "s1", null,
                [new TrueFace([10, 20, 110.5, 150], 3, -12.5, [true, false], .75, true, 1.5),
                    new TrueFace([1, 2, 3, 4], null, 0, [true, true], 0, false, 0)]),
            new TruePhoto("kim/0001.tif", "Nikon", new DateTime(2026, 6, 20, 12, 30, 0, 500, DateTimeKind.Utc), "Ceremony",
                "s1", "kim/0001.jpg", []),
        ],
        [new TruePerson(3, "Zoë & Björn", "bride"), new TruePerson(4, "Lee", null)],
        [new TrueCamera("Nikon", -73.5)]);

    [Fact]
    public void What_was_written_is_read_again()
    {
        TruthFile.Write(Small(), File);

        var read = TruthFile.Read(File);

        Assert.Equal(JsonSerializer.Serialize(Small()), JsonSerializer.Serialize(read));
        Assert.Equal(DateTimeKind.Utc, read.Photos[0].TrueTime.Kind);
        Assert.Equal([TruthFile.FileName], _folder.GetFiles().Select(f => f.Name));
    }

    [Fact]
    public void Names_in_the_file_are_snake_case()
    {
        TruthFile.Write(Small(), File);

        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(File));
        var photo = json.RootElement.GetProperty("photos")[0];
        Assert.Equal(["photo_id", "camera", "true_time", "moment", "series", "version_of", "faces"],
            photo.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["box", "person", "yaw_degrees", "eyes_open", "smile", "gaze_at_camera", "blur_sigma_px"],
            photo.GetProperty("faces")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal("2026-06-20T12:30:00Z", photo.GetProperty("true_time").GetString());
        Assert.Equal(-73.5, json.RootElement.GetProperty("cameras")[0].GetProperty("offset_seconds").GetDouble());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"photos\": [")]
    [InlineData("{\"photos\": [], \"people\": []}")]
    [InlineData("{\"photos\": null, \"people\": [], \"cameras\": []}")]
    [InlineData("{\"photos\": [null], \"people\": [], \"cameras\": []}")]
    public void A_damaged_file_is_named_and_the_remedy_too(string text)
    {
        System.IO.File.WriteAllText(File, text);

        var trouble = Assert.Throws<TruthFileException>(() => TruthFile.Read(File));

        Assert.Contains($"'{File}'", trouble.Message);
        Assert.Contains("`demo`", trouble.Message);
    }

    [Fact]
    public void A_face_without_its_four_numbers_is_damage()
    {
        TruthFile.Write(
            Small() with { Photos = [Small().Photos[0] with { Faces = [new TrueFace([1, 2], 1, 0, [true, true], 0, true, 0)] }] }, File);

        Assert.Contains("'kim/0001.jpg'", Assert.Throws<TruthFileException>(() => TruthFile.Read(File)).Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains($"'{File}' is not there", Assert.Throws<TruthFileException>(() => TruthFile.Read(File)).Message);

    public void Dispose() => _folder.Delete(recursive: true);
}
