using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WeddingStudio.Tests.Inference.Pulling;

/// <summary>
/// A web server that speaks plain HTTP over its own socket, for no well-behaved one hangs up where a test wants it to.
/// Whatever address is asked for, it has one file, unless others have names; asked as a proxy it answers for any host.
/// </summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public FileServer(byte[] content)
    {
        Content = content;
        _listener.Start();
        _serving = ServeAsync();
    }

    public byte[] Content { get; set; }

    /// <summary>Files that have a name.</summary>
    public Dictionary<string, byte[]> Named { get; } = [];

    /// <summary>Of the file's version: an ETag, a Last-Modified, or none.</summary>
    public string Mark { get; set; } = "\"one\"";
    public bool KnowsRanges { get; set; } = true;

    /// <summary>Answers nothing but this, as `404 Not Found`.</summary>
    public string? OnlyAnswer { get; set; }

    /// <summary>
    /// How many bytes of the first, second ... answer's body are sent before the connection breaks; the last counts for all further ones.
    /// </summary>
    public List<int> BreaksAfter { get; } = [];

    /// <summary>After breaking off it says nothing more instead of hanging up.</summary>
    public bool FallsSilent { get; set; }

    /// <summary>The heads of the requests, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The value of a header of every request; null where it was not sent.</summary>
    public IEnumerable<string?> AskedWith(string header) => Asked.Select(head => head.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith(header + ": ", StringComparison.OrdinalIgnoreCase))?[(header.Length + 2)..]);

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(client.GetStream());
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception error) when (error is OperationCanceledException or IOException or SocketException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var head = await HeadAsync(stream);
        Asked.Enqueue(head);
        var content = Named.GetValueOrDefault(head.Split(' ').ElementAtOrDefault(1)?.Split('/')[^1] ?? "") ?? Content;
        var (status, from, headers) = Answer(content.Length, AskedWith("Range").Last(), AskedWith("If-Range").Last());
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}Connection: close\r\n\r\n"), _stop.Token);
        var body = OnlyAnswer is null ? content.AsMemory(from) : Memory<byte>.Empty;
        var length = BreaksAfter.Count == 0 ? body.Length : BreaksAfter[Math.Min(Asked.Count, BreaksAfter.Count) - 1];
        await stream.WriteAsync(body[..Math.Min(length, body.Length)], _stop.Token);
        if (FallsSilent && length < body.Length)
            await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, _stop.Token);
    }

    private (string Status, int From, string Headers) Answer(int bytes, string? range, string? ifRange)
    {
        if (OnlyAnswer is not null)
            return (OnlyAnswer, 0, "Content-Length: 0\r\n");
        var goesOn = KnowsRanges && range is not null && (ifRange is null || ifRange == Mark);
        var from = goesOn ? int.Parse(range!["bytes=".Length..^1], CultureInfo.InvariantCulture) : 0;
        var mark = Mark.EndsWith('"') ? $"ETag: {Mark}\r\n" : Mark.Length > 0 ? $"Last-Modified: {Mark}\r\n" : "";
        var part = goesOn ? $"Content-Range: bytes {from}-{bytes - 1}/{bytes}\r\n" : "";
        return (goesOn ? "206 Partial Content" : "200 OK", from, $"{mark}{part}Content-Length: {bytes - from}\r\n");
    }

    private async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, _stop.Token) > 0)
            head.Append((char)one[0]);
        return head.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }
}
