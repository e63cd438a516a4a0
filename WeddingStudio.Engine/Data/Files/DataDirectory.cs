using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Data.Files;

/// <summary>
/// The data directory before there is a database in it. Whatever is wrong with it is a
/// <see cref="StudioStoreException"/> that says what to do.
/// </summary>
public static class DataDirectory
{
    // EWOULDBLOCK of Linux and macOS as .NET passes it on; ERROR_SHARING_VIOLATION of Windows.
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Makes it, and the folder of keys in it.</summary>
    public static void Make(StudioPaths paths) => Try(paths, () =>
    {
        OwnerOnlyFiles.MakeFolder(paths.DataDirectory);
        OwnerOnlyFiles.MakeFolder(paths.Keys);
        return true;
    });

    /// <summary>Null while another process has it.</summary>
    internal static FileStream? TryLock(StudioPaths paths) => Try(paths, () =>
    {
        try
        {
            return new FileStream(paths.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (Locked.Contains(taken.HResult))
        {
            return null;
        }
    });

    private static T Try<T>(StudioPaths paths, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StudioStoreException(error is IOException full && DiskFull.Is(full)
                ? $"The disk that holds '{paths.DataDirectory}' is full. Free some space there and start again."
                : $"'{paths.DataDirectory}' cannot be written: {error.Message} Give yourself the right to write there, "
                    + "or choose another data directory (Studio:DataDirectory).", error);
        }
    }
}
