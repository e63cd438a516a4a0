using WeddingStudio.Engine.Data.Backups;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Hosting.Doors.Rights;
using WeddingStudio.Web.Commands.Progress;

namespace WeddingStudio.Web.Commands.Backups;

/// <summary>One run of `restore`: makes the data directory, opens it as the studio would, and says how to start it.</summary>
internal sealed class Restore(string file, string directory)
{
    public async Task<int> RunAsync(CancellationToken ct)
    {
        try
        {
            BackupContents? contents = null;
            await StudioCommands.ShowAsync<BackupProgress>(
                progress => Task.Run(async () => contents = await new StudioRestore(file, directory).RunAsync(progress, ct), ct),
                ProgressRow.Of);
            await using (var services = CommandServices.ForAnalysis(directory, new Dictionary<string, string?>()))
            {
                var store = services.GetRequiredService<StudioStore>();
                await store.OpenAsync(ct);

                // Who was signed out since must not be in again.
                await store.WriteAsync(db => SignIns.EndAllAsync(db, ct), ct);
            }

            Report(contents!);
            return StudioCommands.Done;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. Nothing was restored: the same command begins again.");
            return StudioCommands.Stopped;
        }
    }

    private void Report(BackupContents contents)
    {
        Console.WriteLine($"Restored as of {contents.CreatedAt:yyyy-MM-dd HH:mm} UTC: {Backup.Words(contents)}.");
        foreach (var photos in contents.ReadInPlace)
        {
            Console.WriteLine($"The photos of '{photos.Wedding}' were not in it. They are read from {photos.Folder}"
                + (Directory.Exists(photos.Folder) ? "." : ", which is not here: put them there again."));
        }

        Console.WriteLine("To start the studio:");
        Console.WriteLine($"  {ThisProgram.CommandLine(["--Studio:DataDirectory", ThisProgram.Shown(directory)])}");
    }
}
