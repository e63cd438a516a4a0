using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;

namespace WeddingStudio.Engine.Data.Backups;

/// <summary>Copies and tells what was copied.</summary>
internal static class HashedCopy
{
    private const int ChunkBytes = 1 << 18;

    /// <summary>One file into a ZIP; null when it is gone by now. Pictures are stored as they are: they do not get smaller.</summary>
    public static async Task<BackupEntry?> IntoAsync(ZipArchive zip, string name, string from, CancellationToken ct)
    {
        FileStream content;
        try
        {
            content = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        await using (content)
        {
            var modifiedAt = File.GetLastWriteTimeUtc(content.SafeFileHandle);
            var entry = zip.CreateEntry(name, name == BackupContents.Database ? CompressionLevel.Fastest : CompressionLevel.NoCompression);
            await using var inside = await entry.OpenAsync(ct);
            var (bytes, sha256) = await CopyAsync(content, inside, ct);
            return new BackupEntry(name, bytes, modifiedAt, sha256);
        }
    }

    public static async Task<(long Bytes, string Sha256)> CopyAsync(Stream from, Stream to, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            long bytes = 0;
            for (int read; (read = await from.ReadAsync(buffer, ct)) > 0; bytes += read)
            {
                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
