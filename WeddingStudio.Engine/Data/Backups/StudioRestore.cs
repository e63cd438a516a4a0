using WeddingStudio.Engine.Data.Files;

namespace WeddingStudio.Engine.Data.Backups;

/// <summary>
/// Makes a data directory of a backup. Everything is unpacked and checked beside its place first: the directory is whole or empty.
/// </summary>
public sealed class StudioRestore(string file, string dataDirectory)
{
    // Hidden, and of a name no studio uses: what a restore that was killed left is taken away by the next.
    private readonly string _unfinished = Path.Combine(dataDirectory, ".restoring");

    /// <summary>Throws <see cref="BackupException"/>; then the directory is as it was.</summary>
    public async Task<BackupContents> RunAsync(IProgress<BackupProgress> progress, CancellationToken ct)
    {
        var isNew = Check();
        try
        {
            OwnerOnlyFiles.MakeFolder(dataDirectory);
            Tidy();
            BackupContents contents;
            await using (var backup = new BackupReader(file))
                contents = await backup.CopyAsync(Target, progress, ct);
            PutInPlace();
            return contents;
        }
        catch (IOException error) when (DiskFull.Is(error))
        {
            throw new BackupException($"The disk that holds '{dataDirectory}' is full: nothing was restored. "
                + "Free some space there, or name a folder on another disk.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"'{file}' could not be restored to '{dataDirectory}': {error.Message}", error);
        }
        finally
        {
            Tidy();
            if (isNew && Directory.Exists(dataDirectory) && !Directory.EnumerateFileSystemEntries(dataDirectory).Any())
                Directory.Delete(dataDirectory);
        }
    }

    /// <returns>Whether there is no such directory yet.</returns>
    private bool Check()
    {
        if (!File.Exists(file))
            throw new BackupException($"There is no file '{file}'. Check the name, and that its drive is connected.");
        if (File.Exists(dataDirectory))
            throw new BackupException($"'{dataDirectory}' is a file. Name a new or empty folder.");
        if (!Directory.Exists(dataDirectory))
            return true;
        if (Directory.EnumerateFileSystemEntries(dataDirectory)
            .Any(entry => entry != _unfinished && Path.GetFileName(entry) != "lost+found"))
            throw new BackupException($"'{dataDirectory}' is not empty and stays as it is. Name a new or empty folder.");
        return false;
    }

    /// <summary>Never outside, whatever the backup says.</summary>
    private string Target(string path)
    {
        var target = Path.GetFullPath(Path.Combine(_unfinished, path));
        return target.StartsWith(_unfinished + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? target
            : throw new BackupException($"'{file}' is damaged: '{path}' in it leads out of the studio. Use another backup.");
    }

    /// <summary>The database last: without it no studio takes the directory for one.</summary>
    private void PutInPlace()
    {
        foreach (var entry in new DirectoryInfo(_unfinished).EnumerateFileSystemInfos()
            .OrderBy(entry => entry.Name == BackupContents.Database).ToList())
            Directory.Move(entry.FullName, Path.Combine(dataDirectory, entry.Name));
    }

    private void Tidy()
    {
        if (Directory.Exists(_unfinished))
            Directory.Delete(_unfinished, recursive: true);
    }
}
