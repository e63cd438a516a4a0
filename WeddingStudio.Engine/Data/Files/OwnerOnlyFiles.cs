using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace WeddingStudio.Engine.Data.Files;

/// <summary>
/// Faces of guests are nobody else's on a computer that several people use: what the studio keeps can be opened by its own user alone,
/// folders with mode 700 and files with 600; on Windows by that user, the system and administrators.
/// </summary>
public static class OwnerOnlyFiles
{
    private const UnixFileMode OfFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    // What a data directory consists of besides files named `studio`: the database, its journals and copies, the lock.
    private static readonly string[] OwnFolders = ["keys", "weddings", "drawn", "models"];

    private static int _usual = (int)OfOthers;

    /// <summary>
    /// From here on whatever this process makes is its user's alone, also what native libraries make, like the database's journals.
    /// Call it before anything else.
    /// </summary>
    public static void Begin()
    {
        if (!OperatingSystem.IsWindows())
            _usual = SetMask((int)OfOthers);
    }

    /// <summary>Does one short thing as the user is used to it, like starting their browser, whose downloads are not ours.</summary>
    public static T AsUsual<T>(Func<T> work)
    {
        if (OperatingSystem.IsWindows())
            return work();
        var ours = SetMask(_usual);
        try
        {
            return work();
        }
        finally
        {
            SetMask(ours);
        }
    }

    /// <summary>
    /// Makes a folder that others cannot open, and those above it that are missing, of which .NET would leave the mode to chance. One that
    /// is there stays as it is.
    /// </summary>
    public static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        if (Path.GetDirectoryName(path) is { Length: > 0 } above)
            MakeFolder(above);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OfFolder);
    }

    /// <summary>A new file that others cannot open; one that is there, or a link, is refused.</summary>
    public static FileStream CreateFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OfFile;
        return new FileStream(path, options);
    }

    /// <summary>
    /// Takes from a data directory what an earlier version, a copy or another program let others do there. Links are not followed below
    /// its own entries, and other things beside them are not touched.
    /// </summary>
    /// <returns>What could not be closed, for example on a disk that knows no users.</returns>
    public static IReadOnlyList<string> Close(string dataDirectory, CancellationToken ct)
    {
        var root = new DirectoryInfo(dataDirectory);
        var own = root.EnumerateFileSystemInfos().Where(IsOwn).ToList();

        // A folder that holds other things too has other users perhaps; ours in it are closed one by one.
        var isOurs = root.EnumerateDirectories().All(folder => IsOwn(folder) || folder.Name == "lost+found");
        if (OperatingSystem.IsWindows())
        {
            foreach (var folder in isOurs ? [root] : own.OfType<DirectoryInfo>())
                CloseOnWindows(folder);
            return [];
        }

        List<string> open = [];
        foreach (var entry in own.SelectMany(WithAllIn).Prepend(isOurs ? root : null).OfType<FileSystemInfo>())
        {
            ct.ThrowIfCancellationRequested();
            if (!TryClose(entry))
                open.Add(entry.FullName);
        }

        return open;
    }

    private static bool IsOwn(FileSystemInfo entry) => entry is DirectoryInfo
        ? OwnFolders.Contains(entry.Name)
        : entry.Name.StartsWith("studio", StringComparison.Ordinal);

    /// <summary>The folder of previews may be a link to a larger disk.</summary>
    private static IEnumerable<FileSystemInfo> WithAllIn(FileSystemInfo entry)
    {
        var real = entry.LinkTarget is null ? entry : entry.ResolveLinkTarget(returnFinalTarget: true) ?? entry;
        return real is DirectoryInfo folder
            ? folder.EnumerateFileSystemInfos("*",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Prepend(folder)
            : [real];
    }

    [UnsupportedOSPlatform("windows")]
    private static bool TryClose(FileSystemInfo entry)
    {
        try
        {
            if ((entry.UnixFileMode & OfOthers) == 0)
                return true;
            entry.UnixFileMode = entry is DirectoryInfo ? OfFolder : OfFile;
            entry.Refresh();
            return (entry.UnixFileMode & OfOthers) == 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return !entry.Exists; // Gone meanwhile, or another user's.
        }
    }

    [SupportedOSPlatform("windows")]
    private static void CloseOnWindows(DirectoryInfo folder)
    {
        using var user = WindowsIdentity.GetCurrent();
        var rules = new DirectorySecurity();
        rules.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        foreach (var who in (SecurityIdentifier[])[user.User!, new(WellKnownSidType.LocalSystemSid, null),
            new(WellKnownSidType.BuiltinAdministratorsSid, null)])
            rules.AddAccessRule(new(who, FileSystemRights.FullControl, InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit,
                PropagationFlags.None, AccessControlType.Allow));
        folder.SetAccessControl(rules);
    }

    [DllImport("libc", EntryPoint = "umask")]
    private static extern int SetMask(int mask);
}
