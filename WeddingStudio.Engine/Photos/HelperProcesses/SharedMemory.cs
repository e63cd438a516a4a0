using System.Buffers;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace WeddingStudio.Engine.Photos.HelperProcesses;

/// <summary>
/// Memory that the studio and one helper see both: a picture is decoded straight into it and never copied through a pipe. The pages
/// are given back when the last of the two lets go, however it ends.
/// </summary>
internal sealed unsafe partial class SharedMemory : MemoryManager<byte>
{
    private readonly FileStream _file;
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private static long _made;

    private SharedMemory(FileStream file, string name, int bytes)
    {
        (_file, Name, Bytes) = (file, name, bytes);
        _map = MemoryMappedFile.CreateFromFile(file, null, bytes, MemoryMappedFileAccess.ReadWrite,
            HandleInheritability.None, leaveOpen: true);
        _view = _map.CreateViewAccessor(0, bytes);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <summary>What <see cref="Open"/> finds it by, in a process of the same user.</summary>
    public string Name { get; }

    public int Bytes { get; }

    /// <summary>No other memory of this process has it, while names come again.</summary>
    public long Number { get; } = Interlocked.Increment(ref _made);

    /// <summary>New memory. Throws <see cref="IOException"/> where there is none to be had.</summary>
    public static SharedMemory Create(int bytes)
    {
        if (!OperatingSystem.IsLinux())
            return InFile(bytes);

        // A file without a name and without a disk; /dev/shm is only 64 MB in a container.
        var handle = memfd_create("wedding-photo", CloseOnExec);
        if (handle < 0)
            return InFile(bytes);
        var file = new FileStream(new SafeFileHandle(handle, ownsHandle: true), FileAccess.ReadWrite, bufferSize: 0);
        file.SetLength(bytes);
        return new SharedMemory(file, $"/proc/{Environment.ProcessId}/fd/{handle}", bytes);
    }

    /// <summary>The memory another process created.</summary>
    public static SharedMemory Open(string name, long bytes) =>
        new(new FileStream(name, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0),
            name, checked((int)bytes));

    private static SharedMemory InFile(int bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"wedding-photo-{Guid.NewGuid():n}");
        var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
            PreallocationSize = bytes,
            BufferSize = 0,
        });
        file.SetLength(bytes);
        return new SharedMemory(file, path, bytes);
    }

    public override Span<byte> GetSpan() => new(_start, Bytes);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _map.Dispose();
        _file.Dispose();
    }

    private const uint CloseOnExec = 1;

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int memfd_create(string name, uint flags);
}
