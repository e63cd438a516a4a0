using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace WeddingStudio.Engine.Inference.Packs;

/// <summary>Compares model files with the hashes their manifest promises; each file is read once unless it changes.</summary>
internal static class ModelFileCheck
{
    private static readonly ConcurrentDictionary<(string Path, DateTime ModifiedAt, long Bytes), string> Hashes = new();

    public static void Verify(string folder, ModelFile file)
    {
        if (!IsInside(folder, file.Path))
            throw new ModelPackException($"The manifest in '{folder}' names '{file.Path}', which lies outside the pack. "
                + "Copy the pack again.");

        var path = Path.GetFullPath(Path.Combine(folder, file.Path));
        var found = new FileInfo(path);
        if (!found.Exists)
            throw new ModelPackException(new Message("Inference.FileMissing", path));
        if (!string.Equals(Sha256Of(found), file.Sha256, StringComparison.OrdinalIgnoreCase))
            throw new ModelPackException(new Message("Inference.FileDiffers", path));
    }

    /// <summary>Whether a path that a pack names stays in the pack's folder.</summary>
    public static bool IsInside(string folder, string path) => !Path.IsPathRooted(path)
        && Path.GetFullPath(Path.Combine(folder, path)).StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal);

    /// <summary>64 hex digits. Throws <see cref="ModelPackException"/> for a file that cannot be read.</summary>
    public static string Sha256Of(FileInfo file)
    {
        var key = (file.FullName, file.LastWriteTimeUtc, file.Length);
        try
        {
            return Hashes.GetOrAdd(key, static at =>
            {
                using var stream = File.OpenRead(at.Path);
                return Convert.ToHexStringLower(SHA256.HashData(stream));
            });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelPackException($"'{file.FullName}' cannot be read: {error.Message}", error);
        }
    }
}
