using System.IO.Compression;
using System.IO.Hashing;
using System.Text.Json;
using WeddingStudio.Engine.Data.Files;

namespace WeddingStudio.Engine.Data.Backups;

/// <summary>Reads a backup and believes nothing that its hashes do not say.</summary>
internal sealed class BackupReader(string file) : IAsyncDisposable
{
    private readonly FileStream _stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>
    /// Reads all of it; <paramref name="target"/> says where a file goes, null = it is only read.
    /// The database must go somewhere: it is opened.
    /// </summary>
    public async Task<BackupContents> CopyAsync(Func<string, string?> target, IProgress<BackupProgress> progress, CancellationToken ct)
    {
        try
        {
            await using var zip = await ZipArchive.CreateAsync(_stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, ct);
            var contents = await ContentsAsync(zip, ct);
            long done = 0, total = contents.Bytes();
            foreach (var entry in contents.Files)
            {
                await CopyAsync(zip.GetEntry(entry.Path) ?? throw Damaged(entry.Path), entry, target(entry.Path), ct);
                progress.Report(new BackupProgress(done += entry.Bytes, total));
            }

            var (_, counts) = await BackupDatabase.CheckAsync(target(BackupContents.Database)!, file, ct);
            return counts == contents.Counts ? contents : throw Damaged(BackupContents.Database);
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or EndOfStreamException)
        {
            throw new BackupException($"'{file}' is no backup of WeddingStudio, or not whole: {error.Message}", error);
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task<BackupContents> ContentsAsync(ZipArchive zip, CancellationToken ct)
    {
        if (zip.GetEntry(BackupContents.FileName) is not { } list)
            throw new BackupException($"'{file}' is no backup of WeddingStudio: there is no {BackupContents.FileName} in it.");
        using var json = new MemoryStream();
        await using (var packed = await list.OpenAsync(ct))
            await packed.CopyToAsync(json, ct);
        // Its entries have hashes, the list itself has only the sum that every ZIP keeps; .NET writes it and does not compare it.
        if (Crc32.HashToUInt32(json.GetBuffer().AsSpan(0, (int)json.Length)) != list.Crc32)
            throw Damaged(BackupContents.FileName);
        json.Position = 0;
        var contents = JsonSerializer.Deserialize<BackupContents>(json) ?? throw new JsonException($"{BackupContents.FileName} is empty.");
        if (contents.Format != BackupContents.ThisFormat)
            throw new BackupException($"'{file}' was written by a newer WeddingStudio. Install that version or newer.");
        return contents.Files.Any(entry => entry.Path == BackupContents.Database) ? contents : throw Damaged(BackupContents.Database);
    }

    private async Task CopyAsync(ZipArchiveEntry packed, BackupEntry entry, string? target, CancellationToken ct)
    {
        await using var from = await packed.OpenAsync(ct);
        if (target is not null)
            OwnerOnlyFiles.MakeFolder(Path.GetDirectoryName(target)!);
        await using (var to = target is null ? Stream.Null : OwnerOnlyFiles.CreateFile(target))
        {
            if (await HashedCopy.CopyAsync(from, to, ct) != (entry.Bytes, entry.Sha256))
                throw Damaged(entry.Path);
        }

        if (target is not null)
            File.SetLastWriteTimeUtc(target, entry.ModifiedAt);
    }

    private BackupException Damaged(string path) =>
        new($"'{file}' is damaged: '{path}' in it is not as it was written. Use another backup.");
}
