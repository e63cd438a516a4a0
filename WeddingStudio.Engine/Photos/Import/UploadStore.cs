using System.Buffers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Photos.Originals;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.Import;

public enum UploadOutcome
{
    Saved,

    /// <summary>The same bytes were sent before, under this name or another; nothing was stored.</summary>
    AlreadyHere,
    NotAPhoto,
    TooLarge,
    DiskFull,
    NoSuchWedding,

    /// <summary>Nobody agreed that their photos come among drawn ones.</summary>
    DrawnWedding,
}

/// <summary>What became of one uploaded file; the message names the file.</summary>
/// <param name="Outcome">What happened.</param>
/// <param name="Message">For people.</param>
/// <param name="Path">The photo's path (photo_id) when it is here now, else null.</param>
public sealed record UploadResult(UploadOutcome Outcome, Message Message, string? Path = null);

/// <summary>Photos sent through the browser: streamed to disk, admitted by signature only, registered as waiting.</summary>
public sealed class UploadStore(StudioStore store, StudioPaths paths)
{
    /// <summary>No camera makes a larger file of one photo; what is larger is no photo.</summary>
    public const long MaxBytes = 200_000_000;

    private const int ChunkBytes = 1 << 16;

    /// <summary>Nothing is sent so slowly that an hour passes between two chunks: what is older was left by a crash.</summary>
    private static readonly TimeSpan LeftBehind = TimeSpan.FromHours(1);

    /// <summary>Stores one file. An aborted stream leaves nothing behind and raises what the stream raised.</summary>
    public async Task<UploadResult> SaveAsync(WeddingId weddingId, string fileName, Stream content, CancellationToken ct)
    {
        var name = FileNames.Sanitise(fileName);
        var wedding = await store.ReadAsync(db => db.Weddings.SingleOrDefaultAsync(w => w.Id == weddingId, ct), ct);
        if (wedding is null)
            return new(UploadOutcome.NoSuchWedding, new("Photos.NoSuchWedding", weddingId.Value));
        if (wedding.IsDrawn)
            return new(UploadOutcome.DrawnWedding, new("Photos.UploadDrawn", name));

        var unfinished = Path.Combine(paths.Originals(weddingId), $".{Guid.NewGuid():N}.part");
        try
        {
            Directory.CreateDirectory(paths.Originals(weddingId));
            var received = await ReceiveAsync(name, content, unfinished, ct);
            return received.Refused
                ?? await store.WriteAsync(db => RegisterAsync(db, wedding, name, unfinished, received.ContentHash, ct), ct);
        }
        catch (IOException error) when (DiskFull.Is(error))
        {
            return new(UploadOutcome.DiskFull, new("Photos.UploadDiskFull", name));
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }

    /// <summary>Removes what uploads left unfinished when the process ended.</summary>
    internal void Tidy(WeddingId weddingId)
    {
        var originals = new DirectoryInfo(paths.Originals(weddingId));
        if (!originals.Exists)
            return;
        foreach (var part in originals.EnumerateFiles(".*.part").Where(f => DateTime.UtcNow - f.LastWriteTimeUtc > LeftBehind))
            part.Delete();
    }

    /// <summary>
    /// A photo folder may have a sub-folder `uploads` of its own: an upload that bears the path of one of its files takes
    /// another name, for the folder's names are not ours to choose.
    /// </summary>
    internal async Task MakeWayAsync(Wedding wedding, IReadOnlyList<FoundFile> inFolder, CancellationToken ct)
    {
        foreach (var found in inFolder.Where(f => f.Path.StartsWith(StudioPaths.UploadPrefix, StringComparison.Ordinal)))
        {
            var name = found.Path[StudioPaths.UploadPrefix.Length..];
            var from = Path.Combine(paths.Originals(wedding.Id), name);
            if (!File.Exists(from))
                continue;
            await store.WriteAsync(async db =>
            {
                var free = await FreeNameAsync(db, wedding, name, ct);
                if (await db.Photos
                    .SingleOrDefaultAsync(p => p.WeddingId == wedding.Id && p.Uploaded && p.Path == found.Path, ct) is { } row)
                    row.Path = StudioPaths.UploadPrefix + free;
                await db.SaveChangesAsync(ct);
                File.Move(from, Path.Combine(paths.Originals(wedding.Id), free));
            }, ct);
        }
    }

    private static async Task<(UploadResult? Refused, string ContentHash)> ReceiveAsync(
        string name, Stream content, string unfinished, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            var length = await content.ReadAtLeastAsync(buffer.AsMemory(0, PhotoSignature.HeadBytes), PhotoSignature.HeadBytes,
                throwOnEndOfStream: false, ct);
            if (PhotoSignature.Of(name, buffer.AsSpan(0, length)).Kind != FileKind.Photo)
                return (NotAPhoto(name, buffer.AsSpan(0, length)), "");

            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
            for (long total = 0; length > 0; length = await content.ReadAsync(buffer.AsMemory(0, ChunkBytes), ct))
            {
                if ((total += length) > MaxBytes)
                    return (TooLarge(name), "");
                hash.AppendData(buffer, 0, length);
                await file.WriteAsync(buffer.AsMemory(0, length), ct);
            }

            file.Flush(flushToDisk: true);
            return (null, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    internal static UploadResult TooLarge(string name) =>
        new(UploadOutcome.TooLarge, new("Photos.UploadedTooLarge", name, MaxBytes / 1_000_000));

    private static UploadResult NotAPhoto(string name, ReadOnlySpan<byte> head)
    {
        if (head.Length == 0)
            return new(UploadOutcome.NotAPhoto, new("Photos.UploadProblem", name, new PhotoProblem(PhotoProblemKind.Empty).Told));
        return PhotoSignature.Of(name, head).Kind == FileKind.Video
            ? new(UploadOutcome.NotAPhoto, new("Photos.UploadVideo", name))
            : new(UploadOutcome.NotAPhoto, new("Photos.UploadProblem", name, PhotoProblemException.NotAnImage(head).Told));
    }

    // The rename and the row stand in one write: a scan that runs meanwhile sees both or neither.
    private async Task<UploadResult> RegisterAsync(
        StudioDb db, Wedding wedding, string name, string unfinished, string contentHash, CancellationToken ct)
    {
        var same = await db.Photos.Where(p => p.WeddingId == wedding.Id && p.Uploaded && p.ContentHash == contentHash)
            .OrderBy(p => p.Path).ToListAsync(ct);
        if (same.FirstOrDefault(p => File.Exists(paths.Original(wedding, p))) is { } here)
            return new(UploadOutcome.AlreadyHere, new("Photos.UploadHere", name), here.Path);

        var free = await FreeNameAsync(db, wedding, name, ct);
        var path = StudioPaths.UploadPrefix + free;
        var full = Path.Combine(paths.Originals(wedding.Id), free);
        File.Move(unfinished, full);
        var found = new FoundFile(path, full, Uploaded: true,
            OriginalFile.FactsAt(full) ?? throw new FileNotFoundException($"'{full}' is not where it was put.", full));
        await PhotoRegister.RecordAsync(db, wedding.Id, found, new(FileKind.Photo, contentHash));
        await db.SaveChangesAsync(ct);
        await Duplicates.SettleAsync(db, wedding.Id, contentHash, p => File.Exists(paths.Original(wedding, p)));
        await Revisions.RaiseAsync(db, wedding.Id, ct);
        return new(UploadOutcome.Saved, new("Photos.UploadStored", name), path);
    }

    private async Task<string> FreeNameAsync(StudioDb db, Wedding wedding, string name, CancellationToken ct)
    {
        var taken = (await db.Photos.Where(p => p.WeddingId == wedding.Id && p.Path.StartsWith(StudioPaths.UploadPrefix))
            .Select(p => p.Path).ToListAsync(ct))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return FileNames.Free(name, candidate => taken.Contains(StudioPaths.UploadPrefix + candidate)
            || Path.Exists(Path.Combine(paths.Originals(wedding.Id), candidate)));
    }
}
