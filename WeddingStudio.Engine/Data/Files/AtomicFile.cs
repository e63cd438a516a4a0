namespace WeddingStudio.Engine.Data.Files;

/// <summary>A file is there whole or not at all, whenever the power goes.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside <paramref name="path"/> and renames. Throws <see cref="DiskFullException"/>.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var folder = Path.GetDirectoryName(path)!;
        var unfinished = Path.Combine(folder, $".{Guid.NewGuid():N}.part");
        try
        {
            Directory.CreateDirectory(folder);
            using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (IOException error)
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
            if (DiskFull.Is(error))
                throw new DiskFullException(path, error);
            throw;
        }
    }
}
