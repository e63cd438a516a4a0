using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace WeddingStudio.Engine.Hosting;

/// <summary>Lets in whoever shows a <see cref="StudioTokens"/> token, as bearer or (WebSocket) in the query; cookies count for nothing here.</summary>
internal sealed class StudioTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, StudioTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "StudioToken";
    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Bearer, StringComparison.Ordinal) ? header[Bearer.Length..] : Request.Query["access_token"].ToString();
        if (token.Length == 0)
            return Task.FromResult(AuthenticateResult.NoResult());
        if (tokens.Read(token) is not { } userId)
            return Task.FromResult(AuthenticateResult.Fail("The token is not one of this studio's or is too old."));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, userId)], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }
}
