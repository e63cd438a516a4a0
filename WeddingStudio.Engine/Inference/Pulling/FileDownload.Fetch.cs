using System.Net;
using System.Net.Http.Headers;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Inference.Pulling;

internal sealed partial class FileDownload
{
    private const int ChunkBytes = 1 << 17;

    /// <summary>
    /// One try. Every failure of the network comes as <see cref="HttpRequestException"/>, so that an IOException is the disk's.
    /// </summary>
    private async Task FetchAsync(FileStream file, PullPace pace, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Silence);
        try
        {
            using var request = Request(file.Length);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            Begin(file, response);
            await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
            await CopyAsync(body, file, pace, patience);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new HttpRequestException($"nothing came for {Silence.TotalSeconds:0} seconds");
        }
    }

    private HttpRequestMessage Request(long have)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, source.Url);
        if (have == 0)
            return request;
        request.Headers.Range = new RangeHeaderValue(have, null);

        // Without a mark the hash at the end tells whether the two halves belong together.
        if (File.Exists(markPath) && RangeConditionHeaderValue.TryParse(File.ReadAllText(markPath), out var mark))
            request.Headers.IfRange = mark;
        return request;
    }

    /// <summary>Makes the file ready for the answer's body: to go on, or to begin again.</summary>
    private void Begin(FileStream file, HttpResponseMessage response)
    {
        var range = response.Content.Headers.ContentRange;
        if (response.StatusCode == HttpStatusCode.PartialContent && range?.From == file.Length)
        {
            CheckLength(file, range.Length);
        }
        else if (response.StatusCode == HttpStatusCode.OK)
        {
            Empty(file);
            CheckLength(file, response.Content.Headers.ContentLength);
            KeepMark(response);
        }
        else if (response.StatusCode is HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            Empty(file);
            throw new HttpRequestException("the server does not go on from where it was asked to");
        }
        else
        {
            throw new HttpRequestException(Refusal(response), null, response.StatusCode);
        }

        file.Position = file.Length;
    }

    private void CheckLength(FileStream file, long? length)
    {
        if (length is not { } there || there == source.Bytes)
            return;
        Empty(file);
        throw new ModelPackException($"'{source.Url}' has {there} bytes, and {source.Bytes} were expected: another file lies there now. "
            + "Update WeddingStudio for a newer list.");
    }

    private static void Empty(FileStream file)
    {
        if (file.Length > 0)
            file.SetLength(0);
    }

    /// <summary>Only a strong mark may be used with If-Range (RFC 9110, 13.1.5).</summary>
    private void KeepMark(HttpResponseMessage response)
    {
        var mark = response.Headers.ETag is { IsWeak: false } tag ? tag.ToString() : response.Content.Headers.LastModified?.ToString("R");
        if (mark is null)
            File.Delete(markPath);
        else
            File.WriteAllText(markPath, mark);
    }

    private async Task CopyAsync(Stream body, FileStream file, PullPace pace, CancellationTokenSource patience)
    {
        var buffer = new byte[ChunkBytes];
        while (await ReadAsync(body, buffer, patience.Token) is > 0 and var count)
        {
            patience.CancelAfter(Silence);
            await file.WriteAsync(buffer.AsMemory(0, count), patience.Token);
            pace.Tell(file.Length, count);
            if (file.Length > source.Bytes)
                return;
        }

        if (file.Length < source.Bytes)
            throw new HttpRequestException("the connection ended early");
    }

    private static async ValueTask<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken ct)
    {
        try
        {
            return await body.ReadAsync(buffer, ct);
        }
        catch (IOException error)
        {
            throw new HttpRequestException("the connection broke", error);
        }
    }

    private static string Refusal(HttpResponseMessage response) => response.Headers.Location is { } elsewhere
        ? $"the server leads on to '{elsewhere}', and nobody follows from https to http"
        : $"the server answered {(int)response.StatusCode} {response.ReasonPhrase}";
}
