using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Tests.Access;

/// <summary>The lines that stay open: who may open one, and how many.</summary>
public sealed class LiveConnectionsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://localhost")]
    [InlineData("file://")]
    public async Task A_page_from_elsewhere_opens_no_line_even_in_the_browser_of_somebody_signed_in(string origin)
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        var cookie = await SignedInCookieAsync(studio);

        foreach (var path in (string[])["/_blazor", "/hub"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(studio, path, cookie, ("Origin", origin)));
            Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(studio, path, cookie, ("Sec-Fetch-Site", "cross-site")));
            Assert.Equal(HttpStatusCode.Forbidden, await SocketAsync(studio, path, cookie, origin));
        }
    }

    [Fact]
    public async Task The_studios_own_pages_open_a_line_and_strangers_none()
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        var cookie = await SignedInCookieAsync(studio);

        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(studio, "/_blazor", cookie, ("Origin", studio.Url)));
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(studio, "/_blazor", cookie));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await SocketAsync(studio, "/_blazor", cookie, studio.Url));
        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(studio, "/_blazor", "", ("Origin", studio.Url)));
        Assert.Equal(HttpStatusCode.Unauthorized, await SocketAsync(studio, "/_blazor", "", studio.Url));
    }

    [Fact]
    public async Task Behind_a_proxy_that_calls_us_by_another_name_the_public_address_is_ours_too()
    {
        await using var studio = new StudioApp(("Studio:PublicUrl", "https://photos.example.org"));
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        var cookie = await SignedInCookieAsync(studio);

        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(studio, "/_blazor", cookie, ("Origin", "https://photos.example.org")));
        Assert.Equal(HttpStatusCode.Forbidden,
            await NegotiateAsync(studio, "/_blazor", cookie, ("Origin", "https://photos.example.org.evil.example")));
    }

    [Fact]
    public async Task One_address_holds_so_many_lines_and_no_more()
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        var cookie = await SignedInCookieAsync(studio);
        var open = new List<ClientWebSocket>();
        try
        {
            var statuses = new List<HttpStatusCode>();
            for (var line = 0; line < 150; line++)
            {
                var socket = new ClientWebSocket();
                open.Add(socket);
                statuses.Add(await SocketAsync(studio, "/_blazor", cookie, studio.Url, socket));
            }

            Assert.Equal([HttpStatusCode.SwitchingProtocols, HttpStatusCode.TooManyRequests], statuses.Distinct());

            // Room again as soon as one is gone.
            open[0].Dispose();
            await Eventually.IsAsync(
                async () => await SocketAsync(studio, "/_blazor", cookie, studio.Url) == HttpStatusCode.SwitchingProtocols);
        }
        finally
        {
            open.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task One_address_holds_so_many_sockets_and_no_more()
    {
        await using var studio = new StudioApp(("Studio:SocketsPerAddress", "20"));
        var address = new Uri(studio.Url);
        var open = new List<TcpClient>();
        try
        {
            for (var socket = 0; socket < 20; socket++)
                await HoldOneAsync();

            // The system takes a call before the studio has seen it, and a question may be seen
            // before a held one, which is hung up on then.
            await Eventually.IsAsync(async () =>
            {
                await HoldOneAsync();
                return await AnsweredAsync(address) == 0;
            });
            await Eventually.IsAsync(async () =>
            {
                open.FirstOrDefault()?.Dispose();
                open = [.. open.Skip(1)];
                return await AnsweredAsync(address) > 0;
            });
        }
        finally
        {
            open.ForEach(socket => socket.Dispose());
        }

        async Task HoldOneAsync()
        {
            open.Add(new TcpClient());
            await open[^1].ConnectAsync(address.Host, address.Port, Ct);
        }
    }

    /// <summary>Bytes that come back; none when the other side hangs up at once.</summary>
    private static async Task<int> AnsweredAsync(Uri address)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, Ct);
            var stream = socket.GetStream();
            await stream.WriteAsync("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"u8.ToArray(), Ct);
            return await stream.ReadAsync(new byte[100], Ct);
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            return 0;
        }
    }

    private static async Task<string> SignedInCookieAsync(StudioApp studio)
    {
        using var visitor = studio.Visitor();
        var answer = await StaticForm.SendAsync(visitor, "/sign-in", ("Form.Name", "Mia"), ("Form.Password", StudioApp.Password));
        return string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
    }

    private static async Task<HttpStatusCode> NegotiateAsync(
        StudioApp studio, string path, string cookie, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false });
        using var question = new HttpRequestMessage(HttpMethod.Post, $"{studio.Url}{path}/negotiate?negotiateVersion=1");
        question.Headers.TryAddWithoutValidation("Cookie", cookie);
        foreach (var (name, value) in headers)
            question.Headers.TryAddWithoutValidation(name, value);
        return (await client.SendAsync(question, Ct)).StatusCode;
    }

    private static async Task<HttpStatusCode> SocketAsync(
        StudioApp studio, string path, string cookie, string origin, ClientWebSocket? socket = null)
    {
        using var ours = socket is null ? new ClientWebSocket() : null;
        socket ??= ours!;
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.SetRequestHeader("Cookie", cookie);
        try
        {
            await socket.ConnectAsync(new Uri($"{studio.Url.Replace("http", "ws")}{path}"), Ct);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return socket.HttpStatusCode;
    }
}
