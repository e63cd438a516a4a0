using System.IO.Compression;
using System.Text.Json;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Sqlite;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Data.Backups;

/// <summary>
/// Copies a data directory into one file, while the studio works or not: the database as it is at one moment, then every file beside it,
/// so that whatever the database knows is there. The file bears its name only when it was read again and is right.
/// </summary>
public sealed class StudioBackup(string dataDirectory, string file)
{
    private readonly StudioPaths _paths = new(dataDirectory);
    private readonly string _unfinished = file + ".part";
    private readonly string _database = file + ".db.part";

    /// <summary>Throws <see cref="BackupException"/>; whatever stops it leaves no file behind.</summary>
    public async Task<BackupContents> WriteAsync(IProgress<BackupProgress> progress, CancellationToken ct)
    {
        Check();
        try
        {
            // Left by a backup that was killed; nothing but backups of this file bears these names.
            Tidy();
            OwnerOnlyFiles.CreateFile(_database).Dispose();
            await BackupDatabase.CopyAsync(_paths.Database, _database, ct);
            await PackAsync(progress, ct);
            File.Delete(_database);
            return await CheckAndNameAsync(ct);
        }
        catch (Exception error) when (SqliteDatabase.FaultOf(error) is { Kind: StoreFaultKind.DiskFull })
        {
            throw NoSpace(error);
        }
        catch (IOException error) when (DiskFull.Is(error))
        {
            throw NoSpace(error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException
            || SqliteDatabase.FaultOf(error) is not null)
        {
            throw new BackupException($"'{file}' could not be written: {error.Message} No backup was made.", error);
        }
        finally
        {
            Tidy();
        }
    }

    private void Check()
    {
        if (!File.Exists(_paths.Database))
            throw new BackupException($"There is no studio in '{_paths.DataDirectory}'. Name its data directory with --data; "
                + "the studio prints it at every start.");
        if (Path.Exists(file))
            throw new BackupException($"'{file}' is there already and stays as it is. Name another file.");
        if (!Directory.Exists(Path.GetDirectoryName(file)))
            throw new BackupException($"There is no folder '{Path.GetDirectoryName(file)}'. "
                + "Make it, or check that its drive is connected.");
        if (file.StartsWith(_paths.DataDirectory + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new BackupException($"'{file}' lies in the data directory itself and would be lost with it. "
                + "Name a file elsewhere, best on another disk.");
    }

    private async Task PackAsync(IProgress<BackupProgress> progress, CancellationToken ct)
    {
        await using var stream = OwnerOnlyFiles.CreateFile(_unfinished);
        await using (var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
        {
            var contents = await FillAsync(zip, progress, ct);
            await using var list = await zip.CreateEntry(BackupContents.FileName).OpenAsync(ct);
            await JsonSerializer.SerializeAsync(list, contents, cancellationToken: ct);
        }

        stream.Flush(flushToDisk: true);
    }

    private async Task<BackupContents> FillAsync(ZipArchive zip, IProgress<BackupProgress> progress, CancellationToken ct)
    {
        var files = StudioFiles.Of(_paths.DataDirectory);
        (string Name, FileInfo File)[] all =
        [
            (BackupContents.Database, new FileInfo(_database)),
            .. files.Paths.Select(path => (path, new FileInfo(Path.Combine(_paths.DataDirectory, path)))),
        ];
        long done = 0, total = all.Sum(one => one.File.Exists ? one.File.Length : 0);
        List<BackupEntry> entries = [];
        foreach (var (name, from) in all)
        {
            if (await HashedCopy.IntoAsync(zip, name, from.FullName, ct) is not { } entry)
                continue;
            entries.Add(entry);
            progress.Report(new BackupProgress(Math.Min(done += entry.Bytes, total), total));
        }

        var (schema, counts) = await BackupDatabase.CheckAsync(_database, _paths.Database, ct);
        return new BackupContents(
            BackupContents.ThisFormat, DateTime.UtcNow, schema, counts, entries,
            await BackupDatabase.ReadInPlaceAsync(_database, ct), files.Links);
    }

    /// <summary>Opened as a restore would.</summary>
    private async Task<BackupContents> CheckAndNameAsync(CancellationToken ct)
    {
        BackupContents contents;
        await using (var written = new BackupReader(_unfinished))
            contents = await written.CopyAsync(path => path == BackupContents.Database ? _database : null,
                new Progress<BackupProgress>(), ct);
        File.Move(_unfinished, file, overwrite: false);
        return contents;
    }

    private void Tidy()
    {
        foreach (var path in (string[])[_unfinished, _database, _database + "-journal"])
            File.Delete(path);
    }

    private BackupException NoSpace(Exception error) =>
        new($"The disk that holds '{file}' is full: no backup was made. Free some space there, or name a file on another disk.", error);
}
