using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.Originals;

/// <summary>
/// A photo's own file, opened for reading: the one way to it. No link was followed to it and it is a regular file; what is said of it is
/// said of the opened file, not of a path that may lead elsewhere a moment later. What is read from it is what it held when it was opened:
/// reading throws <see cref="IOException"/> as soon as somebody has written to it.
/// </summary>
public sealed class OriginalFile : Stream
{
    private const int PieceBytes = 1 << 17;

    private static readonly bool _namesHandles = Directory.Exists("/proc/self/fd");

    private readonly SafeFileHandle _file;
    private readonly string _path;

    private OriginalFile(string path, SafeFileHandle file, FileFacts facts) => (_path, _file, Facts) = (path, file, facts);

    /// <summary>As it was opened.</summary>
    public FileFacts Facts { get; }

    /// <summary>
    /// For decoders that want a path, in this process or a helper of the same user, while this is open: the opened file itself where the
    /// system has names for those. It has no extension.
    /// </summary>
    public string PathOfOpened => _namesHandles ? $"/proc/{Environment.ProcessId}/fd/{_file.DangerousGetHandle()}" : _path;

    /// <summary>Never waits, whatever lies there. Throws <see cref="PhotoProblemException"/> with the reason.</summary>
    /// <param name="path">Full path without a link on the way (<see cref="RealPath"/> makes one).</param>
    public static OriginalFile Open(string path)
    {
        try
        {
            return OperatingSystem.IsWindows() ? OpenWithoutLinks(path) : OpenOnUnix(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RealPath.LeadsThroughLink(path) ? new PhotoProblemException(PhotoProblemKind.Link, error)
                : PhotoProblemException.NotOpened(error);
        }
    }

    /// <summary>
    /// What can be said of a file without opening it; null for anything else: nothing, a folder, a link, a pipe, a device.
    /// </summary>
    /// <param name="path">Full.</param>
    internal static FileFacts? FactsAt(string path)
    {
        if (!OperatingSystem.IsWindows())
            return UnixFiles.At(path) is { IsFile: true } entry ? entry.Facts : null;
        var file = new FileInfo(path);
        return file is { Exists: true, LinkTarget: null } ? new FileFacts(file.Length, file.LastWriteTimeUtc) : null;
    }

    /// <summary>
    /// Throws <see cref="IOException"/> when somebody has written to it since it was opened: what a decoder made of it counts for nothing
    /// then. That it got another name, or none any more, does not matter.
    /// </summary>
    public void ThrowIfTouched()
    {
        if (FactsOf(_file) is var now && (now.Bytes, now.ModifiedAt) != (Facts.Bytes, Facts.ModifiedAt))
            throw new IOException($"'{_path}' was changed while it was read.");
    }

    /// <summary>SHA-256, lower-case hex; reading begins again after it.</summary>
    public async Task<string> HashAsync(CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            for (Position = 0; await ReadAsync(piece, ct) is > 0 and var read;)
                hash.AppendData(piece, 0, read);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static OriginalFile OpenOnUnix(string path)
    {
        // Asked first, because opening a device can set it going; what counts is what was opened.
        if (UnixFiles.At(path) is { IsFile: false, IsLink: false })
            throw new PhotoProblemException(PhotoProblemKind.NoFile);
        var file = UnixFiles.Open(path);
        if (UnixFiles.Of(file) is { IsFile: true } opened)
            return new OriginalFile(path, file, opened.Facts);
        file.Dispose();
        throw new PhotoProblemException(PhotoProblemKind.NoFile);
    }

    /// <summary>Windows opens nothing but files by such a path, and nobody may write to what is open.</summary>
    private static OriginalFile OpenWithoutLinks(string path)
    {
        if (Directory.Exists(path))
            throw new PhotoProblemException(PhotoProblemKind.NoFile);
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        if (!RealPath.LeadsThroughLink(path))
            return new OriginalFile(path, file, FactsOf(file));
        file.Dispose();
        throw new PhotoProblemException(PhotoProblemKind.Link);
    }

    private static FileFacts FactsOf(SafeFileHandle file) => OperatingSystem.IsWindows()
        ? new FileFacts(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file)) : UnixFiles.Of(file).Facts;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => Facts.Bytes;
    public override long Position { get; set; }

    public override int Read(Span<byte> buffer) => Passed(RandomAccess.Read(_file, buffer, Position));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Passed(await RandomAccess.ReadAsync(_file, buffer, Position, cancellationToken));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => Length,
    };

    /// <summary>
    /// The system notes a change before it writes: where nothing is noted after the reading, what was read is the old content.
    /// </summary>
    private int Passed(int read)
    {
        ThrowIfTouched();
        Position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _file.Dispose();
        base.Dispose(disposing);
    }
}
