using System.IO.Compression;
using System.Security.Cryptography;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Inference.Pulling;

/// <summary>
/// A pack's files as somebody brought them, on a stick for example: in a folder or in a zip file,
/// whatever they are called there. Their hashes tell.
/// </summary>
internal static class PackOnDisk
{
    private const int ChunkBytes = 1 << 17;

    // A stick may be full of photos: the files lie at its top or in a folder that was made for them.
    private static readonly EnumerationOptions NearTheTop = new()
    {
        RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>
    /// What is found is kept for a next try even where something is missing. Throws
    /// <see cref="ModelPackException"/> that names all that is.
    /// </summary>
    public static async Task CopyAsync(string place, PackSource source, PullFolder work, PullPace pace, CancellationToken ct)
    {
        if (!Directory.Exists(place) && !File.Exists(place))
            throw new ModelPackException($"'{place}' is not there. Connect its drive, or name the folder or zip file that holds the pack.");
        await using var zip = await OpenZipAsync(place, ct);
        List<SourceFile> missing = [];
        foreach (var file in source.Downloads)
        {
            if (!await BringAsync(file, work.PathOf(source, file), Candidates(place, zip, file.Bytes), pace, ct))
                missing.Add(file);
            pace.FileIsWhole(file.Bytes);
        }

        if (missing.Count > 0)
        {
            throw new ModelPackException($"'{place}' does not hold the whole pack '{source.Name}': "
                + $"{string.Join(", ", missing.Select(file => Path.GetFileName(file.Path)))} is missing or another version. "
                + $"Download on a computer with a connection, and copy there: {string.Join(" ", missing.Select(file => file.Url))}");
        }
    }

    private static async Task<bool> BringAsync(
        SourceFile file, string path, IEnumerable<Func<Stream>> candidates, PullPace pace, CancellationToken ct)
    {
        if (new FileInfo(path) is { Exists: true } there && there.Length == file.Bytes && ModelFileCheck.Sha256Of(there) == file.Sha256)
            return true;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            foreach (var open in candidates)
            {
                await using var from = open();
                if (await CopyAsync(from, path, file.Bytes, pace, ct) == file.Sha256)
                    return true;
                File.Delete(path);
            }

            return false;
        }
        catch (IOException error) when (DiskFull.Is(error))
        {
            throw new DiskFullException(path, error);
        }
    }

    /// <summary>Returns the hash of what was copied, at most <paramref name="mostBytes"/>: a zip file need not hold what it says.</summary>
    private static async Task<string> CopyAsync(Stream from, string path, long mostBytes, PullPace pace, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var to = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 0, useAsync: true);
        var buffer = new byte[ChunkBytes];
        while (to.Length < mostBytes
            && await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(ChunkBytes, mostBytes - to.Length)), ct) is > 0 and var count)
        {
            hash.AppendData(buffer, 0, count);
            await to.WriteAsync(buffer.AsMemory(0, count), ct);
            pace.Tell(to.Length, count);
        }

        to.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whatever has the length of the file looked for.</summary>
    private static IEnumerable<Func<Stream>> Candidates(string place, ZipArchive? zip, long bytes)
    {
        var files = Directory.Exists(place) ? new DirectoryInfo(place).EnumerateFiles("*", NearTheTop) : [new FileInfo(place)];
        return files.Where(file => file.Length == bytes).Select(file => (Func<Stream>)file.OpenRead)
            .Concat(zip?.Entries.Where(entry => entry.Length == bytes).Select(entry => (Func<Stream>)entry.Open) ?? []);
    }

    /// <summary>Null for a folder, and for a file of another kind.</summary>
    private static async Task<ZipArchive?> OpenZipAsync(string place, CancellationToken ct)
    {
        try
        {
            return File.Exists(place) ? await ZipFile.OpenReadAsync(place, ct) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
