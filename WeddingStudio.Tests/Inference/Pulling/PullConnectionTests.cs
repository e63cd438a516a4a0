using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Inference.Pulling;

namespace WeddingStudio.Tests.Inference.Pulling;

/// <summary>Proxies and redirects.</summary>
public sealed class PullConnectionTests
{
    [Fact]
    public async Task A_proxy_is_asked_in_place_of_the_server_with_its_name_and_password()
    {
        await using var stage = new PullStage
        {
            Server = { OnlyAnswer = "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"" },
        };
        var proxy = new UriBuilder(stage.Server.Address) { UserName = "ann", Password = "s%40cret" }.Uri;
        using var http = PackPull.Client(proxy);

        await Assert.ThrowsAsync<ModelPackException>(
            () => stage.PullAsync(stage.Source(new Uri("http://models.invalid/finder.onnx")), http, Ct));

        Assert.All(stage.Server.Asked, head => Assert.StartsWith("GET http://models.invalid/finder.onnx HTTP/1.1", head));
        Assert.Equal($"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes("ann:s@cret"))}",
            stage.Server.AskedWith("Proxy-Authorization").Last());
    }

    [Fact]
    public async Task Through_a_proxy_the_pack_comes_all_the_same()
    {
        await using var stage = new PullStage();

        await stage.PullAsync(stage.Source(new Uri("http://models.invalid/finder.onnx")), PackPull.Client(stage.Server.Address), Ct);

        Assert.Equal(stage.Bytes, File.ReadAllBytes(stage.PulledFile));
    }

    [Fact]
    public async Task A_redirect_is_followed()
    {
        await using var stage = new PullStage();
        await using var first = new FileServer([]) { OnlyAnswer = $"302 Found\r\nLocation: {stage.Server.Address}elsewhere" };

        await stage.PullAsync(stage.Source(first.Address));

        Assert.StartsWith("GET /elsewhere ", stage.Server.Asked.Single());
    }

    [Fact]
    public async Task A_redirect_from_https_to_http_is_not_followed()
    {
        await using var stage = new PullStage();
        await using var secure = await SecureServerAsync(stage.Server.Address);
        var handler = PackPull.Handler(proxy: null);
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;

        var error = await Assert.ThrowsAsync<ModelPackException>(
            () => stage.PullAsync(stage.Source(new Uri(secure.Urls.Single())), PackPull.Client(handler), Ct));

        Assert.Contains($"the server leads on to '{stage.Server.Address}'", error.Message);
        Assert.Empty(stage.Server.Asked);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<WebApplication> SecureServerAsync(Uri leadsTo)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        app.MapGet("/", () => Results.Redirect(leadsTo.ToString()));
        await app.StartAsync(Ct);
        return app;
    }
}
