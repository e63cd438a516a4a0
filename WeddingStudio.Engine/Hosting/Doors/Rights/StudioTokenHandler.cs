using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace WeddingStudio.Engine.Hosting.Doors.Rights;

/// <summary>
/// Lets in whoever shows a <see cref="StudioTokens"/> token, as bearer or (WebSocket) in the query; cookies count for nothing here.
/// </summary>
internal sealed class StudioTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, StudioTokens tokens, SignIns signIns)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "StudioToken";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Bearer, StringComparison.Ordinal) ? header[Bearer.Length..]
            : Request.Query["access_token"].ToString();
        if (token.Length == 0)
            return AuthenticateResult.NoResult();
        if (tokens.Read(token) is not { } who || !await signIns.IsLiveAsync(who, Context.RequestAborted))
            return AuthenticateResult.Fail("The token is not one of this studio's, is too old, or its sign-in has ended.");
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, who.UserId), new Claim(SignedIn.ClaimType, who.SignInId)],
            SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
