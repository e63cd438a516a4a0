using WeddingStudio.Words;

namespace WeddingStudio.Engine.Data.Files;

/// <summary>The disk of the data directory is full. Stops the work at hand; nothing done is lost.</summary>
public sealed class DiskFullException(string path, Exception inner) : IOException(StudioWords.English.Of(Of(path)), inner)
{
    public Message Told => Of(path);

    private static Message Of(string path) => new("Store.FullStartAgain", path);
}

internal static class DiskFull
{
    // ENOSPC and EDQUOT (Linux 122, macOS 69) as .NET passes them on; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    private static readonly int[] Unix = [28, 69, 122];
    private static readonly int[] Windows = [unchecked((int)0x80070070), unchecked((int)0x80070027)];

    public static bool Is(IOException error) => (OperatingSystem.IsWindows() ? Windows : Unix).Contains(error.HResult);
}
