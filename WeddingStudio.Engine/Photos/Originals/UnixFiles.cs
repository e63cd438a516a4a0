using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Photos.Originals;

/// <summary>
/// What .NET has no words for: opening a file without following a link or waiting for a pipe, and what the system says of it.
/// </summary>
internal static class UnixFiles
{
    /// <param name="IsFile">A regular one: no folder, link, pipe, socket or device.</param>
    public readonly record struct Entry(bool IsFile, bool IsLink, FileFacts Facts);

    private const int NoEntry = 2, NoFolder = 20;
    private const int TypeMask = 0xF000, FileType = 0x8000, LinkType = 0xA000;
    private const int WorkingFolder = -1;

    /// <summary>Null when nothing is there; of a link itself, not of what it points to.</summary>
    public static Entry? At(string path) => LStat(path, out var status) == 0 ? EntryOf(status)
        : Marshal.GetLastPInvokeError() is NoEntry or NoFolder ? null : throw Failure(path);

    public static Entry Of(SafeFileHandle file) => FStat(file, out var status) == 0 ? EntryOf(status) : throw Failure("a file");

    /// <summary>
    /// Opens folder by folder, each inside the one before, none through a link: whoever swaps one for a link meanwhile gets an error.
    /// Throws <see cref="IOException"/>.
    /// </summary>
    /// <param name="path">Full, without `.` and `..`.</param>
    public static SafeFileHandle Open(string path)
    {
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0 || names.Any(name => name is "." or ".."))
            throw new IOException($"'{path}' is no path of a file.");
        var at = OpenAt(WorkingFolder, "/", Flags.Folder, path);
        foreach (var name in names[..^1])
        {
            using var folder = at;
            at = OpenAt((int)folder.DangerousGetHandle(), name, Flags.Folder, path);
        }

        using (at)
            return OpenAt((int)at.DangerousGetHandle(), names[^1], Flags.File, path);
    }

    private static SafeFileHandle OpenAt(int folder, string name, int flags, string path) =>
        OpenAt(folder, name, flags) is >= 0 and var handle ? new SafeFileHandle(handle, ownsHandle: true) : throw Failure(path);

    private static IOException Failure(string path)
    {
        var error = new Win32Exception(Marshal.GetLastPInvokeError());
        var message = $"{error.Message}: '{path}'.";
        return error.NativeErrorCode is NoEntry or NoFolder ? new FileNotFoundException(message, path, error)
            : new IOException(message, error);
    }

    private static Entry EntryOf(Status s) => new((s.Mode & TypeMask) == FileType, (s.Mode & TypeMask) == LinkType,
        new FileFacts(s.Size, Time(s.ModifiedSeconds, s.ModifiedNanoseconds), Time(s.ChangedSeconds, s.ChangedNanoseconds),
            s.Device, s.Inode));

    private static DateTime Time(long seconds, long nanoseconds) =>
        DateTime.UnixEpoch.AddTicks(seconds * TimeSpan.TicksPerSecond + nanoseconds / TimeSpan.NanosecondsPerTick);

    /// <summary>The flags of open(2), which each system and processor numbers in its own way.</summary>
    private static class Flags
    {
        private static readonly bool _mac = OperatingSystem.IsMacOS();
        private static readonly bool _arm = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm;
        private static readonly int _noLink = _mac ? 0x100 : _arm ? 0x8000 : 0x20000;
        private static readonly int _closeOnExec = _mac ? 0x1000000 : 0x80000;
        private static readonly int _onlyFolder = _mac ? 0x100000 : _arm ? 0x4000 : 0x10000;

        /// <summary>To go through it, which needs no right to list it: O_PATH on Linux, O_SEARCH on macOS.</summary>
        private static readonly int _passThrough = _mac ? 0x40000000 : 0x200000;

        /// <summary>O_NONBLOCK: a pipe is opened at once, whoever may write to it, and turned away.</summary>
        private static readonly int _noWait = _mac ? 0x4 : 0x800;

        public static readonly int Folder = _passThrough | _onlyFolder | _noLink | _closeOnExec;
        public static readonly int File = _noLink | _noWait | _closeOnExec;
    }

    /// <summary>As the runtime's own library lays it out on every Unix; a test compares the two.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly struct Status
    {
        public readonly int Flags, Mode;
        public readonly uint User, Group;
        public readonly long Size, ReadSeconds, ReadNanoseconds, ModifiedSeconds, ModifiedNanoseconds, ChangedSeconds, ChangedNanoseconds,
            BornSeconds, BornNanoseconds, Device, DeviceItself, Inode;
        public readonly uint UserFlags;
    }

    [DllImport("libc", EntryPoint = "openat", SetLastError = true)]
    private static extern int OpenAt(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, int flags);

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_FStat", SetLastError = true)]
    private static extern int FStat(SafeFileHandle file, out Status status);

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_LStat", SetLastError = true)]
    private static extern int LStat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, out Status status);
}
