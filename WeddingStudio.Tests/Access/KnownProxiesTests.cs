using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Hosting.Doors.Endpoints;
using WeddingStudio.Tests.Commands;

namespace WeddingStudio.Tests.Access;

/// <summary>Whom the studio takes a visitor for who comes through others.</summary>
public sealed class KnownProxiesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.9", "203.0.113.9", "https")]
    [InlineData("::1", "203.0.113.9", "203.0.113.9", "https")]
    [InlineData("192.168.1.5", "203.0.113.9", "203.0.113.9", "https")]
    [InlineData("::ffff:192.168.1.5", "203.0.113.9", "203.0.113.9", "https")]
    [InlineData("10.1.2.3", "203.0.113.9, 10.9.9.9, 192.168.1.5", "203.0.113.9", "https")]
    [InlineData("10.1.2.3", "198.51.100.66, 203.0.113.9, 10.9.9.9", "203.0.113.9", "https")]
    [InlineData("fd00::7", "2001:db8::9", "2001:db8::9", "https")]
    [InlineData("192.168.1.6", "203.0.113.9", "192.168.1.6", "http")]
    [InlineData("203.0.113.50", "127.0.0.1", "203.0.113.50", "http")]
    public async Task Only_a_named_proxy_is_believed_about_who_is_asking(string from, string forwardedFor, string visitor, string scheme)
    {
        await using var studio = new StudioApp(("Studio:KnownProxies:0", "192.168.1.5"), ("Studio:KnownProxies:1", "10.0.0.0/8"),
            ("Studio:KnownProxies:2", "fd00::/16"));
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(from) }, Request = { Scheme = "http" } };
        http.Request.Headers["X-Forwarded-For"] = forwardedFor;
        http.Request.Headers["X-Forwarded-Proto"] = string.Join(", ", forwardedFor.Split(',').Select(_ => "https"));
        http.Request.Headers["X-Forwarded-Host"] = "evil.example";

        await new ForwardedHeadersMiddleware(_ => Task.CompletedTask, studio.Get<ILoggerFactory>(),
            studio.Get<IOptions<ForwardedHeadersOptions>>()).Invoke(http);

        Assert.Equal((visitor, scheme, ""),
            (http.Connection.RemoteIpAddress.ToString(), http.Request.Scheme, http.Request.Host.ToString()));
    }

    [Theory]
    [InlineData("192.168.7.20", "192.168.7.20")]
    [InlineData("::ffff:192.168.7.20", "192.168.7.20")]
    [InlineData("2001:db8:1:2:aaaa::1", "20010DB800010002")]
    [InlineData("2001:db8:1:2:bbbb:cccc:dddd:eeee", "20010DB800010002")]
    public void A_household_counts_as_one_visitor(string address, string counted) =>
        Assert.Equal(counted, VisitorAddress.Of(IPAddress.Parse(address)));

    [Theory]
    [InlineData("--Studio:KnownProxies:0", "proxy.example.org", "192.168.1.5 or networks like 10.0.0.0/8")]
    [InlineData("--Studio:KnownProxies:0", "10.0.0.0/99", "192.168.1.5 or networks like 10.0.0.0/8")]
    [InlineData("--Studio:SocketsPerAddress", "0", "must be 10 or more")]
    public async Task A_proxy_that_is_no_address_stops_the_start_in_words(string setting, string value, string words)
    {
        var folder = Directory.CreateTempSubdirectory("studio-start-").FullName;
        using var studio = StudioProcess.Start("--urls", "http://127.0.0.1:0", "--Studio:DataDirectory", folder, setting, value);

        Assert.Equal(2, await studio.ExitCodeAsync(Ct));

        Assert.Contains(words, studio.Output);
        Assert.DoesNotContain("   at ", studio.Output);
        Directory.Delete(folder, recursive: true);
    }
}
