using WeddingStudio.Engine.Data.Backups;
using WeddingStudio.Web.Commands.Progress;
using WeddingStudio.Web.Components.Photos;
using WeddingStudio.Words;

namespace WeddingStudio.Web.Commands.Backups;

/// <summary>One run of `backup`: writes the file and says what is in it and what is not.</summary>
internal sealed class Backup(string file, string? data)
{
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var directory = data is null ? CommandServices.DataDirectory() : Path.TrimEndingDirectorySeparator(Path.GetFullPath(data));
        try
        {
            BackupContents? contents = null;
            await StudioCommands.ShowAsync<BackupProgress>(
                progress => Task.Run(async () => contents = await new StudioBackup(directory, file).WriteAsync(progress, ct), ct),
                ProgressRow.Of);
            return Report(directory, contents!);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. No backup was made: the same command begins again.");
            return StudioCommands.Stopped;
        }
    }

    private int Report(string directory, BackupContents contents)
    {
        Console.WriteLine($"Everything in {directory}: {Words(contents)}, read again and right.");
        Console.WriteLine($"Backup: {file} ({StudioWords.English.Bytes(new FileInfo(file).Length)})");
        foreach (var photos in contents.ReadInPlace)
            Console.WriteLine($"Not in it: {Count(photos.Photos, "photo")} of '{photos.Wedding}', read where they lie. "
                + $"Copy that folder too: {photos.Folder}");
        foreach (var link in contents.Links)
            Console.Error.WriteLine($"Not in it: '{link}' is a link and was not followed.");
        return contents.Links.Count == 0 ? StudioCommands.Done : StudioCommands.SomePhotosUnreadable;
    }

    internal static string Words(BackupContents contents) => string.Join(", ",
        Count(contents.Counts.Weddings, "wedding"), Count(contents.Counts.Photos, "photo"),
        contents.Counts.People == 1 ? "1 person" : $"{contents.Counts.People} people",
        Count(contents.Counts.Corrections, "correction"), Count(contents.Counts.Galleries, "guest link"),
        Count(contents.Files.Count, "file"));

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";
}
