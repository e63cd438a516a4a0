using System.Net;
using System.Security.Cryptography;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Inference.Pulling;

/// <summary>
/// Fetches one file and goes on from what is there already, after a broken connection as after a stopped process: asks for
/// the rest (Range) of the same version (If-Range), and begins again where the server has another one or no ranges.
/// </summary>
internal sealed partial class FileDownload(HttpClient http, SourceFile source, string path, string markPath)
{
    public required IReadOnlyList<TimeSpan> Pauses { get; init; }
    public required TimeSpan Silence { get; init; }

    /// <summary>Ends with the whole file at its path, its hash checked.</summary>
    public async Task RunAsync(PullPace pace, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);

            // Unbuffered: what has come is in the file when the process is killed.
            await using (var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 0, useAsync: true))
            {
                await FillAsync(file, pace, ct);
                file.Flush(flushToDisk: true);
            }

            await CheckAsync(ct);
        }
        catch (IOException error) when (DiskFull.Is(error))
        {
            throw new DiskFullException(path, error);
        }
    }

    private async Task FillAsync(FileStream file, PullPace pace, CancellationToken ct)
    {
        var (furthest, failures) = (file.Length, 0);
        while (file.Length < source.Bytes)
        {
            try
            {
                await FetchAsync(file, pace, ct);
            }
            catch (HttpRequestException error)
            {
                // As long as more and more comes, a poor connection gets there in the end.
                (furthest, failures) = file.Length > furthest ? (file.Length, 0) : (furthest, failures);
                if (failures == Pauses.Count || !MayPass(error))
                    throw GivenUp(error, file.Length);
                pace.Tell(file.Length, retryIn: Pauses[failures]);
                await Task.Delay(Pauses[failures++], ct);
            }
        }
    }

    private async Task CheckAsync(CancellationToken ct)
    {
        string found;
        await using (var file = File.OpenRead(path))
            found = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
        if (found == source.Sha256)
            return;
        File.Delete(path);
        throw new ModelPackException($"'{source.Url}' is not the file that the list names: expected SHA-256 {source.Sha256}, "
            + $"found {found}. "
            + "What came was deleted. Try again; if it stays so, update WeddingStudio for a newer list.");
    }

    /// <summary>A refusal stays one; everything else may be better in a moment.</summary>
    private static bool MayPass(HttpRequestException error) => error.HttpRequestError != HttpRequestError.ProxyTunnelError
        && error.StatusCode is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            or >= HttpStatusCode.InternalServerError;

    private ModelPackException GivenUp(HttpRequestException error, long have) => new(
        $"'{source.Url}' could not be fetched: {error.GetBaseException().Message.TrimEnd('.')}. "
        + (have > 0 ? $"{have} of {source.Bytes} bytes are kept: the same command goes on from there. " : "")
        + (error.StatusCode is null
            ? "Check the connection; where everything goes through a proxy, name it with --proxy."
            : "Try again later; if it stays so, update WeddingStudio for a newer list."), error);
}
